import { useApiMutation } from '../api/use-api.ts';
import { type PaymentViewFragment, RefreshPaymentLinkDocument } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { toast } from '../ui/announcer.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Details } from '../ui/details.tsx';
import { refusalText } from '../ui/form.tsx';
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
        <PaymentItem key={payment.id} order={order} payment={payment} />
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

function PaymentItem({ order, payment }: { readonly order: Order; readonly payment: PaymentViewFragment }) {
  const text = useText();
  const { money, dateTime } = useFormats();
  const isOpen = payment.status === 'OPEN' || payment.status === 'FAILED';
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
          [text('payment.reference'), isOpen && payment.instructions && text('order.title', { number: order.number })],
        ]}
      />
      {isOpen && !payment.inProgressSince && order.viewerRole === 'ADVERTISER' && (
        <PaymentLink order={order} payment={payment} />
      )}
      {payment.receipts.map(({ number, url, amount }) => (
        <a key={number} href={url} target="_blank" rel="noopener noreferrer">
          {text('payment.receipt', { number, amount: money(amount) })}
        </a>
      ))}
    </div>
  );
}

/** The link to the page of the payment provider, or a button for a new one if the link has expired. */
function PaymentLink({ order, payment }: { readonly order: Order; readonly payment: PaymentViewFragment }) {
  const text = useText();
  const refresh = useApiMutation(RefreshPaymentLinkDocument);
  if (payment.checkoutUrl)
    return (
      <a className="button button--primary" href={payment.checkoutUrl}>
        {text('payment.payNow')}
      </a>
    );
  if (payment.method !== 'CARD' && payment.method !== 'TEST') return null;
  const request = async () => {
    const { refusal } = await refresh({ input: { orderId: order.id } });
    toast(refusal ? refusalText(text, refusal) : text('payment.linkRequested'));
  };
  return <Button onPress={() => void request()}>{text('payment.newLink')}</Button>;
}
