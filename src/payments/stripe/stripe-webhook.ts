/** The webhook that receives Stripe events. */
import { RouteRefused } from '../../http/error-response.ts';
import { type HttpResponse, json, type Route } from '../../http/route.ts';
import type { PaymentServices } from '../providers.ts';
import { apiVersionOf, parseEvent } from './event-shapes.ts';
import { storeEvent } from './stripe-events.ts';

/**
 * `POST /payments/stripe`: stores signed events and answers immediately; a job handles them. Requests whose signature is
 * invalid, old or of the future are rejected and not stored.
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
  const signed = typeof signature === 'string' ? await read?.(body, signature, app.clock.now()) : undefined;
  if (!signed) {
    app.log.warn({ bytes: body.length }, 'Stripe event refused: its signature is wrong, too old or of the future');
    throw new RouteRefused('SIGNATURE_INVALID');
  }
  const event = parseEvent(signed.payload);
  const apiVersion = apiVersionOf(signed.payload);
  const versions = { apiVersion, expectedApiVersion: signed.expectedApiVersion };
  if (!event) {
    app.log.error({ bytes: body.length, ...versions }, 'Stripe event refused: it is not an event');
    throw new RouteRefused('EVENT_INVALID');
  }
  const isNew = await storeEvent(app, event);
  const problem = event.isComplete ? versionProblem(versions) : 'Stripe event lacks fields and cannot be processed';
  if (isNew && problem) app.log.error({ eventId: event.id, type: event.type, ...versions }, problem);
  return json(200, { received: true });
}

interface Versions {
  readonly apiVersion: string;
  readonly expectedApiVersion: string;
}

const versionProblem = ({ apiVersion, expectedApiVersion }: Versions): string | undefined =>
  releaseOf(apiVersion) === releaseOf(expectedApiVersion)
    ? undefined
    : 'Stripe event of another API version: create the webhook endpoint with the expected version';

/** Versions of one release, such as 2026-10-28.endive and 2026-11-25.endive, are compatible. */
const releaseOf = (apiVersion: string): string => apiVersion.split('.')[1] ?? apiVersion;
