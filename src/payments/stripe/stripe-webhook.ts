/** The webhook that receives Stripe events. */
import { RouteRefused } from '../../http/error-response.ts';
import { type HttpResponse, json, type Route } from '../../http/route.ts';
import type { PaymentServices } from '../providers.ts';
import { storeEvent } from './stripe-events.ts';

/**
 * `POST /payments/stripe`: stores signed events and answers immediately; a job handles them. Requests with an invalid or
 * old signature are rejected and not stored.
 */
export const stripeRoutes = (app: PaymentServices): Route[] =>
  app.config.payments.stripe
    ? [
        {
          path: '/payments/stripe',
          postSigned: (body, { headers }) => receiveEvent(app, body, headers['stripe-signature']),
        },
      ]
    : [];

async function receiveEvent(
  app: PaymentServices,
  body: Buffer,
  signature: string | string[] | undefined,
): Promise<HttpResponse> {
  const { read } = app.providers.STRIPE;
  const event = typeof signature === 'string' ? await read?.(body, signature, app.clock.now()) : undefined;
  if (!event) {
    app.log.warn({ bytes: body.length }, 'Stripe event refused: its signature is wrong or too old');
    throw new RouteRefused('SIGNATURE_INVALID');
  }
  await storeEvent(app, event);
  return json(200, { received: true });
}
