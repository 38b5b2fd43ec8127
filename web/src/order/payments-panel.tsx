import type { PaymentViewFragment } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { Badge } from '../ui/badge.tsx';
import { Details } from '../ui/details.tsx';
import type { OrderParts } from './order-parts.tsx';
import type { Order } from './order-room.tsx';

interface PaymentsPanelProps {
  readonly order: Order;
  readonly parts: OrderParts;
}

/** The payments of an order: what is due and how to pay it, what was paid, and the receipts. */
export function PaymentsPanel({
  order,
  parts: { payments, creditNotes, amountPaid, amountDue, amountRefunded },
}: PaymentsPanelProps) {
  const text = useText();
  const { money } = useFormats();
  return (
    <section className="card stack" aria-labelledby="payments">
      <h2 id="payments">{text('payment.title')}</h2>
      <Details
        rows={[
          [text('payment.status'), text(`paymentStatus.${order.paymentStatus}`)],
          [text('payment.paid'), money(amountPaid)],
          [text('payment.due'), amountDue.minorUnits > 0 && money(amountDue)],
          [text('payment.refunded'), amountRefunded.minorUnits > 0 && money(amountRefunded)],
        ]}
      />
      {payments.length === 0 && <p className="muted">{text('payment.none')}</p>}
      {payments.map((payment) => (
        <PaymentItem key={payment.id} payment={payment} />
      ))}
      {creditNotes.length > 0 && (
        <ul className="plain-list stack stack--small">
          {creditNotes.map(({ number, url, amount, voidedAt }) => (
            <li key={number}>
              <a href={url} target="_blank" rel="noopener noreferrer">
                {text('payment.creditNote', { number, amount: money(amount) })}
              </a>{' '}
              {voidedAt && <Badge tone="warn">{text('payment.creditNoteVoid')}</Badge>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function PaymentItem({ payment }: { readonly payment: PaymentViewFragment }) {
  const text = useText();
  const { money, dateTime } = useFormats();
  const isOpen = payment.status === 'OPEN' || payment.status === 'FAILED';
  // The page of the provider works for a time; the other one leads to it.
  const payLink = payment.checkoutUrl ?? payment.payUrl;
  return (
    <div className="stack stack--small">
      <div className="row row--spread">
        <strong>{money(payment.amount)}</strong>
        <Badge tone={isOpen ? 'warn' : 'info'}>{text(`paymentRequestStatus.${payment.status}`)}</Badge>
      </div>
      <Details
        rows={[
          [text('order.paymentMethod'), text(`paymentMethod.${payment.method}`)],
          [text('payment.received'), isOpen && payment.amountReceived.minorUnits > 0 && money(payment.amountReceived)],
          [text('payment.inProgressSince'), isOpen && payment.inProgressSince && dateTime(payment.inProgressSince)],
          [text('payment.dueAt'), isOpen && payment.dueAt && dateTime(payment.dueAt)],
          [text('payment.settledAt'), payment.settledAt && dateTime(payment.settledAt)],
          [text('payment.failure'), payment.failureMessage],
          [text('payment.instructions'), isOpen && payment.instructions],
          [text('payment.reference'), isOpen && payment.transferReference],
        ]}
      />
      {isOpen && payLink && (
        <a className="button button--primary" href={payLink}>
          {text('payment.payNow')}
        </a>
      )}
      {payment.receipts.map(({ number, url, amount }) => (
        <a key={number} href={url} target="_blank" rel="noopener noreferrer">
          {text('payment.receipt', { number, amount: money(amount) })}
        </a>
      ))}
    </div>
  );
}
