/** Jobs that create and close payment pages. */
import type { Order, Payment } from '../generated/prisma/client.ts';
import { publishOrderChange } from '../orders/take-step.ts';
import type { JobDefinition } from '../platform/jobs.ts';
import { truncateReason } from '../platform/retries.ts';
import { mailsWithLink } from '../process/payment-methods.ts';
import type { EmailCause } from '../services/order-services.ts';
import { dueOf } from './due-amounts.ts';
import { appendPaymentEntry, lockOrderForPayment } from './payment-entries.ts';
import type { Checkout, Refused } from './provider.ts';
import { providerJob, resolveAnswer } from './provider-jobs.ts';
import type { PaymentServices } from './providers.ts';
import { type CheckoutJob, closeCheckout, openCheckout, startAttempt, usableLink } from './requests.ts';

/**
 * Creates the page of a request and e-mails its link to the advertiser. An interrupted job is repeated: the provider
 * creates one page per attempt, and the link is written together with its entry and the e-mail.
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
    else if (answer.outcome === 'done') await closeUnlessCurrent(app, payment, answer);
  });

/**
 * The page of an open request for a person who pays now: the one that works, or a new one. Undefined if the request has ended,
 * or the provider makes no page.
 */
export async function openCheckoutNow(app: PaymentServices, paymentId: string): Promise<string | undefined> {
  const first = await prepareCheckout(app, paymentId, { isAgain: false });
  const answer = first && (await tryToOpen(app, first));
  // A page that was refused before is refused again: a new attempt may be accepted.
  if (answer?.outcome !== 'refused') return answer && 'url' in answer ? answer.url : undefined;
  const again = await prepareCheckout(app, paymentId, { isAgain: true });
  const second = again && (await tryToOpen(app, again));
  return second && 'url' in second ? second.url : undefined;
}

type PaymentOfOrder = Payment & { readonly order: Order; readonly isMailed: boolean };

/** An open request whose page works, or whose current attempt has no page yet; undefined if it cannot be paid. */
function prepareCheckout(app: PaymentServices, paymentId: string, { isAgain }: { isAgain: boolean }) {
  return app.db.$transaction(async (tx): Promise<PaymentOfOrder | undefined> => {
    const unlocked = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } });
    const order = await lockOrderForPayment(tx, unlocked.orderId);
    const payment = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } });
    if (payment.status !== 'OPEN' || payment.inProgressSince) return undefined;
    // The first page of a request is mailed, also if its payer has it made.
    const isMailed = payment.providerReference === null;
    if (usableLink(payment, app.clock.now()) || (isMailed && !isAgain)) return { ...payment, order, isMailed };
    return { ...(await startAttempt(tx, payment)), order, isMailed };
  });
}

async function tryToOpen(app: PaymentServices, { isMailed, ...payment }: PaymentOfOrder) {
  const url = usableLink(payment, app.clock.now());
  if (url) return { outcome: 'done', url } as const;
  const answer = await app.providers[providerNameOf(payment)].checkout?.open(checkoutParamsFor(payment));
  if (answer?.outcome !== 'done') {
    app.log.warn({ paymentId: payment.id, reason: answer?.reason }, 'payment page could not be created');
    return answer;
  }
  const order = await recordCheckout(app, payment, answer, { isMailed });
  if (order) publishOrderChange(app, order);
  else await closeUnlessCurrent(app, payment, answer);
  const current = await app.db.payment.findUnique({ where: { id: payment.id } });
  const currentUrl = current && usableLink(current, app.clock.now());
  return currentUrl ? ({ outcome: 'done', url: currentUrl } as const) : undefined;
}

/** Closes a page that was made for a request which has ended, or has another page, in the meantime. */
async function closeUnlessCurrent(app: PaymentServices, { id, ...payment }: Payment, { reference }: Checkout) {
  const current = await app.db.payment.findUnique({ where: { id } });
  if (current?.status === 'OPEN' && current.providerReference === reference) return;
  await app.providers[providerNameOf({ id, ...payment })].checkout?.close(reference);
}

/** Closes the page of a request that has ended. If it is paid all the same, the payment is refunded. */
export const closeCheckoutJob = (app: PaymentServices): JobDefinition<CheckoutJob> =>
  providerJob(app, closeCheckout, async ({ paymentId, attempt, reference }, isLastTry) => {
    const payment = await app.db.payment.findUnique({ where: { id: paymentId } });
    if (!payment) return;
    // Jobs of earlier versions have no reference.
    const page = reference ?? (payment.attempt === attempt ? payment.providerReference : null);
    const { checkout } = app.providers[providerNameOf(payment)];
    if (checkout && page) resolveAnswer(await checkout.close(page), isLastTry);
  });

// Written by openRequest from the table of methods.
const providerNameOf = ({ provider }: Payment) => provider as keyof PaymentServices['providers'];

const isCheckoutPending = (
  { status, attempt, checkoutUrl, inProgressSince }: Payment,
  currentAttempt: number,
): boolean => status === 'OPEN' && attempt === currentAttempt && checkoutUrl === null && inProgressSince === null;

const checkoutParamsFor = ({ order, ...payment }: Payment & { order: Order }) => ({
  paymentId: payment.id,
  attempt: payment.attempt,
  orderNumber: order.number,
  amount: dueOf(order, payment),
});

/** The e-mail with the link of a request. */
function linkEmailOf({ purpose }: Payment, { renewalStatus }: Order): EmailCause['mail'] {
  if (purpose === 'ORDER') return mailsWithLink.asked;
  return renewalStatus === 'PAST_DUE' ? mailsWithLink.overdueRenewal : mailsWithLink.renewal;
}

/** Records the result. Undefined if the request has ended in the meantime. */
async function recordCheckout(
  app: PaymentServices,
  queued: Payment,
  answer: Checkout | Refused,
  { isMailed = true }: { isMailed?: boolean } = {},
): Promise<Order | undefined> {
  return app.db.$transaction(async (tx) => {
    const before = await lockOrderForPayment(tx, queued.orderId);
    const payment = await tx.payment.findUniqueOrThrow({ where: { id: queued.id } });
    if (!isCheckoutPending(payment, queued.attempt)) return undefined;
    const { dueAt } = payment;
    const request = { sum: dueOf(before, payment), ...(dueAt ? { dueAt } : {}) };
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
        : { type: 'checkoutFailed', at, input: { ...request, failureMessage: truncateReason(answer.reason) } },
    );
    // The e-mail refers to this entry: it contains the link, or reports that there is none.
    if (isMailed)
      await app.queueEmails(tx, after, after.logNumber, [{ mail: linkEmailOf(payment, after), role: 'advertiser' }]);
    return after;
  });
}
