/** Partners receive events by signed webhooks: each at least once under one id, in the sequence of its order. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { tuning } from '../../src/tuning.ts';
import { pruneDeliveries } from '../../src/webhooks/prune-deliveries.ts';
import { apiClient, type Data } from '../support/client.ts';
import { deprecate } from '../support/deprecate.ts';
import type { TestOrder } from '../support/factory.ts';
import { change, createPartner, idOf, register, type TestPartner, wires, wordOf } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';
import { isGenuine, type Received, type Receiver, startReceiver, untilTellable } from '../support/webhook-receiver.ts';

const { server, second, factory } = useServer({ instances: 2, sessionDays: 365 });
let receiver: Receiver;
let order: TestOrder;
let partner: TestPartner;

const follow = `subscription Follow($id: ID!, $after: String) { orderTimeline(orderId: $id, after: $after) { __typename
  ... on TimelineEntryAdded { entry { number type ... on MessageSentEntry { message { text } } ... on CollaborationRatedEntry { stars } } order { id number } } ... on Refusal { code } } }`;
const inbox = `subscription Inbox { inbox { __typename ... on InboxEntryAdded { cursor entry { number type } order { number } } } }`;
const asQuery = 'query One($orderId: ID!) { order(id: $orderId) { number status } }';

beforeEach(async () => {
  receiver = await startReceiver();
  order = await factory.createOrder();
  partner = await createPartner(factory, { owner: order.seller, documents: [follow, inbox, asQuery] });
});
afterEach(async () => {
  await change(order.seller, 'deleteApplication', { applicationId: partner.applicationId });
  await receiver.stop();
  expect(errorsIn([...server.logged, ...second.logged])).toEqual([]);
});

const endpointFields = 'id url events isEnabled disabledReason failingSince document { operationName }';
const shown = `... on WebhookSecretPayload { secret endpoint { ${endpointFields} } }`;

/** A verified endpoint of the partner. By default it receives only messages. */
async function createEndpoint(params: Record<string, unknown> = {}): Promise<{ id: string; secret: string }> {
  const input = {
    applicationId: partner.applicationId,
    url: receiver.url,
    documentId: idOf(follow),
    events: ['MESSAGE_SENT'],
    ...params,
  };
  const answer = await change(partner.owner, 'createWebhookEndpoint', input, shown);
  if (!answer.secret) throw new Error(`Not created: ${JSON.stringify(answer)}`);
  await server.app.sendWebhooks();
  return { id: answer.endpoint.id, secret: answer.secret };
}

async function say(text: string, where: Pick<TestOrder, 'id' | 'advertiser'> = order): Promise<void> {
  const answer = await change(where.advertiser, 'sendMessage', { orderId: where.id, text });
  expect(answer.__typename).toBe('Message');
}

const send = async () => {
  await untilTellable(server.app);
  await server.app.sendWebhooks();
};
const textsIn = (list: readonly Received[]) => list.map(({ data }) => data.orderTimeline?.entry.message?.text);
const changeEndpoint = (endpointId: string, params: Record<string, unknown>) =>
  change(
    partner.owner,
    'updateWebhookEndpoint',
    { endpointId, ...params },
    `... on WebhookEndpoint { ${endpointFields} }`,
  );

async function endpointOf(id: string, who = apiClient(server.url, partner.owner.sessionToken)): Promise<Data> {
  const { node } = await who.ask(
    `query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { ${endpointFields}
      deliveries(first: 20) { edges { node { id messageId type status attemptCount nextAttemptAt attempts { number statusCode error } } } } } } }`,
    { id },
  );
  return node;
}
/** The deliveries besides challenges. */
const deliveriesOf = async (id: string): Promise<Data[]> =>
  (await endpointOf(id)).deliveries.edges
    .map(({ node }: Data) => node)
    .filter(({ type }: Data) => type !== 'webhook.verification');

describe('a webhook', () => {
  test('has the signed result of the registered document for each event', async () => {
    const { secret } = await createEndpoint();
    await say('Hello');
    await send();

    const [webhook] = receiver.received;
    expect(receiver.received).toHaveLength(1);
    expect(JSON.parse(webhook?.body ?? '')).toEqual({
      type: 'order.message_sent',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      data: {
        orderTimeline: {
          __typename: 'TimelineEntryAdded',
          entry: { number: expect.any(Number), type: 'MESSAGE_SENT', message: { text: 'Hello' } },
          order: { id: order.id, number: order.number },
        },
      },
    });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(webhook && isGenuine(secret, webhook)).toBe(true);
  });

  test('passes the documented check only if it is unaltered, recent, and signed with the secret of its endpoint', async () => {
    const { secret } = await createEndpoint();
    const other = await createEndpoint();
    await say('Hello');
    await send();
    const webhook = receiver.received.find((one) => isGenuine(secret, one));
    if (!webhook) throw new Error('No genuine webhook arrived');

    expect(isGenuine(other.secret, webhook)).toBe(false);
    expect(isGenuine(secret, { ...webhook, body: webhook.body.replace('Hello', 'Hullo') })).toBe(false);
    expect(isGenuine(secret, { ...webhook, headers: { ...webhook.headers, 'webhook-id': 'msg_other' } })).toBe(false);
    const earlier = String(Number(webhook.headers['webhook-timestamp']) - 600);
    expect(isGenuine(secret, { ...webhook, headers: { ...webhook.headers, 'webhook-timestamp': earlier } })).toBe(
      false,
    );
  });

  test('can have an entry of the inbox, or the result of a query for the order of the event', async () => {
    await createEndpoint({ documentId: idOf(inbox) });
    await createEndpoint({ documentId: idOf(asQuery) });
    await say('Hello');
    await send();

    const data = receiver.received.map((one) => one.data);
    expect(data).toContainEqual({ order: { number: order.number, status: 'PENDING' } });
    expect(data).toContainEqual({
      inbox: {
        __typename: 'InboxEntryAdded',
        cursor: expect.any(String),
        entry: { number: expect.any(Number), type: 'MESSAGE_SENT' },
        order: { number: order.number },
      },
    });
  });

  test('is sent for the events that the filter names, and only for events after the creation of the endpoint', async () => {
    await say('Before');
    const { id } = await createEndpoint({ events: [] });
    await say('After');
    await change(order.seller, 'rejectOrder', { orderId: order.id, reasonCode: 'NO_FIT' });
    await send();

    expect(receiver.received.map(({ type }) => type).slice(0, 2)).toEqual(['order.message_sent', 'order.rejected']);
    expect(textsIn(receiver.received)).not.toContain('Before');
    expect((await endpointOf(id)).events).toEqual([]);
  });

  test('can be a test event', async () => {
    const { id, secret } = await createEndpoint();
    await change(partner.owner, 'sendTestEvent', { endpointId: id });
    await send();

    expect(receiver.received.map(({ type }) => type)).toEqual(['webhook.test']);
    expect(receiver.received[0] && isGenuine(secret, receiver.received[0])).toBe(true);
  });

  test('is signed with both secrets for a day after the secret was renewed', async () => {
    const { id, secret } = await createEndpoint();
    const renewed = await change(partner.owner, 'rotateWebhookSecret', { endpointId: id }, shown);
    await say('Both');
    await send();
    server.clock.advance({ ms: (limits.webhooks.bothSecretsHours + 1) * 3_600_000 });
    await say('Only new');
    await send();

    const [both, onlyNew] = receiver.received;
    expect(renewed.secret).not.toBe(secret);
    expect(both && [isGenuine(secret, both), isGenuine(renewed.secret, both)]).toEqual([true, true]);
    // The receiver uses the real time, not the advanced clock.
    expect(onlyNew && [isGenuine(secret, onlyNew), isGenuine(renewed.secret, onlyNew)]).toEqual([false, true]);
    expect(both?.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    expect(onlyNew?.headers['webhook-signature']?.split(' ')).toHaveLength(1);
  });
});

describe('when an endpoint fails', () => {
  test('the event is sent again under the same id and later events of its order wait, and other orders do not wait', async () => {
    const elsewhere = await factory.createOrder({ seller: order.seller });
    await createEndpoint();
    const broken = new Set([order.id]);
    receiver.answer(({ data }) => (broken.has(data.orderTimeline.order.id) ? 500 : 204));
    await say('One');
    await say('Two');
    await say('Elsewhere', elsewhere);
    await send();

    expect(textsIn(receiver.received).sort()).toEqual(['Elsewhere', 'One']);

    broken.clear();
    server.clock.advance({ ms: 60_000 });
    await send();

    const ofOrder = receiver.received.filter(({ data }) => data.orderTimeline.order.id === order.id);
    expect(textsIn(ofOrder)).toEqual(['One', 'One', 'Two']);
    expect(ofOrder[0]?.id).toBe(ofOrder[1]?.id);
    expect(ofOrder[2]?.id).not.toBe(ofOrder[1]?.id);
  });

  test('the log of deliveries has each attempt', async () => {
    const { id } = await createEndpoint();
    receiver.answer(() => 503);
    await say('One');
    await send();

    expect(await deliveriesOf(id)).toMatchObject([
      {
        type: 'order.message_sent',
        status: 'WAITING',
        attemptCount: 1,
        nextAttemptAt: expect.any(String),
        attempts: [{ number: 1, statusCode: 503, error: 'It answered 503.' }],
      },
    ]);

    receiver.answer(() => 200);
    server.clock.advance({ ms: 60_000 });
    await send();

    expect(await deliveriesOf(id)).toMatchObject([
      { status: 'DELIVERED', attemptCount: 2, nextAttemptAt: null, attempts: [{ error: null }, { number: 1 }] },
    ]);
    expect((await endpointOf(id)).failingSince).toBeNull();
  });

  test.each([
    ['seconds', 429, () => '600', 600],
    ['a date', 503, () => new Date(Date.now() + 600_000).toUTCString(), 600],
    ['more than the longest pause', 429, () => '9999999', limits.webhooks.maxPauseHours * 3_600],
    ['a value that cannot be parsed', 503, () => 'soon', 0],
    ['any value with another status', 500, () => '600', 0],
  ])('the next attempt waits as long as the answer says: %s', async (_what, status, retryAfter, seconds) => {
    const { id } = await createEndpoint();
    receiver.answer(() => ({ status, headers: { 'retry-after': retryAfter() } }));
    await say('One');
    const before = server.clock.now().getTime();
    await send();

    const [delivery] = await deliveriesOf(id);
    const waitMs = Date.parse(delivery?.nextAttemptAt) - before;
    // A date has whole seconds.
    expect(waitMs).toBeGreaterThan((seconds - 2) * 1_000);
    expect(waitMs).toBeLessThan((seconds + 60) * 1_000);
  });

  test('it can be disabled and enabled during an attempt, and no second attempt begins', async () => {
    const { id } = await createEndpoint();
    const { promise: answered, resolve: answer } = Promise.withResolvers<number>();
    receiver.answer(() => answered);
    await say('One');
    await say('Two');
    const sending = send();
    await receiver.until(() => receiver.received.length === 1);
    await changeEndpoint(id, { isEnabled: false });
    await changeEndpoint(id, { isEnabled: true });
    await second.app.sendWebhooks();
    expect(textsIn(receiver.received)).toEqual(['One']);

    answer(204);
    await sending;
    await send();
    expect(textsIn(receiver.received)).toEqual(['One', 'Two']);
  });

  test('it can be removed during an attempt, with all its data', async () => {
    const { id } = await createEndpoint();
    await say('One');
    await send();
    const { promise: answered, resolve: answer } = Promise.withResolvers<number>();
    receiver.answer(() => answered);
    await say('Two');
    const sending = send();
    await receiver.until(() => receiver.received.length === 2);
    await change(partner.owner, 'deleteWebhookEndpoint', { endpointId: id });
    await Promise.all([pruneDeliveries(server.app), pruneDeliveries(second.app)]);
    answer(500);
    await sending;
    await pruneDeliveries(server.app);

    const where = { endpoint: { application: { accountId: partner.owner.accountId } } };
    const { webhookDelivery, webhookQueue, webhookEndpoint } = server.app.db;
    expect([await webhookDelivery.count({ where }), await webhookQueue.count({ where })]).toEqual([0, 0]);
    expect(await webhookEndpoint.count({ where: where.endpoint })).toBe(0);
  });

  test('a redirect is a failure and is not followed', async () => {
    const { id } = await createEndpoint();
    receiver.answer(() => 302);
    await say('One');
    await send();

    expect(receiver.received).toHaveLength(1);
    expect((await deliveriesOf(id))[0]?.attempts).toMatchObject([{ statusCode: 302 }]);
  });

  test('the status 410 disables it immediately, and it continues where it stopped when it is enabled again', async () => {
    const { id } = await createEndpoint();
    receiver.answer(() => 410);
    await say('One');
    await say('Two');
    await send();

    expect(receiver.received).toHaveLength(1);
    expect(await endpointOf(id)).toMatchObject({ isEnabled: false, disabledReason: 'GONE' });

    receiver.answer(() => 204);
    await say('Three');
    server.clock.advance({ days: 1 });
    await send();
    expect(receiver.received).toHaveLength(1);

    await changeEndpoint(id, { isEnabled: true });
    await send();
    expect(textsIn(receiver.received)).toEqual(['One', 'One', 'Two', 'Three']);
  });

  test('for three days, it is disabled, and a mail reports this', async () => {
    const { id } = await createEndpoint();
    receiver.answer(() => 500);
    await say('One');
    let tries = 0;
    for (let hours = 0; hours <= 24 * limits.webhooks.tryDays; hours += 4) {
      await send();
      tries = receiver.received.length;
      if (hours < 24 * limits.webhooks.tryDays) expect(await endpointOf(id)).toMatchObject({ isEnabled: true });
      server.clock.advance({ ms: 4 * 3_600_000 });
    }
    // Another instance may be making the last attempt.
    await expect.poll(async () => send().then(async () => (await endpointOf(id)).isEnabled)).toBe(false);

    expect(tries).toBeGreaterThan(8);
    expect(new Set(receiver.received.map((one) => one.id)).size).toBe(1);
    const failing = await endpointOf(id, apiClient(server.url, (await factory.createOperator()).sessionToken));
    expect(failing).toMatchObject({ isEnabled: false, disabledReason: 'FAILING', failingSince: expect.any(String) });
    await expect
      .poll(() =>
        // Either instance may have sent it.
        [server, second]
          .flatMap(({ app }) => app.mailbox?.letters() ?? [])
          .filter(({ to }) => to === partner.owner.email)
          .map(({ subject }) => subject),
      )
      .toContain('A webhook of Feed robot has been disabled');
  });
});

describe('the permission to receive events', () => {
  test.each([
    ['the key is revoked', () => change(partner.owner, 'revokeApplicationKey', { keyId: partner.keyId })],
    ['a scope is taken away', () => setScopes(['WEBHOOKS'])],
    ['the scope of webhooks is taken away', () => setScopes(['ORDERS_READ'])],
  ])('ends when %s', async (_what, endPermission) => {
    await createEndpoint();
    await endPermission();
    await say('One');
    await send();

    expect(receiver.received).toEqual([]);
  });

  const setScopes = (scopes: ('WEBHOOKS' | 'ORDERS_READ')[]) =>
    change(partner.owner, 'updateApplicationScopes', {
      applicationId: partner.applicationId,
      scopes: scopes.map(wordOf),
    });

  test('returns with the scope, and the events since then are sent', async () => {
    await createEndpoint();
    receiver.answer(() => 500);
    await say('One');
    await send();
    await setScopes(['ORDERS_READ']);
    receiver.answer(() => 204);
    await say('Two');
    server.clock.advance({ ms: 60_000 });
    await send();
    expect(receiver.received).toHaveLength(1);

    await setScopes(['ORDERS_READ', 'WEBHOOKS']);
    server.clock.advance({ ms: 60_000 });
    await send();
    expect(textsIn(receiver.received)).toEqual(['One', 'One', 'Two']);
  });

  test('of an endpoint that an application has made ends with the key that made it', async () => {
    await register(partner, [make, changeIt]);
    const run = (key: string, text: string, input: Record<string, unknown>) =>
      wires.POST(server, key, { documentId: idOf(text), variables: { input } }).then(({ data }) => data.answer);
    const byOwner = await createEndpoint({ documentId: idOf(asQuery) });
    const { id } = (await run(partner.key, make, { url: receiver.url, documentId: idOf(follow) })).endpoint;
    await server.app.sendWebhooks();
    await say('One');
    await send();
    expect(textsIn(receiver.received).toSorted()).toEqual(['One', undefined]);

    const { secret: newKey } = await change(
      partner.owner,
      'createApplicationKey',
      { applicationId: partner.applicationId },
      '... on ApplicationKeyCreated { secret }',
    );
    await change(partner.owner, 'revokeApplicationKey', { keyId: partner.keyId });
    await say('Two');
    await send();
    expect(textsIn(receiver.received).toSorted()).toEqual(['One', undefined, undefined]);

    expect(await run(newKey, changeIt, { endpointId: byOwner.id, isEnabled: false })).toMatchObject({
      __typename: 'WebhookEndpointNotFound',
    });
    expect(await run(newKey, changeIt, { endpointId: id, isEnabled: true })).toMatchObject({ id });
    server.clock.advance({ ms: 60_000 });
    await send();
    expect(textsIn(receiver.received).filter(Boolean)).toEqual(['One', 'Two']);
  });

  const make = `mutation Make($input: CreateWebhookEndpointInput!) { answer: createWebhookEndpoint(input: $input) { ${shown} } }`;
  const changeIt = `mutation Change($input: UpdateWebhookEndpointInput!) { answer: updateWebhookEndpoint(input: $input) { __typename ... on WebhookEndpoint { id } } }`;

  test('does not include the orders of other accounts, and other accounts do not see the endpoints', async () => {
    const { id } = await createEndpoint();
    const theirs = await factory.createOrder();
    await say('Theirs', theirs);
    await send();

    expect(receiver.received).toEqual([]);
    expect(await endpointOf(id, theirs.seller)).toBeNull();
    const refused = await change(theirs.seller, 'sendTestEvent', { endpointId: id });
    expect(refused).toMatchObject({ __typename: 'WebhookEndpointNotFound', code: 'WEBHOOK_ENDPOINT_NOT_FOUND' });
  });
});

describe('a replay', () => {
  test('sends one delivery again under its id', async () => {
    const { id } = await createEndpoint();
    await say('One');
    await say('Two');
    await send();
    const first = (await deliveriesOf(id)).at(-1);
    const answer = await change(
      partner.owner,
      'replayDelivery',
      { deliveryId: first?.id },
      '... on WebhookDelivery { status }',
    );
    await send();

    expect(answer).toMatchObject({ status: 'WAITING' });
    expect(textsIn(receiver.received)).toEqual(['One', 'Two', 'One']);
    expect(receiver.received[2]?.id).toBe(receiver.received[0]?.id);
    expect((await deliveriesOf(id)).at(-1)).toMatchObject({ status: 'DELIVERED', attemptCount: 2 });
  });

  test('sends everything after a cursor again, in order', async () => {
    const { id } = await createEndpoint();
    const { inbox: place } = await order.seller.ask('{ inbox { cursor } }');
    await say('One');
    await say('Two');
    await send();
    await change(partner.owner, 'replayEvents', { endpointId: id, after: place.cursor });
    await send();

    expect(textsIn(receiver.received)).toEqual(['One', 'Two', 'One', 'Two']);
    expect(receiver.received.map((one) => one.id).slice(2)).toEqual(receiver.received.map((one) => one.id).slice(0, 2));
  });

  test('is refused for a cursor that is older than the log', async () => {
    const { id } = await createEndpoint();
    const { inbox: place } = await order.seller.ask('{ inbox { cursor } }');
    await say('Old');
    await send();
    server.clock.advance({ days: limits.webhooks.retentionDays, ms: 60_000 });
    const { inbox: later } = await order.seller.ask('{ inbox { cursor } }');
    await say('New');
    await send();
    const replay = (after: string) =>
      change(partner.owner, 'replayEvents', { endpointId: id, after }, '... on InputInvalid { problems { field } }');

    expect(await replay(place.cursor)).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'after' }] });
    expect(await replay(later.cursor)).toMatchObject({ __typename: 'WebhookEndpoint' });
    await send();
    expect(textsIn(receiver.received)).toEqual(['Old', 'New', 'New']);

    await pruneDeliveries(server.app);
    const { edges } = (await endpointOf(id)).deliveries;
    expect(edges).toHaveLength(1);
  });
});

test('a webhook does not have the stars of a rating before the rating is published', async () => {
  const rated = await factory.createOrder({ status: 'COMPLETED', seller: order.seller });
  await createEndpoint({ events: ['COLLABORATION_RATED', 'RATINGS_PUBLISHED'] });
  await change(rated.advertiser, 'rateCollaboration', { orderId: rated.id, stars: 2, text: 'Slow.' });
  await send();

  expect(receiver.received.map(({ data }) => data.orderTimeline.entry)).toEqual([
    { number: expect.any(Number), type: 'COLLABORATION_RATED', stars: null },
  ]);
});

test('an endpoint is notified before its operation is retired, and is disabled with it', async () => {
  const { name, version } = await register(partner, [`${follow} `]);
  const { id } = await createEndpoint({ documentId: idOf(`${follow} `) });
  const at = new Date(server.clock.now().getTime() + 60_000).toISOString();
  await change(partner.owner, 'retireOperations', {
    applicationId: partner.applicationId,
    name,
    version,
    retiresAt: at,
  });
  await send();
  await send();

  expect(receiver.received.map(({ type, data }) => [type, data])).toEqual([
    ['operation.retiring', { documentId: idOf(`${follow} `), operationName: 'Follow', retiresAt: at }],
  ]);

  server.clock.advance({ ms: 60_000 });
  await say('Too late');
  await send();

  expect(receiver.received).toHaveLength(1);
  expect(await endpointOf(id)).toMatchObject({ isEnabled: false, disabledReason: 'OPERATION_RETIRED' });
});

describe('the notice of a deprecation', () => {
  const using = (extra = '') =>
    `query Using${extra}($orderId: ID!) { order(id: $orderId) { brief items { __typename } } }`;
  const brief = { coordinate: 'Order.brief', reason: 'Use `text`.' };
  const items = { coordinate: 'Order.items', reason: 'Use `lines`.' };
  const stops: (() => unknown)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  /** Starts an instance of a release that deprecates these parts. */
  async function startRelease(...parts: readonly (typeof brief)[]): Promise<TestServer> {
    const takeBack = deprecate(Object.fromEntries(parts.map(({ coordinate, reason }) => [coordinate, reason])));
    const release = await startServer({ beside: server });
    takeBack();
    stops.push(async () => {
      await release.stop();
      expect(errorsIn([...release.logged])).toEqual([]);
    });
    return release;
  }
  /** Lets instances send until they have checked all documents. */
  const sendOn = async (...releases: readonly TestServer[]) => {
    const left = await server.app.db.registeredDocument.count();
    // Each pass checks some of the documents.
    for (let pass = 0; pass <= left / 50 + 1; pass += 1)
      await Promise.all(releases.map(({ app }) => app.sendWebhooks()));
  };
  const notices = () => receiver.received.filter(({ type }) => type === 'operation.deprecated').map(({ data }) => data);
  const noticeOf = (text: string, ...deprecations: readonly (typeof brief)[]) => ({
    documentId: idOf(text),
    operationName: /query (\w+)/.exec(text)?.[1],
    deprecations,
  });

  test('is sent once to the endpoints of each application that uses the part, whichever instance sends it', async () => {
    await register(partner, [using()]);
    await createEndpoint();
    const releases = [await startRelease(brief), await startRelease(brief)];
    await sendOn(...releases, server);
    await sendOn(...releases, await startRelease(brief));

    expect(notices()).toEqual([noticeOf(using(), brief)]);
  });

  test('is sent again only if more parts are deprecated, also when the log of deliveries is gone', async () => {
    await register(partner, [using()]);
    const { id } = await createEndpoint();
    await sendOn(await startRelease(brief));
    await server.app.db.webhookAttempt.deleteMany();
    await server.app.db.webhookDelivery.deleteMany();
    await sendOn(await startRelease(brief, { coordinate: 'Order.ads', reason: 'It is not used.' }));
    expect(await deliveriesOf(id)).toEqual([]);

    await sendOn(await startRelease(brief, items));

    expect(notices()).toEqual([noticeOf(using(), brief), noticeOf(using(), brief, items)]);
  });

  test('is sent once while instances of two releases run at the same time, and not again after a rollback', async () => {
    await register(partner, [using()]);
    await createEndpoint();
    const [old, fresh] = [await startRelease(brief), await startRelease(brief, items)];
    for (let pass = 0; pass < 3; pass += 1) {
      await sendOn(old);
      await sendOn(fresh, old);
      server.clock.advance({ ms: tuning.webhooks.deprecationCheckMs });
    }

    expect(notices()).toEqual([noticeOf(using(), brief), noticeOf(using(), brief, items)]);
  });

  test('is sent for each document, also when the instance that began with it has ended', async () => {
    const usingDocuments = Array.from({ length: 10 }, (_, index) => using(`${index}`));
    await register(partner, [
      ...usingDocuments,
      ...Array.from({ length: 90 }, (_, index) => `query Free${index} { viewer { name } }`),
    ]);
    await createEndpoint();
    const first = await startRelease(brief);
    while (notices().length === 0) await first.app.sendWebhooks();
    const begun = notices().length;
    await stops.pop()?.();
    await sendOn(await startRelease(brief));

    expect(begun).toBeLessThan(usingDocuments.length);
    const documentIds = notices().map(({ documentId }) => documentId);
    expect(documentIds.sort()).toEqual(usingDocuments.map(idOf).sort());
  });

  test('is not sent for a retired document, or if the registration reported it, but for a document of an older instance', async () => {
    const { name, version } = await register(partner, [using('Retired')]);
    await change(partner.owner, 'retireOperations', { applicationId: partner.applicationId, name, version });
    await createEndpoint();
    await send();
    const release = await startRelease(brief);
    const owner = { ...partner.owner, ...apiClient(release.url, partner.owner.token) };
    await register({ ...partner, owner }, [using('New')]);
    await sendOn(release);
    expect(notices()).toEqual([]);

    await register(partner, [using('Late')]);
    server.clock.advance({ ms: tuning.webhooks.deprecationCheckMs });
    await sendOn(release);

    expect(notices()).toEqual([noticeOf(using('Late'), brief)]);
  });
});

test('two instances send each event once, in order', async () => {
  await createEndpoint();
  const orders = [order, ...(await Promise.all([1, 2, 3].map(() => factory.createOrder({ seller: order.seller }))))];
  for (const text of ['One', 'Two', 'Three']) for (const one of orders) await say(text, one);
  await untilTellable(server.app);
  await Promise.all([send(), second.app.sendWebhooks(), send(), second.app.sendWebhooks()]);

  for (const { id } of orders)
    expect(textsIn(receiver.received.filter(({ data }) => data.orderTimeline.order.id === id))).toEqual([
      'One',
      'Two',
      'Three',
    ]);
});

describe('an endpoint is refused', () => {
  const input = () => ({ applicationId: partner.applicationId, url: receiver.url, documentId: idOf(follow) });
  test.each([
    ['an address without TLS or HTTP', { url: 'ftp://partner.example/' }, 'url'],
    ['a password in the address', { url: 'https://a:b@partner.example/' }, 'url'],
    ['an operation that is not registered', { documentId: idOf('nothing') }, 'documentId'],
  ])('with %s', async (_what, wrong, field) => {
    const answer = await change(partner.owner, 'createWebhookEndpoint', { ...input(), ...wrong }, problems);

    expect(answer).toMatchObject({ __typename: 'InputInvalid', problems: [{ field }] });
  });

  test.each([
    ['a mutation', 'mutation M($id: ID!) { markRead(input: { orderId: $id, upTo: 1 }) { __typename } }'],
    ['a stream of something else', 'subscription S($id: ID!) { orderAds(orderId: $id) { __typename } }'],
    [
      'a variable that no event has',
      'query Q($orderId: ID!, $what: ID!) { order(id: $orderId) { id } node(id: $what) { id } }',
    ],
  ])('with %s', async (_what, document) => {
    await register(partner, [document]);
    const answer = await change(
      partner.owner,
      'createWebhookEndpoint',
      { ...input(), documentId: idOf(document) },
      problems,
    );

    expect(answer).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'documentId' }] });
  });

  test('beyond the limit', async () => {
    for (let count = 0; count < limits.webhooks.endpointsPerApplication; count += 1) await createEndpoint();

    expect(await change(partner.owner, 'createWebhookEndpoint', input())).toMatchObject({ code: 'LIMIT_REACHED' });
  });

  const problems = '... on InputInvalid { problems { field message } }';
});
