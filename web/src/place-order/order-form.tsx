import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import {
  type PaymentMethod,
  PlaceOrderDocument,
  type PriceOptionViewFragment,
  type SpaceToOrderQuery,
} from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { toast } from '../ui/announcer.tsx';
import { Form, useSubmission } from '../ui/form.tsx';
import { inputLimits } from '../ui/input-limits.ts';
import { Notice } from '../ui/notice.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useIdempotencyKey } from '../ui/use-idempotency-key.ts';

interface OrderFormProps {
  readonly space: NonNullable<SpaceToOrderQuery['space']>;
  readonly option: PriceOptionViewFragment;
  readonly paymentMethods: readonly PaymentMethod[];
}

/** The form of a new order: the brief, the days, and how to pay. */
export function OrderForm({ space, option, paymentMethods }: OrderFormProps) {
  const text = useText();
  const { day } = useFormats();
  const navigate = useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const [brief, setBrief] = useState('');
  const [paymentMethod, setPaymentMethod] = useState<PaymentMethod | ''>(paymentMethods[0] ?? '');
  const [startsOn, setStartsOn] = useState('');
  const [endsOn, setEndsOn] = useState('');
  // The option itself says for how many days it runs, unless it counts something else.
  const asksForEnd = startsOn !== '' && option.measure !== 'DAYS' && !option.isMonthly;
  const place = useApiMutation(PlaceOrderDocument);
  const { submit, refusal, isPending } = useSubmission(
    useCallback(async () => {
      const item = {
        priceOptionId: option.id,
        startsOn: startsOn || undefined,
        endsOn: asksForEnd ? endsOn || undefined : undefined,
      };
      // Without a method the API refuses the order, and names the field.
      const method = paymentMethod as PaymentMethod;
      return place({ input: { items: [item], brief, paymentMethod: method, idempotencyKey } });
    }, [place, option.id, startsOn, endsOn, asksForEnd, brief, paymentMethod, idempotencyKey]),
  );
  const send = async () => {
    const result = await submit();
    if (!result) return;
    toast(text('placeOrder.placed', { number: result.number }));
    await navigate({ to: paths.order, params: { number: String(result.number) } });
  };
  const free = refusal && 'spaces' in refusal ? freeDaysIn(refusal.spaces) : [];
  return (
    <Form onSubmit={send} isPending={isPending} refusal={refusal} submitLabel={text('placeOrder.submit')}>
      <TextField
        name="brief"
        isRequired
        isMultiline
        maxLength={inputLimits.briefCharacters}
        label={text('placeOrder.brief')}
        description={text('placeOrder.briefHelp')}
        value={brief}
        onChange={setBrief}
      />
      <TextField
        name="startsOn"
        type="date"
        min={space.firstBookableDay}
        label={text('placeOrder.startsOn')}
        description={text('placeOrder.startsOnHelp', { zone: space.timeZone })}
        value={startsOn}
        onChange={setStartsOn}
      />
      {asksForEnd && (
        <TextField
          name="endsOn"
          type="date"
          isRequired
          min={startsOn}
          label={text('placeOrder.endsOn')}
          value={endsOn}
          onChange={setEndsOn}
        />
      )}
      {free.length > 0 && (
        <Notice tone="warn" isLive>
          {text('placeOrder.freeDays')}
          <ul>
            {free.map(({ from, to }) => (
              <li key={from}>{text('common.range', { from: day(from), to: day(to) })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <SelectField
        name="paymentMethod"
        isRequired
        label={text('placeOrder.paymentMethod')}
        value={paymentMethod}
        options={paymentMethods.map((value) => ({ value, label: text(`paymentMethod.${value}`) }))}
        onChange={setPaymentMethod}
      />
    </Form>
  );
}

interface FreeDays {
  readonly from: string;
  readonly to: string;
}

const freeDaysIn = (spaces: unknown): readonly FreeDays[] =>
  (spaces as readonly { readonly free: readonly FreeDays[] }[]).flatMap(({ free }) => free);
