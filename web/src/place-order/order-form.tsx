import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { type PaymentMethod, PlaceOrderDocument, type PriceOptionViewFragment } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { toast } from '../ui/announcer.tsx';
import { Form, useSubmission } from '../ui/form.tsx';
import { inputLimits } from '../ui/input-limits.ts';
import { Notice } from '../ui/notice.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useIdempotencyKey } from '../ui/use-idempotency-key.ts';
import { ItemsFields } from './items-fields.tsx';
import { type DraftItem, itemInput, newItem, type Offer } from './order-items.ts';
import type { SpaceToOrder } from './place-order-page.tsx';

interface OrderFormProps {
  readonly space: SpaceToOrder;
  /** The price option with which the order begins. */
  readonly option: PriceOptionViewFragment;
  /** The price options of further items. */
  readonly more?: readonly Offer[];
  readonly brief?: string;
  readonly paymentMethods: readonly PaymentMethod[];
}

/** The form of a new order: its items, the brief, and how to pay. */
export function OrderForm({ space, option, more = [], brief: firstBrief = '', paymentMethods }: OrderFormProps) {
  const text = useText();
  const navigate = useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const [brief, setBrief] = useState(firstBrief);
  const [paymentMethod, setPaymentMethod] = useState<PaymentMethod | ''>(paymentMethods[0] ?? '');
  const [items, setItems] = useState<readonly DraftItem[]>(() => [{ space, option }, ...more].map(newItem));
  const place = useApiMutation(PlaceOrderDocument);
  const { submit, refusal, isPending } = useSubmission(
    useCallback(async () => {
      // Without a method the API refuses the order, and names the field.
      const method = paymentMethod as PaymentMethod;
      return place({ input: { items: items.map(itemInput), brief, paymentMethod: method, idempotencyKey } });
    }, [place, items, brief, paymentMethod, idempotencyKey]),
  );
  const send = async () => {
    const result = await submit();
    if (!result) return;
    toast(text('placeOrder.placed', { number: result.number }));
    await navigate({ to: paths.order, params: { number: String(result.number) } });
  };
  return (
    <Form onSubmit={send} isPending={isPending} refusal={refusal} submitLabel={text('placeOrder.submit')}>
      <ItemsFields space={space} currency={option.price.currency} items={items} onChange={setItems} />
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
      {refusal && 'spaces' in refusal && <FreeDays spaces={refusal.spaces as readonly SpaceWithFreeDays[]} />}
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

/** A space whose days are taken, with the days around them that are free. */
interface SpaceWithFreeDays {
  readonly spaceId: string;
  readonly title: string;
  readonly free: readonly { readonly from: string; readonly to: string }[];
}

function FreeDays({ spaces }: { readonly spaces: readonly SpaceWithFreeDays[] }) {
  const text = useText();
  const { day } = useFormats();
  return spaces
    .filter(({ free }) => free.length > 0)
    .map(({ spaceId, title, free }) => (
      <Notice key={spaceId} tone="warn" isLive>
        {text('placeOrder.freeDays', { space: title })}
        <ul>
          {free.map(({ from, to }) => (
            <li key={from}>{text('common.range', { from: day(from), to: day(to) })}</li>
          ))}
        </ul>
      </Notice>
    ));
}
