/** Cards, through Stripe: its Checkout page, its refunds, and what it tells us. */
import type Stripe from 'stripe';
import type { Config, StripeConfig } from '../../config.ts';
import type { Money } from '../../process/fields.ts';
import type { Later, PaymentProvider, RefundOutcome, Refused } from '../provider.ts';
import { toStripe } from './stripe-amounts.ts';

export interface StripeProvider extends Required<PaymentProvider> {
  /** Every refund of a payment that Stripe knows of. Throws if it does not answer. */
  refundsOf(paymentIntent: string): Promise<readonly Stripe.Refund[]>;
  /** An invoice as it stands now, with what was paid for it and how. Throws if Stripe does not answer. */
  invoice(id: string): Promise<Stripe.Invoice>;
  /**
   * What Stripe told, if it is Stripe who told it: signed by the secret that we share, not long before `at`.
   * Undefined for anything else.
   */
  read(body: Buffer, signature: string, at: Date): Promise<Stripe.Event | undefined>;
}

/**
 * What we have Stripe remember with what it makes, to find our own rows again; and what whoever makes a subscription
 * there has it remember: the number of the order that its invoices pay for.
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
          // Jobs try again, under the same key.
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
        // A key is forgotten after a day, and an answer can be lost: what is there is not made again.
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
      try {
        return webhooks.constructEvent(body, signature, webhookSecret, signedWithinSeconds, undefined, at.getTime());
      } catch {
        return undefined;
      }
    },
  };
}

/** The client is large: it is loaded when it is first used, and only where Stripe is configured. */
const importStripe = async () => (await import('stripe')).default;

/** Another endpoint than Stripe's own, as the SDK wants to be told. */
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
      // What arrives must be what was asked for.
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

/** How a refund stands, as Stripe told it. */
export function refundOutcomeOf(refund: Stripe.Refund): RefundOutcome {
  const status = hasFailed(refund) ? 'failed' : refund.status === 'succeeded' ? 'succeeded' : 'pending';
  return { outcome: 'done', reference: refund.id, status, reason: refund.failure_reason };
}

/** Asks Stripe, and judges what it answers instead of an answer. */
async function callStripe<Answer>(ask: () => Promise<Answer>): Promise<Answer | Later | Refused> {
  try {
    return await ask();
  } catch (error) {
    const { errors } = await importStripe();
    if (!(error instanceof errors.StripeError)) throw error;
    const { statusCode, type, message } = error;
    const reason = `${statusCode ?? 'no answer'} ${type}: ${message}`;
    // A wrong key (401, 403) is for whoever runs the server to mend; the call itself was not judged.
    const isPassing = statusCode === undefined || statusCode >= 500 || [401, 403, 408, 409, 429].includes(statusCode);
    return { outcome: isPassing ? 'later' : 'refused', reason };
  }
}
