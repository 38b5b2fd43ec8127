/** The jobs that make and close the pages where payments are made. */
import type { Order, Payment } from '../generated/prisma/client.ts';
import { publishOrderChange } from '../orders/take-step.ts';
import type { JobDefinition } from '../platform/jobs.ts';
import { truncateReason } from '../platform/retries.ts';
import { mailsWithLink } from '../process/payment-methods.ts';
import type { EmailCause } from '../services/order-services.ts';
import { appendPaymentEntry, lockOrderForPayment } from './payment-entries.ts';
import type { Checkout, Refused } from './provider.ts';
import { providerJob, resolveAnswer } from './provider-jobs.ts';
import type { PaymentServices } from './providers.ts';
import { type CheckoutJob, closeCheckout, openCheckout } from './requests.ts';

/**
 * Makes the page of a request and tells the advertiser its link. Killed anywhere it is done again: the provider makes
 * one page for each attempt, and the link is written together with its entry and the mail.
 */
export const openCheckoutJob = (app: PaymentServices): JobDefinition<CheckoutJob> =>
  providerJob(app, openCheckout, async ({ paymentId, attempt }, isLastTry) => {
    const payment = await app.db.payment.findUnique({ where: { id: paymentId }, include: { order: true } });
    if (!payment || !isCheckoutPending(payment, attempt)) return;
    const { checkout } = app.providers[providerNameOf(payment)];
    const answer = checkout
      ? resolveAnswer(await checkout.open(checkoutParamsFor(payment)), isLastTry)
      : ({ outcome: 'refused', reason: 'This payment method is no longer configured.' } as const);
    const order = await recordCheckout(app, payment, answer);
    if (order) publishOrderChange(app, order);
    else if (answer.outcome === 'done') await checkout?.close(answer.reference);
  });

/** Closes the page of a request that has ended. If it does not close, and is paid, the money is given back. */
export const closeCheckoutJob = (app: PaymentServices): JobDefinition<CheckoutJob> =>
  providerJob(app, closeCheckout, async ({ paymentId, attempt }, isLastTry) => {
    const payment = await app.db.payment.findUnique({ where: { id: paymentId } });
    if (!payment?.providerReference || payment.attempt !== attempt) return;
    const { checkout } = app.providers[providerNameOf(payment)];
    if (checkout) resolveAnswer(await checkout.close(payment.providerReference), isLastTry);
  });

// Written by openRequest from the table of methods.
const providerNameOf = ({ provider }: Payment) => provider as keyof PaymentServices['providers'];

const isCheckoutPending = ({ status, attempt, checkoutUrl }: Payment, currentAttempt: number): boolean =>
  status === 'OPEN' && attempt === currentAttempt && checkoutUrl === null;

const checkoutParamsFor = ({ id, attempt, amountMinorUnits, currency, order }: Payment & { order: Order }) => ({
  paymentId: id,
  attempt,
  orderNumber: order.number,
  amount: { minorUnits: amountMinorUnits, currency },
});

/** The mail that tells the link of a request. */
function linkEmailOf({ purpose }: Payment, { renewalStatus }: Order): EmailCause['mail'] {
  if (purpose === 'ORDER') return mailsWithLink.asked;
  return renewalStatus === 'PAST_DUE' ? mailsWithLink.overdueRenewal : mailsWithLink.renewal;
}

/** Writes down what came of it. Undefined if meanwhile nobody wants it any longer. */
async function recordCheckout(
  app: PaymentServices,
  queued: Payment,
  answer: Checkout | Refused,
): Promise<Order | undefined> {
  return app.db.$transaction(async (tx) => {
    const before = await lockOrderForPayment(tx, queued.orderId);
    const payment = await tx.payment.findUniqueOrThrow({ where: { id: queued.id } });
    if (!isCheckoutPending(payment, queued.attempt)) return undefined;
    const { amountMinorUnits: minorUnits, currency, dueAt } = payment;
    const request = { sum: { minorUnits, currency }, ...(dueAt ? { dueAt } : {}) };
    const at = app.clock.now();
    if (answer.outcome === 'done')
      await tx.payment.update({
        where: { id: payment.id },
        data: {
          checkoutUrl: answer.url,
          checkoutExpiresAt: answer.expiresAt ?? null,
          providerReference: answer.reference,
        },
      });
    else app.log.error({ paymentId: payment.id, reason: answer.reason }, 'payment link could not be created');
    const after = await appendPaymentEntry(
      app,
      tx,
      before,
      answer.outcome === 'done'
        ? { type: 'checkoutOpened', at, input: { ...request, expiresAt: answer.expiresAt } }
        : { type: 'checkoutFailed', at, input: { ...request, failure: truncateReason(answer.reason) } },
    );
    // The mail hangs on this entry: it has the link, or says that there is none.
    await app.queueEmails(tx, after, after.logNumber, [{ mail: linkEmailOf(payment, after), role: 'advertiser' }]);
    return after;
  });
}
