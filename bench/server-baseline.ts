/**
 * The baseline: node:http, pg and hand-written SQL over the same tables, with the same answers as Placard, without
 * GraphQL and Prisma. Next steps, actions and the roles that must act are computed by the same pure functions of the
 * process table.
 */
import { createServer, type IncomingMessage } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { type WebSocket, WebSocketServer } from 'ws';
import { frameUrlOf } from '../src/ads/serving/sandboxed-frame.ts';
import { type PublicPlacement, pickByWeight } from '../src/ads/serving/servable-ads.ts';
import type { Ad } from '../src/generated/prisma/client.ts';
import { rowIdOf } from '../src/graphql/ids.ts';
import { checkStep } from '../src/orders/actions.ts';
import { encodeListCursor } from '../src/orders/lists/list-orders.ts';
import type { Order } from '../src/orders/order.ts';
import { decodeTimelineCursor, encodeTimelineCursor } from '../src/orders/timeline/timeline.ts';
import { hashOf, randomIntBelow } from '../src/platform/secrets.ts';
import { isUuid } from '../src/platform/uuid.ts';
import {
  type CursorAt,
  listedOrder,
  orderOf,
  roleOf,
  rules,
  shownEntry,
  shownOrder,
  steppedOrder,
  upper,
  type Viewer,
} from './baseline-shapes.ts';
import { control, prepare, type Row, statementsSent } from './baseline-sql.ts';
import { benchConfig } from './bench-config.ts';
import { receiveTask, reportListening } from './child.ts';

const stops: (() => Promise<unknown>)[] = [];
const { url, isEmbedded } = await receiveTask<{ url: string; isEmbedded: boolean }>(async () => {
  for (const stop of stops) await stop();
});
const config = benchConfig();
const pool = new pg.Pool({ connectionString: url, max: 10 });
const sql = prepare(pool, isEmbedded);
const { rows: epochs } = await pool.query<{ epoch: string }>('select epoch from database_epoch');
const cursorAt: CursorAt = (place) => encodeTimelineCursor(epochs[0]?.epoch ?? '', place);

class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function viewerOf(request: IncomingMessage): Promise<Viewer> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const [viewer] = token ? await sql.session([hashOf(token), new Date()]) : [];
  if (!viewer) throw new Refused(401, 'Sign in.');
  // The columns of the statement.
  return viewer as unknown as Viewer;
}

async function listOrders(viewer: Viewer, size: number) {
  const rows = await sql.list([viewer.accountId, size + 1]);
  const edges = rows
    .slice(0, size)
    .map((row) => ({ cursor: encodeListCursor(orderOf(row)), node: listedOrder(row, viewer) }));
  return { orders: { edges, pageInfo: { hasNextPage: rows.length > size, endCursor: edges.at(-1)?.cursor ?? null } } };
}

async function oneOrder(viewer: Viewer, id: string) {
  const [row] = await sql.order([viewer.accountId, id]);
  if (!row) return { order: null };
  const [messages, timeline] = await Promise.all([sql.messages([id]), sql.timeline([id])]);
  return { order: shownOrder(row, viewer, { messages, timeline, cursorAt }) };
}

/** The followers of each order. A push without a follower is lost, as is one that is sent while a socket breaks. */
const followers = new Map<string, Set<(entry: Row) => void>>();
function push(orderId: string, entry: Row): void {
  for (const deliver of followers.get(orderId) ?? []) deliver(entry);
}

async function sendMessage(viewer: Viewer, id: string, { text, idempotencyKey }: Row) {
  if (typeof text !== 'string' || text.trim() === '' || text.length > 4_000) throw new Refused(400, 'text');
  const [written] = await sql.sendMessage([viewer.accountId, id, text, idempotencyKey ?? null, new Date()]);
  if (!written) throw new Refused(404, 'Order not found.');
  const { orderId, number, role, createdAt, isRepeat, status, revision } = written;
  if (isRepeat && !(orderId === id && written['text'] === text)) throw new Refused(409, 'The key was used before.');
  if (!isRepeat) {
    const entry = { number, type: 'sendMessage', at: createdAt, role, name: viewer.name, fromStatus: null };
    push(id, { ...entry, toStatus: null, text, status, revision });
  }
  return {
    sendMessage: {
      __typename: 'Message',
      number,
      cursor: cursorAt({ orderId: id, number: Number(number) }),
      text,
      authorRole: upper(role),
      author: { name: viewer.name },
      createdAt,
    },
  };
}

const steps = {
  requestFeedback: { to: 'FEEDBACK_REQUIRED', mail: 'feedback-requested' },
  withdrawFeedbackRequest: { to: 'PENDING', mail: null },
} as const;
type Step = keyof typeof steps;
const dayMs = 86_400_000;

async function takeStep(viewer: Viewer, id: string, step: Step, { question, idempotencyKey }: Row) {
  const asks = step === 'requestFeedback';
  if (asks && (typeof question !== 'string' || question.trim() === '')) throw new Refused(400, 'question');
  const chatText = asks ? String(question) : null;
  const client = await pool.connect();
  try {
    await control(client, 'begin');
    const [row] = await sql.lockOrder([viewer.accountId, id], client);
    if (!row) throw new Refused(404, 'Order not found.');
    const before = orderOf(row);
    const input = asks ? { question } : {};
    const [first] = idempotencyKey ? await sql.entryOfKey([viewer.accountId, idempotencyKey], client) : [];
    if (first && !(first['orderId'] === id && first['type'] === step && isDeepStrictEqual(first['input'], input)))
      throw new Refused(409, 'The key was used before.');
    const after = first ? row : await writeStep(client, viewer, before, { step, chatText, input, idempotencyKey });
    await control(client, 'commit');
    if (!first) pushStep(viewer, before, orderOf(after), step, chatText);
    return { [step]: steppedOrder(orderOf(after), viewer, cursorAt) };
  } catch (error) {
    await control(client, 'rollback');
    throw error;
  } finally {
    client.release();
  }
}

interface StepWrite {
  readonly step: Step;
  readonly chatText: string | null;
  readonly input: Row;
  readonly idempotencyKey: unknown;
}

async function writeStep(client: pg.PoolClient, viewer: Viewer, before: Order, write: StepWrite): Promise<Row> {
  const role = roleOf(before, viewer);
  if (checkStep(rules, before, write.step, role)) throw new Refused(409, 'The step cannot be taken now.');
  const at = new Date();
  const { to, mail } = steps[write.step];
  const due = (days: number) => new Date(at.getTime() + days * dayMs);
  const waitsForAdvertiser = to === 'FEEDBACK_REQUIRED';
  const [after] = await sql.step(
    [
      ...[before.id, before.logNumber + 1, write.step, at, viewer.accountId, role, write.input, before.status, to],
      ...[before.revision + 1, write.idempotencyKey ?? null, write.chatText, due(14), due(11), mail],
      ...[waitsForAdvertiser, !waitsForAdvertiser],
    ],
    client,
  );
  return after ?? {};
}

function pushStep(viewer: Viewer, before: Order, after: Order, type: Step, text: string | null): void {
  const { logNumber: number, lastActivityAt: at, status, revision } = after;
  const role = roleOf(after, viewer);
  const moved = { fromStatus: before.status, toStatus: status };
  push(after.id, { number, type, at, role, name: viewer.name, ...moved, text, status, revision });
}

async function bodyOf(request: IncomingMessage): Promise<Row> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString()) as Row;
}

async function answer(request: IncomingMessage): Promise<object> {
  const viewer = await viewerOf(request);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const [, noun, globalId, part, step] = pathname.split('/');
  if (noun !== 'orders') throw new Refused(404, 'Not found.');
  if (!globalId) return listOrders(viewer, Math.min(Number(searchParams.get('first') ?? 20), 50));
  const id = rowIdOf('Order', globalId);
  if (request.method === 'GET') return oneOrder(viewer, id);
  const body = await bodyOf(request);
  if (part === 'messages') return sendMessage(viewer, id, body);
  if (part === 'steps' && step && Object.hasOwn(steps, step)) return takeStep(viewer, id, step as Step, body);
  throw new Refused(404, 'Not found.');
}

const server = createServer((request, response) => {
  const reply = (status: number, body: object) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(body));
  };
  const [, route, slug] = /^\/(p|static)\/([a-z0-9-]+)\.json$/.exec(request.url ?? '') ?? [];
  if (route && slug) {
    showAd(slug, { isCounted: route === 'p' }).then(
      (body) => reply(200, body),
      (error: unknown) => reply(500, { error: String(error) }),
    );
    return;
  }
  answer(request).then(
    (data) => reply(200, { data }),
    (error: unknown) => {
      // The load hangs up at the end of a round and does not wait for its last answers.
      if (!(error instanceof Refused || request.destroyed)) console.error(error);
      reply(error instanceof Refused ? error.status : 500, { error: String(error) });
    },
  );
});

const staticAnswers = new Map<string, object>();

/** Picks an ad by weight, reads and counts it for each call. Without counting it answers with its first pick from memory. */
async function showAd(slug: string, { isCounted }: { isCounted: boolean }): Promise<object> {
  const cachedAnswer = isCounted ? undefined : staticAnswers.get(slug);
  if (cachedAnswer) return cachedAnswer;
  const rows = await sql.placement([slug, new Date()]);
  // The columns of the statement.
  const ad = pickByWeight(rows as unknown as (Ad & PublicPlacement & { weight: number })[], randomIntBelow);
  if (!ad) throw new Error(`The placement ${slug} shows no ad`);
  if (isCounted) await sql.countImpression([ad.id]);
  const frameUrl = frameUrlOf({ config }, ad);
  const clickUrl = ad.targetUrl && `${config.publicUrl}/c/${ad.id}`;
  const altText = ad.altText ?? URL.parse(ad.targetUrl ?? '')?.hostname;
  // The ads of the bench belong to no space, so they have no size.
  const content = { kind: 'HTML', frameUrl, image: null, clickUrl, altText, width: null, height: null };
  const shown = { slug, name: ad.name, kind: ad.kind, ad: content };
  if (!isCounted) staticAnswers.set(slug, shown);
  return shown;
}

async function follow(socket: WebSocket, viewer: Viewer, globalId: string, after: string): Promise<void> {
  const id = rowIdOf('Order', globalId);
  const [allowed] = isUuid(id) ? await sql.mayFollow([viewer.accountId, id]) : [];
  if (!allowed) return socket.send(JSON.stringify({ orderId: globalId, error: 'Order not found.' }));
  let last = decodeTimelineCursor(after)?.number ?? 0;
  const send = (entry: Row) => {
    if (Number(entry['number']) <= last) return;
    last = Number(entry['number']);
    const { text, status, revision } = entry;
    const event = {
      __typename: 'TimelineEntryAdded',
      cursor: cursorAt({ orderId: id, number: last }),
      entry: { ...shownEntry(entry), message: text ? { text } : null },
      order: { status, revision },
    };
    socket.send(JSON.stringify({ orderId: globalId, data: { orderTimeline: event } }));
  };
  for (const entry of await sql.entriesAfter([viewer.accountId, id, last])) send(entry);
  const here = followers.get(id) ?? new Set();
  followers.set(id, here.add(send));
  socket.once('close', () => here.delete(send));
}

const sockets = new WebSocketServer({ server, path: '/live', perMessageDeflate: false });
sockets.on('connection', (socket, request) => {
  const viewer = viewerOf(request);
  socket.on('message', (text) => {
    const { orderId, after } = JSON.parse(String(text)) as { orderId: string; after: string };
    viewer
      .then((cachedAnswer) => follow(socket, cachedAnswer, orderId, after))
      .catch((error: unknown) => socket.close(1011, String(error).slice(0, 100)));
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  reportListening(typeof address === 'object' && address ? address.port : 0, statementsSent);
});
stops.push(async () => {
  server.closeAllConnections();
  await pool.end();
});
