/** Sends due deliveries. */

import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApplicationViewer } from '../access/viewer.ts';
import { findOperation } from '../applications/registered-operations.ts';

import type { Prisma, WebhookEndpoint } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import type { Entry } from '../orders/timeline/timeline.ts';
import { post } from '../platform/post.ts';
import { eventOf } from '../process/entries.ts';
import { webhookEventName } from '../process/names.ts';
import { tuning } from '../tuning.ts';
import { type Claim, claimDue } from './claims.ts';
import { lockEndpoint } from './endpoints.ts';
import { messageIdOf } from './message-ids.ts';
import { findEligibleApplication } from './queue-events.ts';
import { advanceQueue, disableWithNotice, type Message, recordAttempt, reschedule } from './record-attempt.ts';
import { signedHeaders } from './signing-secrets.ts';
import { requireChallenge, verificationType } from './verification.ts';
import type { WebhookServices } from './webhook-services.ts';

export interface Sender {
  /** Sends due deliveries until none is left, and waits for attempts in progress. Returns the number of attempts started. */
  sendDue(): Promise<number>;
  /** Stops claiming, and waits briefly for attempts in progress. */
  stop(): void;
}

export function createSender(app: WebhookServices): Sender {
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    stopping.signal.addEventListener('abort', () => setTimeout(resolve, limits.shutdownGraceMs).unref());
  });
  /** Number of attempts in progress by endpoint. */
  const sending = new Map<string, number>();
  /** Number of attempts in progress by host. */
  const calling = new Map<string, number>();
  const count = ({ endpointId, host }: Claim, by: number) => {
    for (const [counts, key] of [
      [sending, endpointId],
      [calling, host],
    ] as const) {
      const now = (counts.get(key) ?? 0) + by;
      if (now > 0) counts.set(key, now);
      else counts.delete(key);
    }
  };
  const busyHosts = () =>
    [...calling].flatMap(([host, attempts]) => (attempts >= tuning.webhooks.maxConcurrentPerHost ? [host] : []));
  const take = async (claim: Claim, endpointState: Promise<EndpointState>) => {
    try {
      await deliverClaim(app, claim, await endpointState);
    } catch (error) {
      // The claim is rescheduled or its lease expires; either way it is retried.
      app.log.error({ err: error, endpointId: claim.endpointId }, 'webhook attempt failed; will retry');
      await reschedule(app, claim, app.config.webhooks.retrySeconds).catch(() => undefined);
    } finally {
      count(claim, -1);
    }
  };
  const look = (endpointId: string) => {
    const endpointState = loadEndpointState(app, endpointId);
    // Running attempts are cancelled too.
    endpointState.catch(() => undefined);
    return endpointState;
  };
  return {
    sendDue: async () => {
      const running = new Set<Promise<void>>();
      let begun = 0;
      while (!stopping.signal.aborted) {
        const before = running.size;
        const free = tuning.webhooks.maxConcurrent - before;
        const turns =
          free > 0 ? await claimDue(app, { endpointIds: [...sending.keys()], hosts: busyHosts() }, free) : [];
        // Claims of one endpoint in the same batch load its state together.
        const standings = new Map([...new Set(turns.map(({ endpointId }) => endpointId))].map((id) => [id, look(id)]));
        for (const claim of turns) {
          count(claim, 1);
          const endpointState = standings.get(claim.endpointId) ?? look(claim.endpointId);
          const run: Promise<void> = take(claim, endpointState).finally(() => running.delete(run));
          running.add(run);
        }
        begun += turns.length;
        if (turns.length > 0) continue;
        // An attempt that ended during the query may have made a delivery due that the query did not see.
        if (before === 0) return begun;
        if (running.size === 0) continue;
        // Each finished attempt may have made the next entry of its order due.
        await Promise.race([...running, pause(tuning.webhooks.claimMs)]);
      }
      await Promise.race([Promise.all(running), stopped]);
      return begun;
    },
    stop: () => stopping.abort(),
  };
}

/** The current state of the endpoint and the delivery of a claim. */
interface DeliveryTarget {
  readonly endpoint: WebhookEndpoint;
  readonly application: ApplicationViewer;
  readonly text: string;
}

/** State of an endpoint: it can receive events, it cannot now, or its operation is retired. */
type EndpointState = DeliveryTarget | 'NOT_NOW' | 'RETIRED';

async function loadEndpointState(app: WebhookServices, endpointId: string): Promise<EndpointState> {
  const endpoint = await app.db.webhookEndpoint.findUnique({ where: { id: endpointId } });
  if (!endpoint || endpoint.disabledAt || endpoint.deletedAt) return 'NOT_NOW';
  const application = await findEligibleApplication(app.read, endpoint);
  if (!application) return 'NOT_NOW';
  const hash = endpoint.documentHash;
  const operation = await findOperation(app.db, { applicationId: endpoint.applicationId, hash });
  if (!operation || (operation.retirement && operation.retirement.at <= app.clock.now())) return 'RETIRED';
  return { endpoint, application, text: operation.text };
}

async function deliverClaim(app: WebhookServices, claim: Claim, target: EndpointState): Promise<void> {
  if (target === 'NOT_NOW') return hold(app, claim);
  if (target === 'RETIRED') return disableForRetirement(app, claim);
  if (claim.queue && !target.endpoint.verifiedAt) return hold(app, claim);
  if (await isBeyondBudget(app, claim, 'webhooksPerHost')) return;
  await (claim.queue ? sendNext(app, claim, target) : sendSingle(app, claim, target));
}

const hold = (app: WebhookServices, claim: Claim): Promise<void> =>
  reschedule(app, claim, tuning.webhooks.ineligibleRetrySeconds);

/** True if the budget of the host is used up; then the claim is sent later. */
async function isBeyondBudget(
  app: WebhookServices,
  claim: Claim,
  budget: 'webhooksPerHost' | 'webhookChallengesPerHost',
): Promise<boolean> {
  const waitSeconds = await app.rateLimiter.tryConsume(budget, claim.host);
  if (waitSeconds !== undefined) await reschedule(app, claim, waitSeconds);
  return waitSeconds !== undefined;
}

async function disableForRetirement(app: WebhookServices, claim: Claim): Promise<void> {
  const { endpointId: id } = claim;
  await app.db.$transaction(async (tx) => {
    await lockEndpoint(tx, id);
    const endpoint = await tx.webhookEndpoint.findUnique({ where: { id } });
    if (endpoint && !endpoint.disabledAt) await disableWithNotice(app, tx, endpoint, 'OPERATION_RETIRED');
  });
  await reschedule(app, claim, tuning.webhooks.ineligibleRetrySeconds);
}

/** Sends the next entry of a queue; without one, the queue is complete. */
async function sendNext(app: WebhookServices, claim: Claim, target: DeliveryTarget): Promise<void> {
  const { endpoint } = target;
  const { orderId, sentNumber, targetNumber } = claim.queue ?? { orderId: '', sentNumber: 0, targetNumber: 0 };
  const entry = await app.db.logEntry.findFirst({
    where: {
      orderId,
      number: { gt: sentNumber, lte: targetNumber },
      ...(endpoint.events.length > 0 ? { type: { in: endpoint.events } } : {}),
    },
    orderBy: { number: 'asc' },
  });
  if (entry) return sendEntry(app, claim, target, entry);
  await app.db.$transaction(async (tx) => {
    await lockEndpoint(tx, endpoint.id);
    await advanceQueue(app, tx, claim, { sentNumber: targetNumber, isActive: true });
  });
}

async function sendEntry(
  app: WebhookServices,
  claim: Claim,
  { endpoint, application, text }: DeliveryTarget,
  entry: Entry,
): Promise<void> {
  const { orderId, number, at: occurredAt } = entry;
  const message = {
    messageId: messageIdOf(endpoint.id, orderId, number),
    type: webhookEventName(eventOf(entry.type)),
    occurredAt,
    orderId,
    number,
  };
  await send(app, claim, endpoint, message, await app.runForEvent(application, { text, entry }));
}

/** Sends a single delivery: a system event, or a replayed entry. */
async function sendSingle(app: WebhookServices, claim: Claim, target: DeliveryTarget): Promise<void> {
  const { endpoint } = target;
  const delivery = await app.db.webhookDelivery.findUnique({ where: { id: claim.deliveryId ?? '' } });
  if (!delivery) return;
  const isChallenge = delivery.type === verificationType;
  if (!endpoint.verifiedAt && !isChallenge) return hold(app, claim);
  if (isChallenge && (await isBeyondBudget(app, claim, 'webhookChallengesPerHost'))) return;
  const { messageId, type, occurredAt, orderId, number, content } = delivery;
  if (orderId === null || number === null) {
    const message = { messageId, type, occurredAt, orderId: null, number: null };
    return send(app, claim, endpoint, message, { data: content });
  }
  const entry = await app.db.logEntry.findUniqueOrThrow({ where: { orderId_number: { orderId, number } } });
  await sendEntry(app, claim, target, entry);
}

async function send(
  app: WebhookServices,
  claim: Claim,
  endpoint: WebhookEndpoint,
  message: Message,
  content: object | { readonly data: Prisma.JsonValue },
): Promise<void> {
  const { messageId, type, occurredAt } = message;
  const at = app.clock.now();
  const body = JSON.stringify({ type, timestamp: occurredAt.toISOString(), ...content });
  const { allowsAnyTarget, timeoutSeconds } = app.config.webhooks;
  const begin = performance.now();
  const answer = await post({
    url: endpoint.url,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Placard-Webhooks',
      ...signedHeaders(app.config.secret, endpoint, { messageId, body, now: at }),
    },
    body,
    timeoutSeconds,
    allowsAny: allowsAnyTarget,
    resolve: app.resolve,
  });
  const durationMs = Math.round(performance.now() - begin);
  const result = type === verificationType && 'data' in content ? requireChallenge(answer, content.data) : answer;
  await recordAttempt(app, claim, message, { ...result, url: endpoint.url, at, durationMs });
}
