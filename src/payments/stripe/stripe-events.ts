/** Stripe events: stored on arrival and handled by a job, each once, in any order. */
import type Stripe from 'stripe';
import type { PaymentProviderName, Prisma, ProviderEvent, ProviderEventStatus } from '../../generated/prisma/client.ts';
import type { Order } from '../../orders/order.ts';
import { publishOrderChange } from '../../orders/take-step.ts';
import type { Tx } from '../../platform/db.ts';
import type { JobDefinition } from '../../platform/jobs.ts';
import { truncateReason } from '../../platform/retries.ts';
import { isUuid } from '../../platform/uuid.ts';
import { applyCheckoutExpiry, applyCheckoutFailure, applyIncomingPayment } from '../incoming-payments.ts';
import { applyPaymentInProgress } from '../payments-in-progress.ts';
import { providerJob } from '../provider-jobs.ts';
import type { PaymentServices } from '../providers.ts';
import { applyExternalRefund, recordRefundAnswer } from '../refunds.ts';
import { applyChargeback } from './chargebacks.ts';
import type { ReceivedEvent } from './event-shapes.ts';
import { fromStripe } from './stripe-amounts.ts';
import { invoiceHandlers } from './stripe-invoices.ts';
import { refundOutcomeOf, stripeKeys } from './stripe-provider.ts';

const handleEventJobName = 'act-on-provider-event';
const provider: PaymentProviderName = 'STRIPE';

/**
 * Stores an event and queues its job in one transaction. An event that lacks fields is stored as failed, because it would
 * lack them again. Returns false for a repeated event, which changes nothing.
 */
export async function storeEvent(
  app: PaymentServices,
  { id, type, payload, isComplete }: ReceivedEvent,
): Promise<boolean> {
  const receivedAt = app.clock.now();
  return app.db.$transaction(async (tx) => {
    const { count } = await tx.providerEvent.createMany({
      data: [
        {
          ...{ id, provider, type, receivedAt },
          payload: payload as Prisma.InputJsonObject,
          ...(isComplete
            ? { status: 'NEW' as const }
            : { status: 'FAILED' as const, error: 'The event lacks fields.', handledAt: receivedAt }),
        },
      ],
      skipDuplicates: true,
    });
    if (count > 0 && isComplete) await app.jobs.enqueue(tx, handleEventJobName, [{ eventId: id }], 'urgent');
    return count > 0;
  });
}

/** Handles an event. The changes and the completion are one transaction, so an interrupted job acts once. */
export const handleEventJob = (app: PaymentServices): JobDefinition<{ eventId: string }> =>
  providerJob(app, handleEventJobName, async ({ eventId }, isLastTry) => {
    const event = await app.db.providerEvent.findUnique({ where: { id: eventId } });
    if (event?.status !== 'NEW') return;
    try {
      const orders = await handleEvent(app, event, isLastTry);
      for (const order of orders) publishOrderChange(app, order);
    } catch (error) {
      if (!isLastTry) throw error;
      app.log.error({ err: error, eventId, type: event.type }, 'Stripe event could not be processed');
      const reason = truncateReason(error instanceof Error ? error.message : String(error));
      await app.db.providerEvent.updateMany({
        where: { id: eventId, status: 'NEW' },
        data: { status: 'FAILED', error: reason, handledAt: app.clock.now() },
      });
    }
  });

async function handleEvent(app: PaymentServices, event: ProviderEvent, isLastTry: boolean): Promise<readonly Order[]> {
  // storeEvent wrote it from an event with a valid signature and the fields that are used.
  const stripeEvent = event.payload as unknown as Stripe.Event;
  const { status, handlers } = await handlersFor(app, stripeEvent);
  if (status === 'UNHANDLED') app.log.warn({ eventId: event.id, type: event.type }, 'unhandled Stripe event');
  return app.db.$transaction(async (tx) => {
    const { count } = await tx.providerEvent.updateMany({
      where: { id: event.id, status: 'NEW' },
      data: { status, handledAt: app.clock.now() },
    });
    if (count === 0) return [];
    const orders: Order[] = [];
    for (const handle of handlers) {
      const order = await handle(tx, isLastTry);
      if (order) orders.push(order);
    }
    return orders;
  });
}

type EventHandler = (tx: Tx, isLastTry: boolean) => Promise<Order | undefined>;

/** The handler of an event. Requests to Stripe are made here, outside of any transaction. */
async function handlersFor(
  app: PaymentServices,
  event: Stripe.Event,
): Promise<{ status: ProviderEventStatus; handlers: readonly EventHandler[] }> {
  const done = (...handlers: EventHandler[]) => ({ status: 'DONE', handlers }) as const;
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded': {
      const session = event.data.object;
      const incomingPayment = incomingPaymentOf(session);
      if (session.payment_status === 'paid') return done((tx) => applyIncomingPayment(app, tx, incomingPayment));
      // Stripe reports an unpaid session again when it is paid.
      const progress = { paymentId: incomingPayment.paymentId, page: pageOf(session) };
      return session.payment_status === 'unpaid' ? done((tx) => applyPaymentInProgress(app, tx, progress)) : done();
    }
    case 'checkout.session.async_payment_failed':
      return done((tx) => applyCheckoutFailure(app, tx, pageOf(event.data.object), undefined));
    case 'checkout.session.expired':
      return done((tx) => applyCheckoutExpiry(app, tx, pageOf(event.data.object)));
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated':
      return done(refundHandler(app, event.data.object));
    case 'charge.refunded':
      return done(...(await refundsOf(app, event.data.object)).map((refund) => refundHandler(app, refund)));
    case 'charge.dispute.created': {
      const { payment_intent, amount, currency, reason } = event.data.object;
      const chargeback = { provider, source: idOf(payment_intent) ?? '', amount: fromStripe(amount, currency), reason };
      return done((tx, isLastTry) => applyChargeback(app, tx, chargeback, isLastTry));
    }
    case 'invoice.paid':
    case 'invoice.payment_failed': {
      const handlers = await invoiceHandlers(app, event.data.object);
      return handlers ? done(...handlers) : { status: 'UNHANDLED', handlers: [] };
    }
    default:
      return { status: 'IGNORED', handlers: [] };
  }
}

const idOf = (reference: string | { readonly id: string } | null | undefined): string | undefined =>
  typeof reference === 'string' ? reference : reference?.id;

const pageOf = ({ id: reference }: Stripe.Checkout.Session) => ({ provider, reference });

function incomingPaymentOf(session: Stripe.Checkout.Session) {
  const paymentId = session.metadata?.[stripeKeys.payment] ?? session.client_reference_id ?? '';
  return {
    provider,
    // Refunds name this reference.
    reference: idOf(session.payment_intent) ?? session.id,
    amount: fromStripe(session.amount_total ?? 0, session.currency ?? ''),
    paymentId: isUuid(paymentId) ? paymentId : undefined,
    page: session.id,
  };
}

async function refundsOf(app: PaymentServices, charge: Stripe.Charge): Promise<readonly Stripe.Refund[]> {
  const paymentIntent = idOf(charge.payment_intent);
  return (paymentIntent && (await app.providers.STRIPE.refundsOf?.(paymentIntent))) || [];
}

/** One of our refunds is updated; a refund made at Stripe is recorded when it is completed. */
function refundHandler(app: PaymentServices, refund: Stripe.Refund): EventHandler {
  const answer = refundOutcomeOf(refund);
  const { [stripeKeys.refund]: ours, [stripeKeys.attempt]: attempt } = refund.metadata ?? {};
  return async (tx, isLastTry) => {
    const movement = await tx.paymentMovement.findFirst({
      where: { OR: [{ provider, reference: refund.id }, ...(ours && isUuid(ours) ? [{ id: ours }] : [])] },
    });
    if (movement)
      return recordRefundAnswer(app, tx, {
        movementId: movement.id,
        attempt: Number(attempt ?? movement.attempt),
        answer,
      });
    if (answer.status !== 'succeeded') return undefined;
    const source = idOf(refund.payment_intent) ?? '';
    const amount = fromStripe(refund.amount, refund.currency);
    return applyExternalRefund(app, tx, { provider, reference: refund.id, source, amount }, isLastTry);
  };
}
