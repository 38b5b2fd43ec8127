/** Card payments through Stripe: Checkout pages, refunds and events. */
import type Stripe from 'stripe';
import type { Config, StripeConfig } from '../../config.ts';
import type { Money } from '../../process/fields.ts';
import type { Later, PaymentProvider, RefundOutcome, Refused } from '../provider.ts';
import { toStripe } from './stripe-amounts.ts';

export interface StripeProvider extends Required<PaymentProvider> {
  /** All refunds of a payment at Stripe. Throws if Stripe does not answer. */
  refundsOf(paymentIntent: string): Promise<readonly Stripe.Refund[]>;
  /** The current state of an invoice with its payment. Throws if Stripe does not answer. */
  invoice(id: string): Promise<Stripe.Invoice>;
  /**
   * The content of a webhook request, if it was signed with our secret around `at`; otherwise undefined.
   */
  read(body: Buffer, signature: string, at: Date): Promise<SignedContent | undefined>;
}

export interface SignedContent {
  /** JSON of any shape. */
  readonly payload: unknown;
  /** The API version of the SDK, which events should have. */
  readonly expectedApiVersion: string;
}

/**
 * Metadata keys that refer to our rows; `placard_order` is set by sellers who bill through a Stripe subscription: the
 * number of the order that its invoices pay.
 */
export const stripeKeys = {
  payment: 'placard_payment',
  refund: 'placard_refund',
  attempt: 'placard_attempt',
  order: 'placard_order',
} as const;

const signedWithinSeconds = 300;
const maxRefunds = 100;

export function stripeProvider({
  stripe: { secretKey, webhookSecret, url },
  publicUrl,
  payments: { timeoutSeconds },
}: Pick<Config, 'publicUrl' | 'payments'> & { stripe: StripeConfig }): StripeProvider {
  let loading: Promise<Stripe> | undefined;
  const stripe = (): Promise<Stripe> => {
    loading ??= importStripe().then(
      (StripeClient) =>
        new StripeClient(secretKey, {
          // Jobs retry with the same idempotency key.
          maxNetworkRetries: 0,
          timeout: timeoutSeconds * 1_000,
          telemetry: false,
          ...addressOf(url),
        }),
    );
    return loading;
  };
  const refundsOf = async (paymentIntent: string) =>
    (await (await stripe()).refunds.list({ payment_intent: paymentIntent, limit: maxRefunds })).data;

  return {
    refundsOf,
    invoice: async (id) => (await stripe()).invoices.retrieve(id, { expand: ['payments.data.payment.payment_intent'] }),
    checkout: {
      open: ({ paymentId, attempt, orderNumber, amount }) =>
        callStripe(async () => {
          const params = sessionParams({ paymentId, orderNumber, amount, publicUrl });
          if (!params) return tooPrecise(amount);
          const session = await (await stripe()).checkout.sessions.create(params, {
            idempotencyKey: `placard-checkout-${paymentId}-${attempt}`,
          });
          if (!session.url) return { outcome: 'refused', reason: 'The checkout session has no URL.' };
          const expiresAt = new Date(session.expires_at * 1_000);
          return { outcome: 'done', reference: session.id, url: session.url, expiresAt };
        }),
      close: (reference) =>
        callStripe(async () => {
          await (await stripe()).checkout.sessions.expire(reference);
          return { outcome: 'done' };
        }),
    },
    refund: ({ movementId, attempt, source, amount }) =>
      callStripe(async () => {
        // Stripe forgets a key after a day, and an answer can be lost: an existing refund is not made again.
        const existing = (await refundsOf(source)).find(
          (refund) => refund.metadata?.[stripeKeys.refund] === movementId && !hasFailed(refund),
        );
        if (existing) return refundOutcomeOf(existing);
        const sum = toStripe(amount);
        if (!sum) return tooPrecise(amount);
        const metadata = { [stripeKeys.refund]: movementId, [stripeKeys.attempt]: String(attempt) };
        const refund = await (await stripe()).refunds.create(
          { payment_intent: source, amount: sum.amount, metadata },
          { idempotencyKey: `placard-refund-${movementId}-${attempt}` },
        );
        return refundOutcomeOf(refund);
      }),
    read: async (body, signature, at) => {
      const { webhooks } = await stripe();
      // The SDK refuses old signatures only.
      if (isOfTheFuture(signature, at)) return undefined;
      try {
        const { API_VERSION: expectedApiVersion } = await importStripe();
        const receivedAt = at.getTime();
        const payload = webhooks.constructEvent(
          body,
          signature,
          webhookSecret,
          signedWithinSeconds,
          undefined,
          receivedAt,
        );
        return { payload, expectedApiVersion };
      } catch {
        return undefined;
      }
    },
  };
}

/** True if one of the timestamps of a signature is later than `at` by more than the tolerance. */
const isOfTheFuture = (signature: string, at: Date): boolean =>
  [...signature.matchAll(/(?:^|,)\s*t=(\d+)/g)].some(
    ([, seconds]) => Number(seconds) * 1_000 > at.getTime() + signedWithinSeconds * 1_000,
  );

/** The client is large: it is loaded when it is first used, and only where Stripe is configured. */
const importStripe = async () => (await import('stripe')).default;

/** Connection options of the SDK for another endpoint than Stripe's. */
function addressOf(url: string | undefined) {
  if (!url) return {};
  const { hostname, port, protocol } = new URL(url);
  const isPlain = protocol === 'http:';
  return { host: hostname, port: port || (isPlain ? 80 : 443), protocol: isPlain ? 'http' : 'https' } as const;
}

function sessionParams({
  paymentId,
  orderNumber,
  amount,
  publicUrl,
}: {
  paymentId: string;
  orderNumber: number;
  amount: Money;
  publicUrl: string;
}): Stripe.Checkout.SessionCreateParams | undefined {
  const sum = toStripe(amount);
  const name = `Order #${orderNumber}`;
  const metadata = { [stripeKeys.payment]: paymentId };
  const back = `${publicUrl}/orders/${orderNumber}`;
  return (
    sum && {
      mode: 'payment',
      client_reference_id: paymentId,
      metadata,
      payment_intent_data: { metadata, description: name },
      line_items: [
        { quantity: 1, price_data: { currency: sum.currency, unit_amount: sum.amount, product_data: { name } } },
      ],
      // The payer cannot change the amount.
      adaptive_pricing: { enabled: false },
      success_url: back,
      cancel_url: back,
    }
  );
}

const tooPrecise = ({ minorUnits, currency }: Money): Refused => ({
  outcome: 'refused',
  reason: `${minorUnits} minor units of ${currency} cannot be expressed exactly in an amount for Stripe.`,
});

const hasFailed = ({ status }: Stripe.Refund): boolean => status === 'failed' || status === 'canceled';

/** The outcome of a refund as reported by Stripe. */
export function refundOutcomeOf(refund: Stripe.Refund): RefundOutcome {
  const status = hasFailed(refund) ? 'failed' : refund.status === 'succeeded' ? 'succeeded' : 'pending';
  return { outcome: 'done', reference: refund.id, status, reason: refund.failure_reason };
}

/** Calls Stripe and classifies its errors. */
async function callStripe<Answer>(ask: () => Promise<Answer>): Promise<Answer | Later | Refused> {
  try {
    return await ask();
  } catch (error) {
    const { errors } = await importStripe();
    if (!(error instanceof errors.StripeError)) throw error;
    const { statusCode, type, message } = error;
    const reason = `${statusCode ?? 'no answer'} ${type}: ${message}`;
    // The server's administrator has to fix a wrong key (401, 403); the call itself was not rejected.
    const isPassing = statusCode === undefined || statusCode >= 500 || [401, 403, 408, 409, 429].includes(statusCode);
    return { outcome: isPassing ? 'later' : 'refused', reason };
  }
}
