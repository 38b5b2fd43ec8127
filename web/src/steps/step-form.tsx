import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { type Outcome, useApiMutation } from '../api/use-api.ts';
import type { TypedDocumentString } from '../generated/graphql.ts';
import type { Money } from '../i18n/amounts.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Form, useSubmission } from '../ui/form.tsx';
import { useIdempotencyKey } from '../ui/use-idempotency-key.ts';
import { StepEffects } from './step-effects.tsx';
import { StepFieldControl } from './step-field-control.tsx';
import { emptyValue, inputOf, type StepField, type StepValues, unreadableIn } from './step-values.ts';

/** The mutation of a step. Its input is made of the fields that the API describes. */
export type StepDocument = TypedDocumentString<object, { input: never }>;

/** A step that the viewer may take, as the API describes it. */
export interface StepAction {
  readonly step: string;
  readonly isFinal: boolean;
  readonly fields: readonly StepField[];
}

interface StepFormProps {
  readonly action: StepAction;
  readonly document: StepDocument;
  /** The input that names the object: `{ orderId }` or `{ adId }`. */
  readonly target: Readonly<Record<string, unknown>>;
  /** The values to begin with. */
  readonly values?: StepValues;
  /** An amount in the currency of the order. */
  readonly money: Money;
  readonly submitLabel: string;
  /** Draws what the step would do with these values. */
  readonly effect?: ((values: StepValues) => ReactNode) | undefined;
  readonly onTaken: () => void;
  readonly onCancel: () => void;
}

/** The form of a step, made from the description of its fields. A step that ends something asks for a confirmation. */
export function StepForm({
  action,
  document,
  target,
  values: first = {},
  money,
  submitLabel,
  effect,
  onTaken,
  onCancel,
}: StepFormProps) {
  const text = useText();
  const { timeZone = 'UTC' } = useIntl();
  const idempotencyKey = useIdempotencyKey();
  const [values, setValues] = useState<StepValues>(first);
  const orderId = typeof target['orderId'] === 'string' ? target['orderId'] : undefined;
  const context = useMemo(() => ({ money, timeZone, orderId }), [money, timeZone, orderId]);
  const take = useApiMutation(document);
  const { submit, isPending, refusal } = useSubmission(
    useCallback(async (): Promise<Outcome<unknown>> => {
      const unreadable = action.fields.flatMap((field) =>
        unreadableIn(field, values[field.name] ?? emptyValue, context),
      );
      const missing = missingIn(action.fields, inputOf(action.fields, values, context));
      const problems = [
        ...missing.map(({ name }) => ({ field: name, message: text('step.missing') })),
        ...unreadable.map(({ name, kind }) => ({ field: name, message: text(`step.unreadable.${kind}`) })),
      ];
      if (problems.length > 0)
        return { refusal: { code: 'INPUT_INVALID', message: text('error.checkFields'), problems } };
      const input = { ...target, ...inputOf(action.fields, values, context), idempotencyKey };
      return take({ input: input as never });
    }, [action, values, context, take, target, idempotencyKey, text]),
  );
  const send = async () => {
    if (await submit()) onTaken();
  };
  const given = inputOf(action.fields, values, context);
  return (
    <Form
      onSubmit={send}
      isPending={isPending}
      refusal={refusal}
      submitLabel={submitLabel}
      isDanger={action.isFinal}
      actions={<Button onPress={onCancel}>{text('common.cancel')}</Button>}
    >
      {action.isFinal && <p>{text('step.isFinal')}</p>}
      {action.fields.map((field) => (
        <StepFieldControl
          key={field.name}
          step={action.step}
          field={field}
          value={values[field.name] ?? emptyValue}
          context={context}
          onChange={(change) =>
            setValues((before) => ({ ...before, [field.name]: change(before[field.name] ?? emptyValue) }))
          }
        />
      ))}
      {effect?.(values)}
      <StepEffects
        action={action}
        input={missingIn(action.fields, given).length === 0 ? { ...target, ...given } : undefined}
      />
    </Form>
  );
}

/** The required fields without a value. The types of GraphQL refuse those before the step can name them. */
const missingIn = (fields: readonly StepField[], input: Readonly<Record<string, unknown>>): readonly StepField[] =>
  fields.filter(({ name, isRequired }) => isRequired && input[name] === undefined);
