import { FilesField, imageTypes } from '../files/files-field.tsx';
import { useApiText, useText } from '../i18n/use-text.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PlacementField } from './placement-field.tsx';
import { ProposedItemsField } from './proposed-items-field.tsx';
import type { StepContext, StepField, StepValue } from './step-values.ts';

interface StepFieldControlProps {
  /** The step, which gives its fields descriptions of their own. */
  readonly step: string;
  readonly field: StepField;
  readonly value: StepValue;
  readonly context: StepContext;
  readonly onChange: (change: (value: StepValue) => StepValue) => void;
}

/** A text with more characters than this gets several lines. */
const maxLineCharacters = 300;

/** The control for a field of a step, by the kind of its value. */
export function StepFieldControl({ step, field, value, context, onChange }: StepFieldControlProps) {
  const text = useText();
  const apiText = useApiText();
  const frame = {
    name: field.name,
    isRequired: field.isRequired,
    label: apiText(`stepField.${field.name}`, field.title),
    description: apiText(`stepFieldHelp.${step}.${field.name}`, field.description, {
      maxCount: field.maxCount ?? 0,
      min: field.minValue ?? 0,
      max: field.maxValue ?? 0,
    }),
  };
  const textProps = {
    ...frame,
    value: value.text,
    onChange: (typed: string) => onChange((before) => ({ ...before, text: typed })),
  };
  const files = {
    ...frame,
    files: value.files,
    onChange: (change: (before: StepValue['files']) => StepValue['files']) =>
      onChange((before) => ({ ...before, files: change(before.files) })),
    accept: imageTypes,
  };
  switch (field.kind) {
    case 'FILES':
      return <FilesField {...files} maxCount={field.maxCount ?? 1} />;
    case 'ITEMS':
      return (
        <ProposedItemsField
          {...{ label: frame.label, description: frame.description, items: value.items, money: context.money }}
          orderId={context.orderId ?? ''}
          onChange={(items) => onChange((before) => ({ ...before, items }))}
        />
      );
    case 'CHOICE':
      return (
        <ChoiceField
          {...textProps}
          options={field.options.map((option) => ({
            value: option.value,
            label: apiText(`stepOption.${option.value}`, option.title),
            description: apiText(`stepOptionHelp.${step}.${field.name}.${option.value}`, option.description),
          }))}
        />
      );
    case 'ID':
      if (field.typeName === 'File') return <FilesField {...files} maxCount={1} />;
      return field.typeName === 'Placement' ? <PlacementField {...textProps} /> : <TextField {...textProps} />;
    case 'DATE':
      return (
        <TextField
          {...textProps}
          type="datetime-local"
          description={text('step.dateHelp', { help: frame.description, zone: context.timeZone })}
        />
      );
    case 'MONEY':
      return (
        <TextField
          {...textProps}
          inputMode="decimal"
          label={text('step.moneyLabel', { label: frame.label, currency: context.money.currency })}
        />
      );
    case 'NUMBER':
      return <TextField {...textProps} inputMode="numeric" />;
    case 'LINK':
      return <TextField {...textProps} type="url" inputMode="url" maxLength={field.maxLength ?? undefined} />;
    default:
      return (
        <TextField
          {...textProps}
          isMultiline={(field.maxLength ?? 0) > maxLineCharacters}
          maxLength={field.maxLength ?? undefined}
        />
      );
  }
}
