import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import {
  type PaymentExceptionOutcome,
  type PaymentExceptionViewFragment,
  ResolvePaymentExceptionDocument,
} from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { toast } from '../ui/announcer.tsx';
import { Badge } from '../ui/badge.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Details } from '../ui/details.tsx';
import { TextField } from '../ui/text-field.tsx';

/** The decisions that are possible. Those about money that was counted are left to the server. */
const outcomesFor = ({
  kind,
  movementStatus,
  order,
}: PaymentExceptionViewFragment): readonly PaymentExceptionOutcome[] => [
  ...(kind === 'RECEIVED' && order ? (['ACCEPT'] as const) : []),
  ...(kind === 'RECEIVED' || movementStatus === 'FAILED' ? (['REFUND'] as const) : []),
  'MANUAL',
];

/** The reasons that are codes; any other one is a message of the payment provider. */
const mismatches = ['TOO_LITTLE', 'TOO_MUCH', 'OTHER_CURRENCY', 'UNKNOWN_ORDER', 'MORE_THAN_IS_LEFT'] as const;
const isKnown = (reason: string): reason is (typeof mismatches)[number] =>
  (mismatches as readonly string[]).includes(reason);

interface PaymentExceptionCardProps {
  readonly exception: PaymentExceptionViewFragment;
  readonly onDone: () => void;
}

/** Money that does not match its order, and the decision about it. */
export function PaymentExceptionCard({ exception, onDone }: PaymentExceptionCardProps) {
  const text = useText();
  const { money } = useFormats();
  const resolve = useApiMutation(ResolvePaymentExceptionDocument);
  const outcomes = outcomesFor(exception);
  const [outcome, setOutcome] = useState(outcomes[0] ?? 'MANUAL');
  const [note, setNote] = useState('');
  const { id, order, amount, kind, reference, mismatch } = exception;
  return (
    <>
      <div className="row">
        <Badge tone="warn">{text('desk.paymentException')}</Badge>
        <h2>{money(amount)}</h2>
        {order && (
          <Link to={paths.order} params={{ number: String(order.number) }}>
            {text('order.title', { number: order.number })}
          </Link>
        )}
      </div>
      <Details
        rows={[
          [text('desk.paymentKind'), text(`desk.paymentKind.${kind}`)],
          [text('desk.paymentReason'), mismatch && (isKnown(mismatch) ? text(`desk.mismatch.${mismatch}`) : mismatch)],
          [text('payment.reference'), reference],
        ]}
      />
      <div>
        <ActionButton
          variant="primary"
          label={text('desk.resolve')}
          subject={money(amount)}
          run={(idempotencyKey) => resolve({ input: { paymentExceptionId: id, outcome, note, idempotencyKey } })}
          onDone={() => {
            toast(text('desk.resolved'));
            onDone();
          }}
        >
          <ChoiceField
            name="outcome"
            isRequired
            label={text('desk.outcome')}
            value={outcome}
            options={outcomes.map((value) => ({ value, label: text(`desk.paymentOutcome.${value}`) }))}
            onChange={(value) => setOutcome(value as PaymentExceptionOutcome)}
          />
          <TextField
            name="note"
            isRequired
            isMultiline
            label={text('desk.paymentNote')}
            description={order ? text('desk.paymentNoteHelp') : undefined}
            value={note}
            onChange={setNote}
          />
        </ActionButton>
      </div>
    </>
  );
}
