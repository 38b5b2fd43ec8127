/** A payment service on loopback that speaks the part of Stripe's API that is used here, signs as it does, and can misbehave. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import type { Config } from '../../src/config.ts';
import type { Data } from './client.ts';

/** The faults of one request. Only the two that begin with `accept` are done. */
export type StripeMishap = 'broken' | 'rateLimited' | 'refused' | 'hang' | 'acceptThenHang' | 'acceptThenCut';
type Resource = 'sessions' | 'refunds';

export interface StripeService {
  readonly url: string;
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** The created objects, oldest first. */
  readonly sessions: readonly Data[];
  readonly refunds: readonly Data[];
  /** The current invoices: a test puts them here. */
  readonly invoices: Map<string, Data>;
  /** The number of requests to create an object, whatever their outcome was. */
  readonly requestCounts: Readonly<Record<Resource, number>>;
  /** True if new refunds succeed immediately; otherwise they are pending until an event changes them. */
  refundsSucceed: boolean;
  /** Has the next requests to create such an object go wrong, in this order. */
  misbehave(resource: Resource, ...mishaps: readonly StripeMishap[]): void;
  /** The event that a session was paid. */
  paid(session: Data, changes?: Data): Data;
  /** An event about an object. */
  event(type: string, object: Data): Data;
  /** Sends an event to a server, signed at `at`, and returns the status of the answer. */
  sendEvent(serverUrl: string, event: Data, options?: { at?: Date; secret?: string; body?: string }): Promise<number>;
  stop(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body: Data;
}

const fault = (status: number, type: string, message: string): Reply => ({
  status,
  body: { error: { type, message } },
});
const failures: Partial<Record<StripeMishap, Reply>> = {
  broken: fault(500, 'api_error', 'Something went wrong.'),
  rateLimited: fault(429, 'rate_limit_error', 'Too many requests.'),
  refused: fault(400, 'invalid_request_error', 'Amount too small.'),
};

/** Starts the service on a port of its own. `now`: its time, where that is not the real one. */
export async function startStripeService({
  now = () => new Date(),
}: {
  now?: () => Date;
} = {}): Promise<StripeService> {
  const webhookSecret = `whsec_${randomUUID()}`;
  const secretKey = 'sk_test_placard';
  const created = { sessions: [] as Data[], refunds: [] as Data[] };
  const requestCounts = { sessions: 0, refunds: 0 };
  const invoices = new Map<string, Data>();
  const planned: Record<Resource, StripeMishap[]> = { sessions: [], refunds: [] };
  const answered = new Map<string, { form: string; reply: Reply }>();

  /** Creates an object unless the key was seen before; the same key with another form is refused. */
  const make = (resource: Resource, key: string, form: URLSearchParams): Reply => {
    const before = answered.get(key);
    if (before && before.form !== form.toString()) return fault(400, 'idempotency_error', 'Other parameters.');
    if (before) return before.reply;
    const one =
      resource === 'sessions'
        ? newSession(form, now())
        : newRefund(form, { succeeds: service.refundsSucceed, currency: currencyOf(form.get('payment_intent')) });
    created[resource].push(one);
    const reply = { status: 200, body: one };
    answered.set(key, { form: form.toString(), reply });
    return reply;
  };

  const currencyOf = (paymentIntent: string | null): string =>
    created.sessions.find(({ payment_intent }) => payment_intent === paymentIntent)?.currency ?? 'eur';

  const answer = (request: IncomingMessage, form: URLSearchParams): Reply => {
    const url = new URL(request.url ?? '/', 'http://stripe');
    const [, expiring] = /^\/v1\/checkout\/sessions\/(\w+)\/expire$/.exec(url.pathname) ?? [];
    if (expiring) return expire(created.sessions.find(({ id }) => id === expiring));
    if (request.method === 'GET' && url.pathname === '/v1/refunds') {
      const data = created.refunds.filter(
        ({ payment_intent }) => payment_intent === url.searchParams.get('payment_intent'),
      );
      return { status: 200, body: { object: 'list', data, has_more: false, url: '/v1/refunds' } };
    }
    const [, invoice = ''] = /^\/v1\/invoices\/(\w+)$/.exec(url.pathname) ?? [];
    if (invoice) {
      const body = invoices.get(invoice);
      return body ? { status: 200, body } : fault(404, 'invalid_request_error', 'No such invoice.');
    }
    return make(resourceOf(request) ?? 'sessions', String(request.headers['idempotency-key'] ?? randomUUID()), form);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const form = new URLSearchParams(await readText(request));
    const resource = resourceOf(request);
    if (resource) requestCounts[resource] += 1;
    const mishap = resource && planned[resource].shift();
    const reply = (mishap && failures[mishap]) ?? (mishap === 'hang' ? undefined : answer(request, form));
    // A refusal is final: a repeated request gets the same answer.
    if (mishap === 'refused' && reply)
      answered.set(String(request.headers['idempotency-key']), { form: form.toString(), reply });
    if (mishap === 'acceptThenCut') response.destroy();
    else if (reply && mishap !== 'acceptThenHang')
      response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body));
  };

  const server = createServer((request, response) => {
    if (request.headers.authorization !== `Bearer ${secretKey}`) response.writeHead(401).end('{}');
    else serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const service: StripeService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secretKey,
    webhookSecret,
    sessions: created.sessions,
    refunds: created.refunds,
    invoices,
    requestCounts,
    refundsSucceed: true,
    misbehave: (resource, ...mishaps) => {
      planned[resource].push(...mishaps);
    },
    paid: (session, changes = {}) => {
      Object.assign(session, { status: 'complete', payment_status: 'paid', payment_intent: `pi_${session.id}` });
      return service.event('checkout.session.completed', { ...session, ...changes });
    },
    event: (type, object) => ({
      ...{ id: `evt_${randomUUID()}`, object: 'event', api_version: '2026-10-28.endive', livemode: false, type },
      data: { object: structuredClone(object) },
    }),
    sendEvent: async (
      serverUrl,
      event,
      { at = new Date(), secret = webhookSecret, body = JSON.stringify(event) } = {},
    ) => {
      const timestamp = Math.floor(at.getTime() / 1_000);
      const signature = Stripe.webhooks.generateTestHeaderString({ payload: JSON.stringify(event), secret, timestamp });
      const response = await fetch(`${serverUrl}/payments/stripe`, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature },
        body,
      });
      await response.text();
      return response.status;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;
}

/** The kind of object that a request creates; undefined for a request that only reads or closes. */
function resourceOf({ method, url }: IncomingMessage): Resource | undefined {
  if (method !== 'POST') return undefined;
  return url === '/v1/checkout/sessions' ? 'sessions' : url === '/v1/refunds' ? 'refunds' : undefined;
}

const metadataOf = (form: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([key, value]) => {
      const [, name] = /^metadata\[(\w+)\]$/.exec(key) ?? [];
      return name ? [[name, value]] : [];
    }),
  );

function newSession(form: URLSearchParams, at: Date): Data {
  const id = `cs_test_${randomUUID().replaceAll('-', '')}`;
  return {
    ...{ id, object: 'checkout.session', mode: form.get('mode'), status: 'open', payment_status: 'unpaid' },
    ...{ client_reference_id: form.get('client_reference_id'), metadata: metadataOf(form), payment_intent: null },
    amount_total: Number(form.get('line_items[0][price_data][unit_amount]')),
    currency: form.get('line_items[0][price_data][currency]'),
    expires_at: Math.floor(at.getTime() / 1_000) + 24 * 60 * 60,
    url: `https://checkout.stripe.example/c/pay/${id}`,
  };
}

const newRefund = (
  form: URLSearchParams,
  { succeeds, currency }: { readonly succeeds: boolean; readonly currency: string },
): Data => ({
  ...{ id: `re_${randomUUID().replaceAll('-', '')}`, object: 'refund', amount: Number(form.get('amount')) },
  ...{ currency, payment_intent: form.get('payment_intent'), metadata: metadataOf(form) },
  status: succeeds ? 'succeeded' : 'pending',
});

function expire(session: Data): Reply {
  if (session?.status !== 'open') return fault(400, 'invalid_request_error', 'Only open sessions can be expired.');
  Object.assign(session, { status: 'expired', url: null });
  return { status: 200, body: session };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** The payments of a server that is connected with this service. */
export const paymentsVia = (
  { url, secretKey, webhookSecret }: StripeService,
  { methods = ['BANK_TRANSFER', 'CARD'], timeoutSeconds = 10 }: Partial<Config['payments']> = {},
): Config['payments'] => ({
  methods,
  stripe: { url, secretKey, webhookSecret },
  retrySeconds: 1,
  timeoutSeconds,
});
