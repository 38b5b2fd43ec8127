/** Readers: each keeps a copy up to date over one transport, and reconnects with its last cursor. */
import { decodeTimelineCursor } from '../src/orders/timeline/timeline.ts';
import { pick } from '../test/support/random.ts';
import { ask, follow, type OrderState, orderFields, type StreamEvent, subscriptions, type Transport } from './api.ts';
import { type Copy, createCopy, type InitialState } from './copies.ts';
import type { Findings } from './findings.ts';
import type { ChaosOrder, Participants, Person } from './participants.ts';

/** The pace of a reader: `slow` rests after each event, `stops` sometimes reads nothing for seconds. */
export type Pace = 'quick' | 'slow' | 'stops';

export interface Reader {
  readonly name: string;
  readonly person: Person;
  /** The orders that it follows. */
  readonly orders: readonly ChaosOrder[];
  readonly isInbox: boolean;
  readonly copy: () => Copy;
  /** The number of lost connections. */
  readonly losses: () => number;
  /** Received entries, with those of copies that were replaced. */
  readonly received: () => number;
  /** A description of its current activity, for a report. */
  readonly state: () => string;
  /** Reads as quickly as it can from now on, and no longer replaces its copy. */
  catchUp(): void;
  stop(): Promise<void>;
}

export interface ReaderOptions {
  readonly name: string;
  readonly person: Person;
  readonly orders: readonly ChaosOrder[];
  readonly isInbox: boolean;
  readonly transport: Transport;
  readonly pace: Pace;
}

interface Options {
  readonly urls: readonly string[];
  readonly findings: Findings;
  readonly random: () => number;
}

const pauses = { slowMs: 60, stopMs: 4_000, reconnectMs: 400 };
/** In percent: events after which a `stops` reader stops, and losses after which a copy is replaced. */
const chances = { stop: 4, replacement: 10 };

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function startReader(options: ReaderOptions, { urls, findings, random }: Options): Promise<Reader> {
  const { name, person, isInbox, transport } = options;
  const mine = new Set(options.orders.map(({ id }) => id));
  const leaving = new AbortController();
  let { pace } = options;
  let isCatchingUp = false;
  let losses = 0;
  let earlier = 0;
  let state = 'beginning';
  let place = Math.floor(random() * urls.length);
  const begin = async (mayRepeat: boolean) =>
    createCopy(name, {
      mine,
      findings,
      initial: isInbox ? await readInbox(urls[place] ?? '', person, mayRepeat) : emptyState,
    });
  let copy = await begin(false);

  const session = async () => {
    const call = {
      url: urls[place] ?? '',
      token: person.token,
      query: isInbox ? subscriptions.inbox : subscriptions.timeline,
      variables: { orderId: options.orders[0]?.id, after: copy.cursor },
      signal: leaving.signal,
    };
    state = `connecting to ${call.url}`;
    for await (const { event, rest } of follow(
      transport,
      isInbox ? { ...call, variables: { after: copy.cursor } } : call,
    )) {
      state = `following at ${call.url}`;
      if (event.code !== undefined) return endedBy(event);
      copy.apply(event);
      if (pace === 'slow') await rest(random() * pauses.slowMs);
      if (pace === 'stops' && random() * 100 < chances.stop) await rest(random() * pauses.stopMs);
    }
  };
  const endedBy = ({ code, message, recovery }: StreamEvent) => {
    if (recovery !== 'RETRYABLE') findings.add('streams ended', `${name}: ${code} ${message}`);
  };
  const reconnectForever = async () => {
    while (!leaving.signal.aborted) {
      await session().catch((error: unknown) => {
        state = `lost: ${error instanceof Error ? error.message : Object(error).reason || String(error)}`;
      });
      losses += 1;
      await wait(random() * pauses.reconnectMs);
      place = Math.floor(random() * urls.length);
      if (isCatchingUp || leaving.signal.aborted || random() * 100 >= chances.replacement) continue;
      const replacement = await begin(true).catch(() => undefined);
      if (!replacement) continue;
      earlier += copy.received;
      copy = replacement;
    }
  };
  const running = reconnectForever();
  return {
    name,
    person,
    orders: options.orders,
    isInbox,
    copy: () => copy,
    losses: () => losses,
    received: () => earlier + copy.received,
    state: () => state,
    catchUp: () => {
      pace = 'quick';
      isCatchingUp = true;
    },
    stop: async () => {
      leaving.abort();
      await running;
    },
  };
}

const emptyState: InitialState = { cursor: undefined, orders: [], mayRepeat: false };

interface InboxAnswer {
  readonly inbox: {
    readonly cursor: string;
    readonly unreadCount: number;
    readonly orders: { readonly edges: readonly { readonly node: OrderState }[] };
  };
}

const inboxQuery = `{ inbox { cursor unreadCount orders(first: 50) { edges { node { ${orderFields} unreadCount } } } } }`;

/** The state of an inbox by a query. */
export async function readInbox(url: string, { token }: Person, mayRepeat: boolean): Promise<InitialState> {
  const { inbox } = await ask<InboxAnswer>(url, token, inboxQuery);
  return {
    cursor: inbox.cursor,
    unread: inbox.unreadCount,
    mayRepeat,
    // The cursor of an order holds the number of its newest entry. Only clients must not decode it.
    orders: inbox.orders.edges.map(({ node: order }) => ({
      order,
      reached: decodeTimelineCursor(order.cursor)?.number ?? 0,
    })),
  };
}

/** Starts readers for both parties of each order and for the operator, over both transports, in all paces. */
export async function startReaders(participants: Participants, options: Options): Promise<readonly Reader[]> {
  const { random } = options;
  const allOptions: Omit<ReaderOptions, 'transport' | 'pace'>[] = [];
  for (const order of participants.orders)
    for (const person of [order.advertiser, order.seller])
      allOptions.push({ name: `${person.name} in order ${order.number}`, person, orders: [order], isInbox: false });
  for (const person of [...participants.people, participants.operator, participants.operator])
    allOptions.push({
      name: `the inbox of ${person.name}`,
      person,
      orders: participants.ordersOf(person),
      isInbox: true,
    });
  const transports = ['WebSocket', 'SSE'] as const;
  const paces = ['quick', 'slow', 'stops'] as const;
  return Promise.all(
    allOptions.map((one, index) => {
      const [transport, pace] = [transports[index % 2] ?? 'SSE', pick(random, paces)];
      return startReader({ ...one, transport, pace, name: `${one.name}, ${transport}, ${pace}` }, options);
    }),
  );
}
