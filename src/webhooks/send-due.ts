/** Sends what is due, each in its turn. */
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApplicationViewer } from '../access/viewer.ts';
import { findOperation } from '../applications/registered-operations.ts';
import type { Prisma, WebhookEndpoint } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import type { Entry } from '../orders/timeline/timeline.ts';
import { tuning } from '../tuning.ts';
import { claimDue, type Turn } from './claims.ts';
import { post } from './deliver.ts';
import { lockEndpoint } from './endpoints.ts';
import { findToldPartner } from './queue-events.ts';
import { advanceQueue, disableWithNotice, type Message, messageIdOf, putOff, recordAttempt } from './record-attempt.ts';
import { signedHeaders } from './signing-secrets.ts';
import type { WebhookServices } from './webhook-services.ts';

export interface Sender {
  /** Sends what is due until nothing more is, and waits for what is under way. Returns how many tries it began. */
  sendDue(): Promise<number>;
  /** Takes no more turns, and waits no more than a little while for what is under way. */
  stop(): void;
}

export function createSender(app: WebhookServices): Sender {
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    stopping.signal.addEventListener('abort', () => setTimeout(resolve, limits.shutdownGraceMs).unref());
  });
  /** The endpoints to which something is being sent, with how much. */
  const sending = new Map<string, number>();
  const count = (id: string, by: number) => {
    const now = (sending.get(id) ?? 0) + by;
    if (now > 0) sending.set(id, now);
    else sending.delete(id);
  };
  const take = async (turn: Turn, standing: Promise<Standing>) => {
    try {
      await takeTurn(app, turn, await standing);
    } catch (error) {
      // Its lease runs out, or it is put off; either way it comes round again.
      app.log.error({ err: error, endpointId: turn.endpointId }, 'webhook attempt failed; will retry');
      await putOff(app, turn, app.config.webhooks.retrySeconds).catch(() => undefined);
    } finally {
      count(turn.endpointId, -1);
    }
  };
  const look = (endpointId: string) => {
    const standing = standingOf(app, endpointId);
    // Whoever has a turn hears of it too.
    standing.catch(() => undefined);
    return standing;
  };
  return {
    sendDue: async () => {
      const running = new Set<Promise<void>>();
      let begun = 0;
      while (!stopping.signal.aborted) {
        const before = running.size;
        const free = tuning.webhooks.maxConcurrent - before;
        const turns = free > 0 ? await claimDue(app, [...sending.keys()], free) : [];
        // Turns that were taken together for one endpoint look at it together.
        const standings = new Map([...new Set(turns.map(({ endpointId }) => endpointId))].map((id) => [id, look(id)]));
        for (const turn of turns) {
          count(turn.endpointId, 1);
          const standing = standings.get(turn.endpointId) ?? look(turn.endpointId);
          const run: Promise<void> = take(turn, standing).finally(() => running.delete(run));
          running.add(run);
        }
        begun += turns.length;
        if (turns.length > 0) continue;
        // What ended while it was looked may have made something due that was not seen yet.
        if (before === 0) return begun;
        if (running.size === 0) continue;
        // Whatever ends may have made the next of its order due; and something else may have become due.
        await Promise.race([...running, pause(tuning.webhooks.claimMs)]);
      }
      await Promise.race([Promise.all(running), stopped]);
      return begun;
    },
    stop: () => stopping.abort(),
  };
}

/** What a turn is about, as it stands at this moment. */
interface Case {
  readonly endpoint: WebhookEndpoint;
  readonly partner: ApplicationViewer;
  readonly text: string;
}

/** How an endpoint stands: it can be told, or not now, or its operation is retired. */
type Standing = Case | 'NOT_NOW' | 'RETIRED';

async function standingOf(app: WebhookServices, endpointId: string): Promise<Standing> {
  const endpoint = await app.db.webhookEndpoint.findUnique({ where: { id: endpointId } });
  if (!endpoint || endpoint.disabledAt || endpoint.deletedAt) return 'NOT_NOW';
  const partner = await findToldPartner(app.db, endpoint);
  if (!partner) return 'NOT_NOW';
  const hash = endpoint.documentHash;
  const operation = await findOperation(app.db, { applicationId: endpoint.applicationId, hash });
  if (!operation || (operation.retirement && operation.retirement.at <= app.clock.now())) return 'RETIRED';
  return { endpoint, partner, text: operation.text };
}

async function takeTurn(app: WebhookServices, turn: Turn, theCase: Standing): Promise<void> {
  if (theCase === 'NOT_NOW') return putOff(app, turn, tuning.webhooks.ineligibleRetrySeconds);
  if (theCase === 'RETIRED') return disableForRetirement(app, turn);
  await (turn.queue ? sendNext(app, turn, theCase) : sendSingle(app, turn, theCase));
}

async function disableForRetirement(app: WebhookServices, turn: Turn): Promise<void> {
  const { endpointId: id } = turn;
  await app.db.$transaction(async (tx) => {
    await lockEndpoint(tx, id);
    const endpoint = await tx.webhookEndpoint.findUnique({ where: { id } });
    if (endpoint && !endpoint.disabledAt) await disableWithNotice(app, tx, endpoint, 'OPERATION_RETIRED');
  });
  app.jobs.wake('deliver-mail');
  await putOff(app, turn, tuning.webhooks.ineligibleRetrySeconds);
}

/** Sends the next entry of a queue; if there is none, the queue is done. */
async function sendNext(app: WebhookServices, turn: Turn, theCase: Case): Promise<void> {
  const { endpoint } = theCase;
  const { orderId, sentNumber, targetNumber } = turn.queue ?? { orderId: '', sentNumber: 0, targetNumber: 0 };
  const entry = await app.db.logEntry.findFirst({
    where: {
      orderId,
      number: { gt: sentNumber, lte: targetNumber },
      ...(endpoint.events.length > 0 ? { type: { in: endpoint.events } } : {}),
    },
    orderBy: { number: 'asc' },
  });
  if (entry) return sendEntry(app, turn, theCase, entry);
  await app.db.$transaction(async (tx) => {
    await lockEndpoint(tx, endpoint.id);
    await advanceQueue(app, tx, turn, { sentNumber: targetNumber, isActive: true });
  });
}

async function sendEntry(
  app: WebhookServices,
  turn: Turn,
  { endpoint, partner, text }: Case,
  entry: Entry,
): Promise<void> {
  const { orderId, number, at: occurredAt } = entry;
  const message = {
    messageId: messageIdOf(endpoint.id, orderId, number),
    type: typeOfEntry(entry.type),
    occurredAt,
    orderId,
    number,
  };
  await send(app, turn, endpoint, message, await app.runForEvent(partner, { text, entry }));
}

/** What `type` says of an entry. */
const typeOfEntry = (type: string): string => `order.${type}`;

/** Sends something that stands in no queue: what is about no order, or an entry once more. */
async function sendSingle(app: WebhookServices, turn: Turn, theCase: Case): Promise<void> {
  const { endpoint } = theCase;
  const delivery = await app.db.webhookDelivery.findUnique({ where: { id: turn.deliveryId ?? '' } });
  if (!delivery) return;
  const { messageId, type, occurredAt, orderId, number, content } = delivery;
  if (orderId === null || number === null) {
    const message = { messageId, type, occurredAt, orderId: null, number: null };
    return send(app, turn, endpoint, message, { data: content });
  }
  const entry = await app.db.logEntry.findUniqueOrThrow({ where: { orderId_number: { orderId, number } } });
  await sendEntry(app, turn, theCase, entry);
}

async function send(
  app: WebhookServices,
  turn: Turn,
  endpoint: WebhookEndpoint,
  message: Message,
  content: object | { readonly data: Prisma.JsonValue },
): Promise<void> {
  const { messageId, type, occurredAt } = message;
  const at = app.clock.now();
  const body = JSON.stringify({ type, timestamp: occurredAt.toISOString(), ...content });
  const { allowsAnyTarget, answerSeconds } = app.config.webhooks;
  const begin = performance.now();
  const result = await post({
    url: endpoint.url,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Placard-Webhooks',
      ...signedHeaders(app.config.secret, endpoint, { messageId, body, now: at }),
    },
    body,
    answerSeconds,
    allowsAny: allowsAnyTarget,
    resolve: app.resolve,
  });
  const durationMs = Math.round(performance.now() - begin);
  await recordAttempt(app, turn, message, { ...result, at, durationMs });
}
