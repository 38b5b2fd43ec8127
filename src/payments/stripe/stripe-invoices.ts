/**
 * Invoices of subscriptions at Stripe. Placard does not create them (decision 18), but the metadata of an invoice or its
 * subscription may name a payment or an order whose month it pays.
 */

import type Stripe from 'stripe';
import type { PaymentProviderName } from '../../generated/prisma/client.ts';
import type { Order } from '../../orders/order.ts';
import type { Tx } from '../../platform/db.ts';
import { isUuid } from '../../platform/uuid.ts';
import { applyIncomingPayment, applyRequestFailure } from '../incoming-payments.ts';
import type { PaymentServices } from '../providers.ts';
import { fromStripe } from './stripe-amounts.ts';
import { stripeKeys } from './stripe-provider.ts';

const provider: PaymentProviderName = 'STRIPE';

/** The payment or order that an invoice names. */
interface InvoiceTarget {
  readonly paymentId: string | null;
  readonly orderNumber: number | null;
}

type EventHandler = (tx: Tx) => Promise<Order | undefined>;

/**
 * The handler of an invoice that was paid or could not be collected; undefined if it names no payment or order. The state
 * of the invoice is read from Stripe, because events arrive in any order. Throws if Stripe does not answer.
 */
export async function invoiceHandlers(
  app: PaymentServices,
  notifiedInvoice: Stripe.Invoice,
): Promise<readonly EventHandler[] | undefined> {
  const target = findInvoiceTarget(notifiedInvoice);
  if (!target) return undefined;
  const invoice = await app.providers.STRIPE.invoice?.(notifiedInvoice.id);
  if (!invoice) throw new Error('Stripe is not set up');
  const payments = (invoice.payments?.data ?? []).flatMap(({ status, payment: { payment_intent: intent } }) =>
    intent ? [{ status, intent }] : [],
  );
  if (invoice.status === 'paid') {
    // Paid with a credit or outside of Stripe: there is no payment to count or to refund there.
    if (invoice.amount_paid === 0) return [];
    const intent = payments.find(({ status }) => status === 'paid')?.intent;
    const amount = fromStripe(invoice.amount_paid, invoice.currency);
    const reference = (typeof intent === 'string' ? intent : intent?.id) ?? invoice.id;
    return [
      async (tx) =>
        applyIncomingPayment(app, tx, { provider, reference, amount, paymentId: await requestFor(tx, target) }),
    ];
  }
  if (invoice.status !== 'open') return [];
  const failed = payments.map(({ intent }) => (typeof intent === 'string' ? undefined : intent.last_payment_error));
  const reason = failed.find((error) => error?.message)?.message;
  return [
    async (tx) => applyRequestFailure(app, tx, { paymentId: await requestFor(tx, target), reason, isOverdue: true }),
  ];
}

/** An invoice of an API version before 2025-03-31.basil has the details of its subscription itself. */
type OlderInvoice = Pick<Stripe.Invoice.Parent, 'subscription_details'>;

/** The metadata of the invoice, or of its subscription at that time. */
function findInvoiceTarget(invoice: Stripe.Invoice & Partial<OlderInvoice>): InvoiceTarget | undefined {
  const details = (invoice.parent ?? invoice).subscription_details;
  for (const metadataOf of [invoice.metadata, details?.metadata]) {
    const paymentId = metadataOf?.[stripeKeys.payment];
    const orderNumber = Number(metadataOf?.[stripeKeys.order]);
    if (paymentId && isUuid(paymentId)) return { paymentId, orderNumber: null };
    if (Number.isInteger(orderNumber) && orderNumber > 0 && orderNumber <= maxInt)
      return { paymentId: null, orderNumber };
  }
  return undefined;
}

const maxInt = 2 ** 31 - 1;

/**
 * The request that the invoice pays: the open request of the newest month of the order, because the metadata of a
 * subscription does not change; without one, the last request. Undefined if the order is unknown.
 */
async function requestFor(tx: Tx, { paymentId, orderNumber }: InvoiceTarget): Promise<string | undefined> {
  const [newest] = await tx.$queryRaw<{ id: string }[]>`
    with recursive month as (
      select id, 1 as place from "order"
      where number = ${orderNumber}::int or id = (select order_id from payment where id = ${paymentId}::uuid)
      union all
      select next.id, place + 1 from "order" next join month on next.predecessor_id = month.id
    )
    select id from month order by place desc limit 1`;
  if (!newest) return undefined;
  const requests = await tx.payment.findMany({ where: { orderId: newest.id }, orderBy: { id: 'desc' } });
  const open = requests.filter(({ status }) => status === 'OPEN');
  const renewal = open.find(({ purpose }) => purpose === 'RENEWAL');
  return (renewal ?? open[0] ?? requests[0])?.id;
}
