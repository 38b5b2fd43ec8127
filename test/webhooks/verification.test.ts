/** Nothing is sent to an address whose program has not returned a challenge, and one host is not overwhelmed. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { tuning } from '../../src/tuning.ts';
import { apiClient, type Data } from '../support/client.ts';
import type { TestOrder } from '../support/factory.ts';
import { change, createPartner, idOf, type TestPartner } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';
import { isGenuine, type Receiver, startReceiver, untilTellable } from '../support/webhook-receiver.ts';

const { server, factory } = useServer({ sessionDays: 365 });
const follow = `subscription Follow($id: ID!) { orderTimeline(orderId: $id) { __typename
  ... on TimelineEntryAdded { entry { ... on MessageSentEntry { message { text } } } } } }`;
let receiver: Receiver;
let order: TestOrder;
let partner: TestPartner;

beforeEach(async () => {
  receiver = await startReceiver();
  order = await factory.createOrder();
  partner = await createPartner(factory, { owner: order.seller, documents: [follow] });
});
afterEach(async () => {
  await change(order.seller, 'deleteApplication', { applicationId: partner.applicationId });
  await receiver.stop();
  expect(errorsIn(server.logged)).toEqual([]);
});

async function createEndpoint(url = receiver.url): Promise<{ id: string; secret: string }> {
  const input = { applicationId: partner.applicationId, url, documentId: idOf(follow), events: ['MESSAGE_SENT'] };
  const fields = '... on WebhookSecretPayload { secret endpoint { id } }';
  const { secret, endpoint } = await change(partner.owner, 'createWebhookEndpoint', input, fields);
  return { id: endpoint.id, secret };
}
const update = (endpointId: string, params: Data): Promise<Data> =>
  change(
    partner.owner,
    'updateWebhookEndpoint',
    { endpointId, ...params },
    '... on WebhookEndpoint { status isEnabled }',
  );
const send = async (): Promise<void> => {
  await untilTellable(server.app);
  await server.app.sendWebhooks();
  // Events of an endpoint that was verified just now are queued next.
  await server.app.sendWebhooks();
};
const passHours = (hours: number) => server.clock.advance({ ms: hours * 3_600_000 });
const say = (text: string) => change(order.advertiser, 'sendMessage', { orderId: order.id, text });
const texts = () => receiver.received.map(({ data }) => data.orderTimeline?.entry.message?.text);

async function endpointOf(id: string): Promise<Data> {
  const { node } = await apiClient(server.url, partner.owner.sessionToken).ask(
    `query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { status verifiedAt isEnabled
      deliveries { nodes { id type status attemptCount nextAttemptAt attempts { statusCode error } } } } } }`,
    { id },
  );
  return node;
}

describe('the challenge', () => {
  test('is signed, and events since the creation are sent once it was returned', async () => {
    const { id, secret } = await createEndpoint();
    expect(await endpointOf(id)).toMatchObject({ status: 'PENDING_VERIFICATION', verifiedAt: null, isEnabled: true });
    await say('Before');
    await send();

    const [challenge] = receiver.challenges;
    expect(challenge && isGenuine(secret, challenge)).toBe(true);
    expect(JSON.parse(challenge?.body ?? '')).toEqual({
      type: 'webhook.verification',
      timestamp: expect.any(String),
      data: { challenge: expect.stringMatching(/^[\w-]{43}$/) },
    });
    expect(texts()).toEqual(['Before']);
    expect(await endpointOf(id)).toMatchObject({ status: 'ENABLED', verifiedAt: expect.any(String) });
    await createEndpoint();
    await send();
    expect(receiver.challenges[1]?.data.challenge).not.toBe(challenge?.data.challenge);
  });

  test.each([
    ['the challenge as the whole body', (challenge: string) => ` ${challenge}\n`, true],
    ['a JSON object with other fields too', (challenge: string) => JSON.stringify({ challenge, more: [1] }), true],
    ['nothing', () => 204, false],
    ['a page', () => '<html>Welcome!</html>', false],
    ['the request', (challenge: string) => JSON.stringify({ data: { challenge } }), false],
    ['a broken object', (challenge: string) => `{"challenge":"${challenge}"`, false],
    ['another challenge', (challenge: string) => JSON.stringify({ challenge: `${challenge}x` }), false],
    ['a text that contains it', (challenge: string) => `You sent ${challenge}`, false],
  ])('%s as the answer', async (_what, answer, isVerified) => {
    receiver.answerChallenges(answer);
    const { id } = await createEndpoint();
    await say('Hello');
    await send();

    const { status, deliveries } = await endpointOf(id);
    expect(status).toBe(isVerified ? 'ENABLED' : 'PENDING_VERIFICATION');
    expect(texts()).toEqual(isVerified ? ['Hello'] : []);
    const error = isVerified ? null : 'It answered without the challenge.';
    expect(deliveries.nodes.at(-1)).toMatchObject({ type: 'webhook.verification', attempts: [{ error }] });
  });

  test('is sent a few times; then the endpoint waits for another one, which `isEnabled: true` sends', async () => {
    receiver.answerChallenges(() => 404);
    const { id } = await createEndpoint();
    await say('Hello');
    for (let day = 0; day < 5; day += 1) {
      for (let attempt = 0; attempt < limits.webhooks.verificationAttempts; attempt += 1) {
        await send();
        passHours(limits.webhooks.maxPauseHours);
      }
    }

    expect(receiver.challenges).toHaveLength(limits.webhooks.verificationAttempts);
    expect(receiver.received).toEqual([]);
    expect(await endpointOf(id)).toMatchObject({
      status: 'PENDING_VERIFICATION',
      deliveries: { nodes: [{ status: 'WAITING', nextAttemptAt: null }] },
    });

    receiver.answerChallenges((challenge) => challenge);
    expect(await update(id, { isEnabled: true })).toMatchObject({ status: 'PENDING_VERIFICATION' });
    await send();
    expect(await endpointOf(id)).toMatchObject({ status: 'ENABLED' });
    expect(texts()).toEqual(['Hello']);
    // An endpoint that is enabled gets no further challenge.
    await update(id, { isEnabled: true });
    await send();
    expect(receiver.challenges).toHaveLength(limits.webhooks.verificationAttempts + 1);
  });

  test('is not sent to a disabled endpoint, but when that is enabled', async () => {
    const { id } = await createEndpoint();
    expect(await update(id, { isEnabled: false })).toMatchObject({ status: 'DISABLED' });
    await send();
    expect(receiver.challenges).toEqual([]);

    await update(id, { isEnabled: true });
    await send();
    expect(receiver.challenges).toHaveLength(1);
    expect(await endpointOf(id)).toMatchObject({ status: 'ENABLED' });
  });
});

test('an endpoint with another address is verified again, and what waits is sent there afterwards', async () => {
  const { id } = await createEndpoint();
  await send();
  receiver.answer(() => 503);
  await say('Hello');
  await send();
  const other = await startReceiver();
  other.answerChallenges(() => 404);

  expect(await update(id, { url: other.url })).toMatchObject({ status: 'PENDING_VERIFICATION' });
  passHours(1);
  await send();
  expect([other.challenges.length, other.received.length, receiver.received.length]).toEqual([1, 0, 1]);

  // The same address is not another one.
  other.answerChallenges((challenge) => challenge);
  passHours(1);
  await send();
  expect(await update(id, { url: other.url })).toMatchObject({ status: 'ENABLED' });
  await send();
  expect(other.received.map(({ data }) => data.orderTimeline.entry.message.text)).toEqual(['Hello']);
  expect(other.challenges).toHaveLength(2);
  await other.stop();
});

test('an answer from an address that was replaced in the meantime verifies nothing', async () => {
  const { id } = await createEndpoint();
  const victim = await startReceiver();
  victim.answerChallenges(() => 404);
  let replaced: Promise<Data> | undefined;
  receiver.holdChallenges(async () => {
    replaced = update(id, { url: victim.url });
    await replaced;
  });
  await send();

  expect(await replaced).toMatchObject({ status: 'PENDING_VERIFICATION' });
  expect(await endpointOf(id)).toMatchObject({ status: 'PENDING_VERIFICATION' });
  await victim.stop();
});

test('test events and replays are refused until the endpoint is verified', async () => {
  receiver.answerChallenges(() => 404);
  const { id } = await createEndpoint();
  await send();
  const [{ id: deliveryId }] = (await endpointOf(id)).deliveries.nodes;
  const { inbox } = await order.seller.ask('{ inbox { cursor } }');

  const answers = [
    await change(partner.owner, 'sendTestEvent', { endpointId: id }),
    await change(partner.owner, 'replayDelivery', { deliveryId }),
    await change(partner.owner, 'replayEvents', { endpointId: id, after: inbox.cursor }),
  ];

  expect(answers.map(({ code }) => code)).toEqual(Array(3).fill('WEBHOOK_ENDPOINT_NOT_VERIFIED'));
});

describe('the endpoints at one host together', () => {
  test('get a bounded number of requests at the same time', async () => {
    const endpoints = limits.webhooks.endpointsPerApplication;
    for (let count = 0; count < endpoints; count += 1) await createEndpoint(`${receiver.url}/${count}`);
    await send();
    let [now, most] = [0, 0];
    receiver.answer(async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 30));
      now -= 1;
      return 204;
    });
    await say('Hello');
    await send();

    expect(receiver.received).toHaveLength(endpoints);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(tuning.webhooks.maxConcurrentPerHost);
  });

  test('get a bounded number of challenges, of all applications', async () => {
    const { points } = limits.rates.webhookChallengesPerHost;
    const url = receiver.url.replace('127.0.0.1', '127.0.0.2');
    for (let count = 0; count < points; count += 1)
      await server.app.rateLimiter.tryConsume('webhookChallengesPerHost', '127.0.0.2');
    const { id } = await createEndpoint(url);
    await send();

    const { deliveries } = await endpointOf(id);
    expect(deliveries.nodes).toMatchObject([{ type: 'webhook.verification', attemptCount: 0 }]);
    // The budget belongs to the host.
    await createEndpoint();
    await send();
    expect(receiver.challenges).toHaveLength(1);
  });
});
