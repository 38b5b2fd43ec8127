/** The frame of a form field: label, description and problem, tied to the control for screen readers. */
import { type ReactNode, useId } from 'react';
import { useText } from '../i18n/use-text.ts';
import { useFieldProblem } from './form.tsx';

export interface FieldProps {
  /** The name in the input of the mutation, by which a refusal names the field. */
  readonly name: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly isRequired?: boolean;
}

/** The attributes that the frame gives to its control. */
export interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly className: string;
  readonly required: boolean;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

interface FieldFrameProps extends FieldProps {
  readonly children: (control: ControlProps) => ReactNode;
}

/** A labelled control with its description and its problem. Optional fields are marked, required ones are not. */
export function Field({ name, label, description, isRequired = false, children }: FieldFrameProps) {
  const text = useText();
  const id = useId();
  const problem = useFieldProblem(name);
  const describedBy = [description ? `${id}-description` : '', problem ? `${id}-problem` : ''].filter(Boolean);
  return (
    <div className="field">
      <label htmlFor={id} className="field__label">
        {label} {!isRequired && <span className="field__optional muted">{text('common.optional')}</span>}
      </label>
      {description && (
        <span id={`${id}-description`} className="muted small">
          {description}
        </span>
      )}
      {children({
        id,
        name,
        className: 'field__control',
        required: isRequired,
        'aria-describedby': describedBy.join(' ') || undefined,
        'aria-invalid': problem !== undefined,
      })}
      {problem && (
        <span id={`${id}-problem`} className="field__problem small">
          {problem}
        </span>
      )}
    </div>
  );
}
