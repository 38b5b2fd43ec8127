/** Signed events of Stripe that are not as they are expected: of another API version, incomplete, of the future, unstorable. */
import { readFile } from 'node:fs/promises';
import Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayMs, later } from '../../../src/platform/clock.ts';
import type { Data } from '../../support/client.ts';
import { moneyBecomes } from '../../support/money.ts';
import { paymentsVia, type StripeService, startStripeService } from '../../support/stripe-service.ts';
import { useServer } from '../../support/use-server.ts';

let stripe: StripeService;
beforeAll(async () => {
  stripe = await startStripeService();
});
afterAll(() => stripe.stop());

const { server, factory } = useServer({ config: () => ({ payments: paymentsVia(stripe) }) });

const expectedApiVersion = Stripe.API_VERSION;
const secret = 'a text of the payload';

/** Sends a signed event, and returns the status of the answer, the log lines and the stored event. */
async function send(event: Data, at = server.clock.now()) {
  const linesBefore = server.logged.length;
  const status = await stripe.sendEvent(server.url, event, { at });
  const logged = server.logged.slice(linesBefore).filter(({ level }) => level === 'error' || level === 'warn');
  expect(JSON.stringify(logged)).not.toContain(secret);
  const stored = await server.app.db.providerEvent.findFirst({ where: { id: String(event?.id).replaceAll('\0', '') } });
  return { status, logged, stored };
}

async function openSession(): Promise<{
  readonly order: Awaited<ReturnType<typeof factory.createOrder>>;
  readonly session: Data;
}> {
  const order = await factory.createOrder({ paymentMethod: 'CARD', status: 'PAYMENT_REQUIRED' });
  const { payment } = await moneyBecomes(order.advertiser, order, { payment: { checkoutUrl: expect.any(String) } });
  return { order, session: stripe.sessions.find(({ url }) => url === payment.checkoutUrl) };
}

test('an event of another API version is processed, and one log line has the expected version and its own', async () => {
  const { order, session } = await openSession();
  const event = { ...stripe.paid(session, { description: secret }), api_version: '2022-11-15' };

  const first = await send(event);
  const repeated = await send(event);

  expect(first.status).toBe(200);
  expect(first.logged).toMatchObject([
    { level: 'error', fields: { eventId: event.id, apiVersion: '2022-11-15', expectedApiVersion } },
  ]);
  expect(repeated).toMatchObject({ status: 200, logged: [] });
  await moneyBecomes(order.seller, order, { paymentStatus: 'PAID', paid: 10_000 });
});

test('an event of a later version of the same release is processed without a log line', async () => {
  const { order, session } = await openSession();

  expect(await send({ ...stripe.paid(session), api_version: '2026-11-25.endive' })).toMatchObject({ logged: [] });
  await moneyBecomes(order.seller, order, { paymentStatus: 'PAID' });
});

const object = { id: 'x_1', currency: 'eur', amount: 100, note: secret };

test.each<[string, Data, string | undefined]>([
  ['a paid page without an amount', { ...object, payment_status: 'paid', amount_total: undefined }, undefined],
  ['a paid page without a currency', { id: 'x_1', payment_status: 'paid', amount_total: 100, note: secret }, undefined],
  ['a page without a status', { ...object, amount_total: 100 }, undefined],
  ['a page whose amount is a text', { ...object, payment_status: 'paid', amount_total: '100' }, undefined],
  ['a page whose amount is not whole', { ...object, payment_status: 'paid', amount_total: 1.5 }, undefined],
  ['a refund without an amount', { ...object, amount: null }, 'refund.updated'],
  ['a refund whose metadata is a text', { ...object, metadata: secret }, 'refund.created'],
  ['a dispute without a reason', object, 'charge.dispute.created'],
  ['an invoice without an id', { note: secret }, 'invoice.paid'],
  ['an expired page without an id', { note: secret }, 'checkout.session.expired'],
])('%s is stored as failed, with one log line, and not tried again', async (_name, fields, type) => {
  const event = { ...stripe.event(type ?? 'checkout.session.completed', fields), api_version: '2022-11-15' };

  const { status, logged, stored } = await send(event);

  expect(status).toBe(200);
  expect(logged).toMatchObject([
    {
      ...{ level: 'error', text: 'Stripe event lacks fields and cannot be processed' },
      fields: { eventId: event.id, type: event.type, apiVersion: '2022-11-15', expectedApiVersion },
    },
  ]);
  expect(stored).toMatchObject({ status: 'FAILED', error: 'The event lacks fields.' });
});

test.each<[string, Data]>([
  ['without an id', { id: undefined }],
  ['with a number as id', { id: 7 }],
  ['with a NUL character in its id', { id: `evt_${secret}\0` }],
  ['with a very long id', { id: `evt_${'x'.repeat(10_000)}` }],
  ['with a text as type', { type: `${secret}\0` }],
  ['without an object', { data: null }],
  ['with a text as object', { data: { object: secret } }],
])('an event %s is refused with one log line', async (_name, fields) => {
  const event = { ...stripe.event('customer.created', { note: secret }), ...fields };

  const { status, logged, stored } = await send(event);

  expect(status).toBe(400);
  expect(logged).toMatchObject([{ level: 'error', fields: { apiVersion: expectedApiVersion, expectedApiVersion } }]);
  expect(stored).toBeNull();
});

test.each(['null', '7', `"${secret}"`, '[]', '{}', '{"object":"event"}'])(
  'the signed content %s is refused with one log line',
  async (content) => {
    const { status, logged } = await send(JSON.parse(content));

    expect(status).toBe(400);
    expect(logged).toMatchObject([{ level: 'error', fields: { expectedApiVersion } }]);
  },
);

test('an event with NUL characters and unpaired surrogates is stored without them, and processed', async () => {
  const { order, session } = await openSession();
  const texts = { 'a\0key': 'a\0text', half: '\ud83d and \\u0000', whole: '😀' };

  const { status, logged, stored } = await send(stripe.paid(session, { metadata: { ...session.metadata, ...texts } }));

  expect([status, logged]).toEqual([200, []]);
  expect(stored?.payload).toMatchObject({
    data: { object: { metadata: { 'a\ufffdkey': 'a\ufffdtext', half: '\ufffd and \\u0000', whole: '😀' } } },
  });
  await moneyBecomes(order.seller, order, { paymentStatus: 'PAID', paid: 10_000 });
});

test('an event that was signed later than now is refused, except within the tolerance', async () => {
  const event = () => stripe.event('customer.created', { id: 'cus_1' });
  const now = server.clock.now();

  const tomorrow = await send(event(), later(now, dayMs));
  const soon = await send(event(), later(now, 60_000));

  expect(tomorrow).toMatchObject({ status: 400, stored: null });
  expect(tomorrow.logged.map(({ text }) => text)).toEqual([
    'Stripe event refused: its signature is wrong, too old or of the future',
  ]);
  expect(soon).toMatchObject({ status: 200, logged: [] });
});

test('the README names the API version with which the endpoint is created', async () => {
  expect(await readFile('README.md', 'utf8')).toContain(`with the API version ${expectedApiVersion}.`);
});
