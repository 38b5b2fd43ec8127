/** A sandbox is an isolated tenant: nothing in it is seen, sent or paid outside, and it has nothing from outside. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { createPubSub } from '../../src/live/pubsub.ts';
import { localTransport } from '../../src/live/transport.ts';
import { dayMs } from '../../src/platform/clock.ts';
import { SandboxNotFound } from '../../src/sandboxes/sandbox-refusals.ts';
import { createTenantRegistry } from '../../src/sandboxes/tenant-registry.ts';
import { tuning } from '../../src/tuning.ts';
import { apiClient, type Data } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { change, codesOf, createPartner, idOf, wires } from '../support/partner.ts';
import { errorsIn, sendRaw } from '../support/raw-http.ts';
import { becomes, createSandbox, keyFor, runIn, statusOf, type TestSandbox, withTemplate } from '../support/sandbox.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';
import { isGenuine, startReceiver, untilTellable } from '../support/webhook-receiver.ts';

/** An embedded database serves one process, and its sandboxes one instance. */
const isEmbedded = !process.env['DATABASE_URL'];

const { server, factory } = useServer();
let second: TestServer;
let owner: TestPerson;
let sandbox: TestSandbox;

const refusal = '... on Refusal { code recovery }';
const documents = {
  whoAmI: 'query WhoAmI { viewer { name } clock { now isAdvanceable } paymentMethods }',
  spaces: 'query Spaces { spaces(first: 10) { edges { node { seller { name } options { id isMonthly } } } } }',
  place: `mutation Place($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename ... on Order { id number status } ${refusal} } }`,
  accept: `mutation Accept($id: ID!) { requestPayment(input: { orderId: $id }) { __typename ... on Order { status } ${refusal} } }`,
  order:
    'query Order($id: ID!) { order(id: $id) { number status payment { id status checkoutUrl amount { minorUnits } } payments { status } } }',
  pay: `mutation Pay($input: CompleteTestPaymentInput!) { completeTestPayment(input: $input) { __typename ... on Order { status amountPaid { minorUnits } } ${refusal} } }`,
  pass: `mutation Pass($input: AdvanceClockInput!) { advanceClock(input: $input) { __typename ... on Clock { now } ${refusal} } }`,
  mails:
    'query Mails($first: Int) { sandboxEmails(first: $first) { edges { node { to replyTo subject text html createdAt } } } }',
  events:
    'query Events($after: String) { events(after: $after) { edges { node { order { id } } } pageInfo { endCursor } } }',
  say: `mutation Say($id: ID!) { sendMessage(input: { orderId: $id, text: "Hello." }) { __typename ... on Message { number } ${refusal} } }`,
  follow: `subscription Follow($id: ID!) { orderTimeline(orderId: $id) { __typename ... on TimelineEntryAdded { entry { number } } ${refusal} } }`,
  createEndpoint: `mutation CreateEndpoint($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { __typename ... on WebhookSecretPayload { secret } ${refusal} } }`,
  requestCode: 'mutation Code($email: String!) { requestSignInCode(input: { email: $email }) { __typename } }',
  signIn: `mutation In($email: String!, $code: String!) { signIn(input: { email: $email, code: $code }) { ... on SignedIn { token } ${refusal} } }`,
} as const;
const texts = Object.values(documents);

beforeAll(async () => {
  await withTemplate(server);
  second = await startServer({ beside: server });
  owner = await factory.createPerson();
  sandbox = await createSandbox(server, owner, texts);
});
afterAll(async () => {
  await change(owner, 'deleteSandbox', { sandboxId: sandbox.id });
  await becomes(owner, sandbox.id, undefined);
  await second.stop();
});
afterEach(() => expect(errorsIn([...server.logged, ...second.logged])).toEqual([]));

const buy = (text: string, variables: Record<string, unknown> = {}, on = server) =>
  runIn(on, sandbox.keys.ADVERTISER, text, variables);
const sell = (text: string, variables: Record<string, unknown> = {}, on = server) =>
  runIn(on, sandbox.keys.SELLER, text, variables);

/** An order in the sandbox, placed by one application with the seller of the other. */
async function createOrder(paymentMethod = 'BANK_TRANSFER'): Promise<{ id: string; number: number }> {
  const { spaces } = await buy(documents.spaces);
  const own = spaces.edges.find(({ node }: Data) => node.seller.name === 'Harbour Daily').node;
  const input = { priceOptionIds: [own.options[0].id], brief: 'An ad for coffee.', paymentMethod };
  const { placeOrder } = await buy(documents.place, { input });
  expect(placeOrder.__typename).toBe('Order');
  return placeOrder;
}

const orderIn = async (id: string, on = server): Promise<Data> => (await buy(documents.order, { id }, on)).order;

/** An order with a requested test payment whose page exists. */
async function createUnpaidOrder(): Promise<{ id: string; payment: Data }> {
  const { id } = await createOrder('TEST');
  expect((await sell(documents.accept, { id })).requestPayment.__typename).toBe('Order');
  await expect.poll(async () => (await orderIn(id)).payment.checkoutUrl).not.toBeNull();
  return { id, payment: (await orderIn(id)).payment };
}

describe('a sandbox', () => {
  test('begins with an advertiser and a seller with spaces, and its keys name the sandbox', async () => {
    const [buying, selling, live] = [
      await buy(documents.whoAmI),
      await sell(documents.whoAmI),
      await owner.ask('{ clock { now isAdvanceable } }'),
    ];

    expect(sandbox.keys.SELLER).toMatch(/^placard_sandbox_[0-9a-f]{32}_placard_pk_[0-9a-f]{72}$/);
    expect([buying.viewer.name, selling.viewer.name]).toEqual(['Ada Coffee', 'Harbour Daily']);
    expect(buying.paymentMethods).toEqual(['BANK_TRANSFER', 'CASH', 'TEST']);
    expect([buying.clock.isAdvanceable, live.clock.isAdvanceable]).toEqual([true, false]);
  });

  test.each(['POST', 'GET', 'SSE', 'WebSocket'] as const)(
    'sees nothing of the live marketplace, and is not seen from it (%s)',
    async (wire) => {
      const inside = await createOrder();
      const outside = await factory.createOrder();
      const partner = await createPartner(factory, { owner: outside.seller, documents: texts });
      const ask = (key: string, id: string) =>
        wires[wire](server, key, { documentId: idOf(documents.order), variables: { id } });

      const own = [await ask(sandbox.keys.ADVERTISER, inside.id), await ask(partner.key, outside.id)];
      const strange = [await ask(sandbox.keys.ADVERTISER, outside.id), await ask(partner.key, inside.id)];

      expect(own.map(({ data }) => data.order.number)).toEqual([inside.number, outside.number]);
      expect(strange.map(({ data }) => data.order)).toEqual([null, null]);
    },
  );

  test('has its own cursors, and refuses those of another tenant', async () => {
    const order = await factory.createOrder();
    const inside = (await buy(documents.events)).events.pageInfo.endCursor;
    const outside = (await order.seller.ask(documents.events)).events.pageInfo.endCursor;

    const answers = [
      await wires.POST(server, sandbox.keys.ADVERTISER, {
        documentId: idOf(documents.events),
        variables: { after: outside },
      }),
      await order.seller.send(documents.events, { after: inside }),
    ];

    expect(answers.map(({ errors }) => errors?.[0]?.extensions?.['code'])).toEqual([
      'CURSOR_OF_ANOTHER_DATABASE',
      'CURSOR_OF_ANOTHER_DATABASE',
    ]);
  });

  test('refuses the tokens and keys of other tenants', async () => {
    const prefix = sandbox.keys.SELLER.slice(0, -83);
    const partner = await createPartner(factory, { documents: texts });
    const bare = sandbox.keys.SELLER.slice(prefix.length);
    const tokens = [
      `${prefix}${owner.sessionToken}`,
      `${prefix}${partner.key}`,
      bare,
      `${prefix.replace(/[0-9a-f]{32}/, '0'.repeat(32))}${bare}`,
      `${prefix.slice(0, -3)}_${bare}`,
      `${sandbox.keys.SELLER.slice(0, -1)}x`,
    ];

    for (const wire of ['POST', 'SSE'] as const) {
      const answers = [];
      for (const token of tokens)
        answers.push(await wires[wire](server, token, { documentId: idOf(documents.whoAmI) }));
      expect(answers.map(codesOf)).toEqual([
        ['SESSION_ENDED'],
        ['KEY_INVALID'],
        ['KEY_INVALID'],
        ['KEY_INVALID'],
        ['KEY_INVALID'],
        ['KEY_MALFORMED'],
      ]);
    }
  });

  test('is followed by subscriptions, on both streaming transports', async () => {
    const { id } = await createOrder();
    const client = apiClient(server.url, sandbox.keys.SELLER);
    const extras = { documentId: idOf(documents.follow) };
    const streams = [client.follow('', { id }, extras), client.followSse('', { id }, extras)];

    const { number } = (await buy(documents.say, { id })).sendMessage;
    const isThat = ({ orderTimeline }: Data) => orderTimeline.entry.number === number;
    for (const stream of streams) await stream.until(isThat);
    for (const stream of streams) stream.stop();
  });

  test('accepts a sign-in with a code from its captured mails, and cannot contain sandboxes', async () => {
    const email = 'olga@placard.example';
    await buy(documents.requestCode, { email });
    const codeIn = async () => {
      const { sandboxEmails } = await buy(documents.mails, { first: 10 });
      const mail = sandboxEmails.edges.find(({ node }: Data) => node.to === email && /\d{8}/.test(node.text));
      return /\d{8}/.exec(mail?.node.text ?? '')?.[0];
    };
    await expect.poll(codeIn).toBeTruthy();

    const { token } = (await buy(documents.signIn, { email, code: await codeIn() })).signIn;
    const olga = apiClient(server.url, token);
    const answer = await change(olga, 'createSandbox', { name: 'Another' });

    expect((await olga.ask('{ viewer { name isOperator } }')).viewer).toEqual({
      name: 'The marketplace',
      isOperator: true,
    });
    expect(answer).toMatchObject({ __typename: 'SandboxesDisabled', recovery: 'FINAL' });
  });

  test('accepts a test payment by mutation, also after a failed payment', async () => {
    const { id, payment } = await createUnpaidOrder();

    const failed = await buy(documents.pay, { input: { paymentId: payment.id, outcome: 'FAILED' } });
    await expect.poll(async () => (await orderIn(id)).payment?.checkoutUrl ?? null).not.toBeNull();
    const again = (await orderIn(id)).payment;
    const input = { paymentId: again.id, outcome: 'PAID' };
    const paid = [await buy(documents.pay, { input }), await buy(documents.pay, { input })];
    const after = await orderIn(id);

    expect(failed.completeTestPayment).toMatchObject({ __typename: 'Order', amountPaid: { minorUnits: 0 } });
    expect(again.id).not.toBe(payment.id);
    for (const { completeTestPayment } of paid)
      expect(completeTestPayment).toMatchObject({ __typename: 'Order', amountPaid: again.amount });
    expect(after.payments.map(({ status }: Data) => status)).toEqual(['RECEIVED', 'FAILED']);
  });

  test('has its pages under its own address, including the page of a payment', async () => {
    const { id, payment } = await createUnpaidOrder();
    const { pathname } = new URL(payment.checkoutUrl);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };

    const shown = await sendRaw(server.url, { method: 'GET', path: pathname });
    const pressed = await sendRaw(server.url, { path: pathname, headers, body: 'action=pay' });
    const onLiveServer = await sendRaw(server.url, {
      method: 'GET',
      path: pathname.replace(/^\/sandboxes\/[^/]+/, ''),
    });
    const inUnknownSandbox = await sendRaw(server.url, {
      method: 'GET',
      path: '/sandboxes/00000000-0000-0000-0000-000000000000/x',
    });

    expect(pathname).toMatch(new RegExp(`^/sandboxes/${sandbox.rowId}/pay/test/`));
    expect([shown.status, pressed.status, pressed.headers.location]).toEqual([200, 303, pathname]);
    expect([onLiveServer.status, inUnknownSandbox.status]).toEqual([404, 404]);
    expect((await orderIn(id)).payments[0].status).toBe('RECEIVED');
  });

  test('runs everything that is due while a year passes, and moves no other clock', async () => {
    const { id, number } = await createOrder();
    const before = Date.parse((await buy(documents.whoAmI)).clock.now);
    const live = server.clock.now().getTime();

    for (const days of [100, 100, 100, 65])
      expect((await sell(documents.pass, { input: { days } })).advanceClock.__typename).toBe('Clock');
    const { advanceClock } = await sell(documents.pass, { input: { hours: 1 } });

    const passed = Date.parse(advanceClock.now) - before;
    expect(passed).toBeGreaterThanOrEqual(365 * dayMs + 3_600_000);
    expect(passed).toBeLessThan(366 * dayMs);
    expect((await orderIn(id)).status).toBe('EXPIRED');
    await expect
      .poll(async () =>
        (await buy(documents.mails, { first: 50 })).sandboxEmails.edges
          .map(({ node }: Data) => node)
          .filter(({ subject }: Data) => subject.includes(`#${number}`))
          .map(({ to }: Data) => to),
      )
      .toEqual(expect.arrayContaining(['ada@ada-coffee.example', 'nora@harbour-daily.example']));
    expect(server.clock.now().getTime() - live).toBeLessThan(dayMs);
    expect(server.app.mailbox?.letters().filter(({ to }) => /ada-coffee|harbour-daily/.test(to))).toEqual([]);
    expect(await server.app.db.capturedEmail.count()).toBe(0);
  });

  test('advances its clock once for one idempotency key, however often the request is repeated', async () => {
    const now = async () => Date.parse((await buy(documents.whoAmI)).clock.now);
    const pass = (input: object) => buy(documents.pass, { input: { idempotencyKey: 'three days', ...input } });
    const before = await now();

    const answers = await Promise.all([pass({ days: 3, hours: 5 }), pass({ days: 3, hours: 5 })]);
    answers.push(await pass({ days: 2, hours: 29 }));
    const other = await pass({ days: 4 });
    const passedMs = (await now()) - before;

    for (const { advanceClock } of answers) expect(advanceClock.__typename).toBe('Clock');
    expect(other.advanceClock).toMatchObject({ __typename: 'IdempotencyKeyReused', recovery: 'CORRECTABLE' });
    expect(passedMs).toBeGreaterThanOrEqual(3 * dayMs + 5 * 3_600_000);
    expect(passedMs).toBeLessThan(4 * dayMs);
  });

  test('sends its events by signed webhooks, and no event is lost or repeated when its clock is advanced', async () => {
    const receiver = await startReceiver();
    const inside = await server.app.sandboxes?.acquire(sandbox.rowId);
    const send = async () => {
      if (inside) await untilTellable(inside.app);
      await inside?.app.sendWebhooks();
    };
    const { id } = await createOrder();
    const input = { url: receiver.url, documentId: idOf(documents.follow), events: ['MESSAGE_SENT'] };
    const { secret } = (await sell(documents.createEndpoint, { input })).createWebhookEndpoint;
    await send();
    const refused = await sell(documents.createEndpoint, { input: { ...input, url: 'ftp://partner.example/' } });

    const first = (await buy(documents.say, { id })).sendMessage.number;
    await send();
    receiver.answer(() => 503);
    const next = (await buy(documents.say, { id })).sendMessage.number;
    await send();
    receiver.answer(() => 204);
    await sell(documents.pass, { input: { days: 2 } });
    await send();
    await send();
    inside?.release();
    await receiver.stop();

    expect(refused.createWebhookEndpoint.__typename).toBe('InputInvalid');
    expect(receiver.received.map(({ data }) => data.orderTimeline.entry.number)).toEqual([first, next, next]);
    expect(new Set(receiver.received.map((one) => one.id)).size).toBe(2);
    for (const one of receiver.received) expect(isGenuine(secret, one)).toBe(true);
    expect(await server.app.db.webhookEndpoint.count()).toBe(0);
  });

  test('keeps its newest mails, and its log lines name the sandbox', async () => {
    const inside = await server.app.sandboxes?.acquire(sandbox.rowId);
    const { mails } = limits.sandboxes;
    const old = { replyTo: null, to: 'old@placard.example', text: '', html: '', createdAt: new Date(0) };
    const rows = Array.from({ length: mails + 1 }, (_, index) => ({ ...old, key: `${index}`, subject: `${index}` }));
    await inside?.app.db.capturedEmail.createMany({ data: rows });
    const email = 'ada@ada-coffee.example';
    await buy(documents.requestCode, { email });
    await expect.poll(() => inside?.app.db.capturedEmail.count()).toBe(mails);
    inside?.release();

    const [newest] = (await buy(documents.mails, { first: 1 })).sandboxEmails.edges;
    expect(newest.node.to).toBe(email);
    const operations = server.logged.filter(({ text }) => text === 'operation');
    const named = operations.filter(({ fields }) => fields['sandbox'] === sandbox.rowId);
    expect(named.map(({ fields }) => fields['operation'])).toContain('Code');
    expect(operations.find(({ fields }) => fields['viewer'] === 'person')?.fields).not.toHaveProperty('sandbox');
  });

  test('refuses to move its clock back, or forward beyond the limit', async () => {
    const inputs = [{ days: -1 }, { days: 0 }, {}, { days: limits.sandboxes.daysPerAdvance, hours: 1 }];

    for (const input of inputs)
      expect((await sell(documents.pass, { input })).advanceClock).toMatchObject({
        __typename: 'InputInvalid',
        code: 'INPUT_INVALID',
      });
  });
});

describe('a feature that exists only in sandboxes', () => {
  test('is refused on the live marketplace', async () => {
    const partner = await createPartner(factory, { documents: texts });
    const run = (text: string, variables = {}) =>
      wires.POST(server, partner.key, { documentId: idOf(text), variables });

    const clock = await run(documents.pass, { input: { days: 1 } });
    const payment = await run(documents.pay, { input: { paymentId: 'x', outcome: 'PAID' } });
    const mails = await run(documents.mails);

    expect(clock.data.advanceClock).toMatchObject({ __typename: 'SandboxOnly', recovery: 'FINAL' });
    expect(payment.data.completeTestPayment.__typename).toBe('SandboxOnly');
    expect(codesOf(mails)).toEqual(['SANDBOX_ONLY']);
  });
});

describe('the tenant of a sandbox', () => {
  test('is closed when it is idle, and opened once for concurrent requests', async () => {
    const tenants = server.app.sandboxes?.tenants;
    const clockOf = async () => Date.parse((await buy(documents.whoAmI)).clock.now);
    const before = await clockOf();

    await tenants?.closeIdle(0);
    const closed = tenants?.count();
    const times = await Promise.all(Array.from({ length: 8 }, clockOf));

    expect([closed, tenants?.count()]).toEqual([0, 1]);
    for (const time of times) expect(time).toBeGreaterThanOrEqual(before);
  });

  test('stays open while a subscription is open', async () => {
    const tenants = server.app.sandboxes?.tenants;
    const { id } = await createOrder();
    const client = apiClient(server.url, sandbox.keys.SELLER);
    const stream = client.follow('', { id }, { documentId: idOf(documents.follow) });
    await stream.next();

    await tenants?.closeIdle(0);
    const { number } = (await buy(documents.say, { id })).sendMessage;
    await stream.until(({ orderTimeline }) => orderTimeline.entry.number === number);
    stream.stop();
    const closes = async () => {
      await tenants?.closeIdle(0);
      return tenants?.count();
    };

    await expect.poll(closes).toBe(0);
  });

  test('is refused with a retryable error while the maximum number of tenants is in use', async () => {
    const live = createPubSub({ transport: localTransport, ...tuning.live, onError: () => undefined });
    const tenant = { revokeAll: async () => undefined, stop: async () => undefined };
    const tenants = createTenantRegistry({
      live,
      requireExisting: async () => undefined,
      open: async () => tenant,
      maxOpen: 1,
      onError: () => undefined,
    });
    const lease = await tenants.acquire('one');

    const refused = tenants.acquire('another');

    await expect(refused).rejects.toMatchObject({ code: 'SANDBOXES_BUSY', recovery: 'RETRYABLE' });
    expect((await tenants.acquire('one')).app).toBe(lease.app);
    await tenants.stop();
  });

  test('keeps its place when tokens name sandboxes that do not exist', async () => {
    const live = createPubSub({ transport: localTransport, ...tuning.live, onError: () => undefined });
    const stopped: string[] = [];
    const tenants = createTenantRegistry({
      live,
      requireExisting: async (id) => {
        if (id !== 'existing') throw new SandboxNotFound();
      },
      open: async (id) => ({ revokeAll: async () => undefined, stop: async () => void stopped.push(id) }),
      maxOpen: 1,
      onError: () => undefined,
    });
    (await tenants.acquire('existing')).release();
    const { cooldownMs } = tuning.sandboxes;
    // A tenant at rest gives its place to another sandbox.
    Object.assign(tuning.sandboxes, { cooldownMs: 0 });

    for (const id of ['made up', 'made up, too'])
      await expect(tenants.acquire(id)).rejects.toBeInstanceOf(SandboxNotFound);

    Object.assign(tuning.sandboxes, { cooldownMs });
    expect([tenants.count(), stopped]).toEqual([1, []]);
    await tenants.stop();
  });

  test.skipIf(isEmbedded)('is the same on two instances, whichever of them moves its clock', async () => {
    const { id } = await createOrder();
    const client = apiClient(second.url, sandbox.keys.SELLER);
    const stream = client.follow('', { id }, { documentId: idOf(documents.follow) });
    await stream.next();

    const moved = (await sell(documents.pass, { input: { days: 3 } })).advanceClock.now;
    const there = (await sell(documents.whoAmI, {}, second)).clock.now;
    const { number } = (await buy(documents.say, { id })).sendMessage;
    await stream.until(({ orderTimeline }) => orderTimeline.entry.number === number);
    stream.stop();
    const mails = [await buy(documents.mails), await buy(documents.mails, {}, second)];

    expect(Date.parse(there)).toBeGreaterThanOrEqual(Date.parse(moved));
    expect(mails[1].sandboxEmails.edges.length).toBeGreaterThan(0);
    expect(mails[1]).toEqual(mails[0]);
  });
});

describe('the access to a sandbox', () => {
  test('is limited to its owner and to operators', async () => {
    const stranger = await factory.createPerson();
    const operator = await factory.createOperator();
    const list = '{ sandboxes(first: 50) { edges { node { id name account { name } } } } }';
    const named = ({ sandboxes }: Data) => sandboxes.edges.map(({ node }: Data) => node.id);

    const refused = [
      await change(stranger, 'deleteSandbox', { sandboxId: sandbox.id }),
      await change(stranger, 'createSandboxKey', { sandboxId: sandbox.id, role: 'SELLER' }),
      await change(stranger, 'createSandbox', {
        name: 'For you',
        accountId: Buffer.from(`Account:${owner.accountId}`).toString('base64url'),
      }),
      await change(stranger, 'createSandbox', { name: ' ' }),
    ];

    expect(refused.map(({ __typename }) => __typename)).toEqual([
      'SandboxNotFound',
      'SandboxNotFound',
      'InputInvalid',
      'InputInvalid',
    ]);
    expect(await statusOf(stranger, sandbox.id)).toBeUndefined();
    expect(named(await stranger.ask(list))).toEqual([]);
    expect(named(await owner.ask(list))).toEqual([sandbox.id]);
    expect(named(await operator.ask(list))).toContain(sandbox.id);
  });

  test('is possible with two keys of one role, and a third key ends the oldest', async () => {
    const keys = [await keyFor(owner, sandbox.id, 'SELLER'), await keyFor(owner, sandbox.id, 'SELLER')];
    const run = (key: string) => wires.POST(server, key, { documentId: idOf(documents.whoAmI) });

    const answers = await Promise.all([sandbox.keys.SELLER, ...keys].map(run));

    expect(answers.map(({ status }) => status)).toEqual([401, 200, 200]);
  });
});
