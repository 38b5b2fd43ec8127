import { useId } from 'react';
import { useText } from '../i18n/use-text.ts';
import type { FieldProps } from './field.tsx';
import { useFieldProblem } from './form.tsx';

interface ChoiceFieldProps extends FieldProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly description?: string }[];
  readonly onChange: (value: string) => void;
}

/** A field that chooses one of several options, each with a description. */
export function ChoiceField({ name, label, description, isRequired, value, options, onChange }: ChoiceFieldProps) {
  const text = useText();
  const id = useId();
  const problem = useFieldProblem(name);
  return (
    <fieldset className="filters__group stack stack--small">
      <legend>
        {label} {!isRequired && <span className="field__optional muted">{text('common.optional')}</span>}
      </legend>
      {description && <span className="muted small">{description}</span>}
      {options.map((option, index) => (
        <div key={option.value} className="choice">
          <input
            id={`${id}-${option.value}`}
            className="choice__control"
            type="radio"
            name={`${id}-${name}`}
            value={option.value}
            checked={value === option.value}
            // The description is a part of the label only for clicks.
            aria-labelledby={`${id}-${option.value}-label`}
            aria-describedby={option.description ? `${id}-${option.value}-help` : undefined}
            // The form focuses the first control with a problem.
            aria-invalid={index === 0 && problem ? true : undefined}
            onChange={() => onChange(option.value)}
          />
          <label htmlFor={`${id}-${option.value}`} className="choice__text">
            <span id={`${id}-${option.value}-label`}>{option.label}</span>
            {option.description && (
              <span id={`${id}-${option.value}-help`} className="muted small">
                {option.description}
              </span>
            )}
          </label>
        </div>
      ))}
      {problem && <span className="field__problem small">{problem}</span>}
    </fieldset>
  );
}
