import type { HTMLInputTypeAttribute, KeyboardEvent } from 'react';
import { Field, type FieldProps } from './field.tsx';

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: HTMLInputTypeAttribute;
  readonly maxLength?: number | undefined;
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url';
  readonly min?: string | number | undefined;
  readonly max?: string | number | undefined;
  readonly isMultiline?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** A field for a text, also a date, a number or an address by `type`. What people type may be in any direction. */
export function TextField({ value, onChange, type = 'text', isMultiline = false, ...props }: TextFieldProps) {
  const { maxLength, autoComplete, inputMode, min, max, onKeyDown, ...field } = props;
  return (
    <Field {...field}>
      {(control) =>
        isMultiline ? (
          <textarea
            {...control}
            dir="auto"
            maxLength={maxLength}
            onKeyDown={onKeyDown}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <input
            {...control}
            {...{ type, maxLength, autoComplete, inputMode, min, max, onKeyDown }}
            dir={type === 'text' ? 'auto' : undefined}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
