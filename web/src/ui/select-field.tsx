import { useText } from '../i18n/use-text.ts';
import { Field, type FieldProps } from './field.tsx';

export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

interface SelectFieldProps<Value extends string> extends FieldProps {
  readonly value: Value | '';
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value | '') => void;
  /** The text of the empty choice. Absent: nothing can be chosen that is not an option. */
  readonly emptyLabel?: string;
}

/** A field that chooses one of several options, with the list of the device. */
export function SelectField<Value extends string>({
  value,
  options,
  onChange,
  emptyLabel,
  ...field
}: SelectFieldProps<Value>) {
  const text = useText();
  const hasEmpty = emptyLabel !== undefined || !field.isRequired || value === '';
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value as Value | '')}>
          {hasEmpty && <option value="">{emptyLabel ?? text('common.choose')}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
