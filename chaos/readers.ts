/** Readers: each keeps a copy up to date over one wire, and goes on from its last cursor whenever it is cut off. */
import { decodeTimelineCursor } from '../src/orders/timeline/timeline.ts';
import { pick } from '../test/support/random.ts';
import { ask, follow, type OrderState, orderFields, type StreamEvent, subscriptions, type Wire } from './api.ts';
import { type Beginning, type Copy, createCopy } from './copies.ts';
import type { Findings } from './findings.ts';
import type { Cast, ChaosOrder, Person } from './participants.ts';

/** How somebody reads: `slow` rests after each event; `stops` reads nothing for seconds now and then. */
export type Habit = 'quick' | 'slow' | 'stops';

export interface Reader {
  readonly name: string;
  readonly person: Person;
  /** The orders that it follows. */
  readonly orders: readonly ChaosOrder[];
  readonly isInbox: boolean;
  readonly copy: () => Copy;
  /** How often it was cut off. */
  readonly losses: () => number;
  /** Entries that came, also to copies that were thrown away. */
  readonly received: () => number;
  /** What it does now, for a report. */
  readonly state: () => string;
  /** From now on it reads as quickly as it can and throws no copy away. */
  calm(): void;
  stop(): Promise<void>;
}

export interface ReaderWish {
  readonly name: string;
  readonly person: Person;
  readonly orders: readonly ChaosOrder[];
  readonly isInbox: boolean;
  readonly wire: Wire;
  readonly habit: Habit;
}

interface Surroundings {
  readonly urls: readonly string[];
  readonly findings: Findings;
  readonly random: () => number;
}

const pauses = { slowMs: 60, stopMs: 4_000, reconnectMs: 400 };
/** Of a hundred events after which one that stops reading does so; of a hundred losses after which a copy is thrown away. */
const chances = { stop: 4, anew: 10 };

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function startReader(wish: ReaderWish, { urls, findings, random }: Surroundings): Promise<Reader> {
  const { name, person, isInbox, wire } = wish;
  const mine = new Set(wish.orders.map(({ id }) => id));
  const leaving = new AbortController();
  let { habit } = wish;
  let isCalm = false;
  let losses = 0;
  let earlier = 0;
  let state = 'beginning';
  let place = Math.floor(random() * urls.length);
  const begin = async (mayRepeat: boolean) =>
    createCopy(name, {
      mine,
      findings,
      beginning: isInbox ? await readInbox(urls[place] ?? '', person, mayRepeat) : emptyBeginning,
    });
  let copy = await begin(false);

  const session = async () => {
    const call = {
      url: urls[place] ?? '',
      token: person.token,
      query: isInbox ? subscriptions.inbox : subscriptions.timeline,
      variables: { orderId: wish.orders[0]?.id, after: copy.cursor },
      signal: leaving.signal,
    };
    state = `connecting to ${call.url}`;
    for await (const { event, rest } of follow(wire, isInbox ? { ...call, variables: { after: copy.cursor } } : call)) {
      state = `following at ${call.url}`;
      if (event.code !== undefined) return endedBy(event);
      copy.apply(event);
      if (habit === 'slow') await rest(random() * pauses.slowMs);
      if (habit === 'stops' && random() * 100 < chances.stop) await rest(random() * pauses.stopMs);
    }
  };
  const endedBy = ({ code, message, recovery }: StreamEvent) => {
    if (recovery !== 'RETRYABLE') findings.add('streams ended', `${name}: ${code} ${message}`);
  };
  const goOn = async () => {
    while (!leaving.signal.aborted) {
      await session().catch((error: unknown) => {
        state = `lost: ${error instanceof Error ? error.message : Object(error).reason || String(error)}`;
      });
      losses += 1;
      await wait(random() * pauses.reconnectMs);
      place = Math.floor(random() * urls.length);
      if (isCalm || leaving.signal.aborted || random() * 100 >= chances.anew) continue;
      const anew = await begin(true).catch(() => undefined);
      if (!anew) continue;
      earlier += copy.received;
      copy = anew;
    }
  };
  const running = goOn();
  return {
    name,
    person,
    orders: wish.orders,
    isInbox,
    copy: () => copy,
    losses: () => losses,
    received: () => earlier + copy.received,
    state: () => state,
    calm: () => {
      habit = 'quick';
      isCalm = true;
    },
    stop: async () => {
      leaving.abort();
      await running;
    },
  };
}

const emptyBeginning: Beginning = { cursor: undefined, orders: [], mayRepeat: false };

interface InboxAnswer {
  readonly inbox: {
    readonly cursor: string;
    readonly unread: number;
    readonly orders: { readonly edges: readonly { readonly node: OrderState }[] };
  };
}

const inboxQuery = `{ inbox { cursor unread orders(first: 50) { edges { node { ${orderFields} unread } } } } }`;

/** An inbox as a query gives it, to begin from. */
export async function readInbox(url: string, { token }: Person, mayRepeat: boolean): Promise<Beginning> {
  const { inbox } = await ask<InboxAnswer>(url, token, inboxQuery);
  return {
    cursor: inbox.cursor,
    unread: inbox.unread,
    mayRepeat,
    // How far the order's log goes is in its cursor; only clients may not look into it.
    orders: inbox.orders.edges.map(({ node: order }) => ({
      order,
      reached: decodeTimelineCursor(order.cursor)?.number ?? 0,
    })),
  };
}

/** Who follows what: both parties of each order and the operator, over both wires, in all habits. */
export async function startReaders(cast: Cast, surroundings: Surroundings): Promise<readonly Reader[]> {
  const { random } = surroundings;
  const wishes: Omit<ReaderWish, 'wire' | 'habit'>[] = [];
  for (const order of cast.orders)
    for (const person of [order.advertiser, order.seller])
      wishes.push({ name: `${person.name} in order ${order.number}`, person, orders: [order], isInbox: false });
  for (const person of [...cast.people, cast.operator, cast.operator])
    wishes.push({ name: `the inbox of ${person.name}`, person, orders: cast.ordersOf(person), isInbox: true });
  const wires = ['WebSocket', 'SSE'] as const;
  const habits = ['quick', 'slow', 'stops'] as const;
  return Promise.all(
    wishes.map((wish, index) => {
      const [wire, habit] = [wires[index % 2] ?? 'SSE', pick(random, habits)];
      return startReader({ ...wish, wire, habit, name: `${wish.name}, ${wire}, ${habit}` }, surroundings);
    }),
  );
}
