/** Before anything is measured: both servers must give equal answers and write equal rows, or the figures mean nothing. */
import { deepStrictEqual } from 'node:assert';
import type pg from 'pg';
import { openFollower, send } from './client.ts';
import {
  type BenchOrder,
  type BenchWorld,
  type Call,
  cursorBeforeLast,
  type PushedEvent,
  pick,
  type Scenario,
  scenarios,
  stepCalls,
  type Target,
} from './scenarios.ts';

export interface Servers {
  readonly placard: { readonly url: string };
  readonly plain: { readonly url: string };
}

const readTurns = 60;
const withinMs = 5_000;

/** @throws if the two differ in anything but ids, numbers and times of what was written */
export async function checkEqual(servers: Servers, db: pg.Client, world: BenchWorld): Promise<void> {
  for (const scenario of scenarios.filter(({ name }) => name === 'order list' || name === 'one order')) {
    for (let turn = 0; turn < readTurns; turn++) {
      const [ours, theirs] = await Promise.all(
        (['placard', 'plain'] as const).map((target) => answersOf(servers, target, scenario, world, turn)),
      );
      deepStrictEqual(theirs, ours, `${scenario.name}: the answers differ`);
    }
  }
  await checkById(servers, world);
  await checkStranger(servers, world);
  for (const scenario of scenarios.filter(({ name }) => name === 'sendMessage' || name === 'step'))
    await checkWrites(servers, db, world, scenario);
  await checkPush(servers, db, world);
  await checkShown(servers, db, world);
}

const drawsPerPlacement = 60;

/** Of each placement both show the same ads, and each time is counted once. */
async function checkShown(servers: Servers, db: pg.Client, { slugs }: BenchWorld): Promise<void> {
  const counted = async () =>
    Number((await db.query<{ sum: string }>('select sum(impressions) from ad_counter')).rows[0]?.sum);
  const outcome = async (target: Target) => {
    const before = await counted();
    const shown = slugs.slice(0, 3).map(async (slug) => {
      const call = { method: 'GET', path: `/p/${slug}.json`, body: undefined, token: '' } as const;
      const answers = await Promise.all(
        Array.from({ length: drawsPerPlacement }, () => send(servers[target].url, call)),
      );
      return [...new Set(answers)].sort().map((answer) => JSON.parse(answer) as unknown);
    });
    const ads = await Promise.all(shown);
    const deadline = performance.now() + withinMs;
    while ((await counted()) < before + ads.length * drawsPerPlacement && performance.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 100));
    return { ads, counted: (await counted()) - before };
  };
  const ours = await outcome('placard');
  deepStrictEqual(await outcome('plain'), ours, 'what placements show, or what is counted of it, differs');
}

/** By its id an operation gives what it gives as text; what it cost stands beside that. */
async function checkById({ placard }: Servers, world: BenchWorld): Promise<void> {
  for (const scenario of scenarios.filter(({ isOursTwice }) => isOursTwice)) {
    for (let turn = 0; turn < readTurns; turn++) {
      const [[byId], [byText]] = (await Promise.all(
        (['placard', 'plain'] as const).map((target) =>
          answersOf({ placard, plain: placard }, target, scenario, world, turn),
        ),
        // One answer for each side.
      )) as [{ data: unknown }[], { data: unknown }[]];
      deepStrictEqual(byId?.data, byText?.data, `${scenario.name}: the answers differ`);
    }
  }
}

async function answersOf(servers: Servers, target: Target, scenario: Scenario, world: BenchWorld, turn: number) {
  const answers: unknown[] = [];
  for (const call of scenario.turn(target, world, turn, `check:${target}`))
    answers.push(await answerOf(servers, target, call, scenario.sign));
  return answers;
}

async function answerOf(servers: Servers, target: Target, call: Call, sign: string): Promise<unknown> {
  const body = await send(servers[target].url, call);
  if (!body.includes(sign)) throw new Error(`${target} did not do what was asked: ${body.slice(0, 500)}`);
  return JSON.parse(body);
}

/** Somebody else's order is no order, on both sides. */
async function checkStranger(servers: Servers, world: BenchWorld): Promise<void> {
  const order = pick(world.orders, 1);
  const stranger = world.advertiserTokens.find((token) => token !== order.advertiserToken) ?? '';
  const theirs = { ...world, orders: [{ ...order, advertiserToken: stranger }] };
  const scenario = scenarios.find(({ name }) => name === 'one order');
  for (const target of ['placard', 'plain'] as const)
    for (const call of scenario?.turn(target, theirs, 1, '') ?? [])
      deepStrictEqual(JSON.parse(await send(servers[target].url, call)), { data: { order: null } });
}

/** The same call on the same order, by one server and then by the other: equal answers, equal rows, and the same key again changes nothing. */
async function checkWrites(servers: Servers, db: pg.Client, world: BenchWorld, scenario: Scenario): Promise<void> {
  const order = pick(scenario.name === 'step' ? world.stepOrders : world.orders, 3);
  const outcome = async (target: Target) => {
    const found: unknown[] = [];
    for (const call of scenario.turn(target, world, 3, `check:${target}`)) {
      const before = await rowsOf(db, order);
      const answer = await answerOf(servers, target, call, scenario.sign);
      const rows = await rowsOf(db, order);
      deepStrictEqual(await answerOf(servers, target, call, scenario.sign), answer, `${target}: the same key again`);
      deepStrictEqual(await rowsOf(db, order), rows, `${target}: the same key again wrote something`);
      found.push(comparable({ answer, written: difference(before, rows) }));
    }
    return found;
  };
  const ours = await outcome('placard');
  deepStrictEqual(await outcome('plain'), ours, `${scenario.name}: the outcomes differ`);
}

type Rows = Readonly<Record<string, readonly Record<string, unknown>[]>>;

/** Everything that hangs on an order. */
async function rowsOf(db: pg.Client, { rowId }: BenchOrder): Promise<Rows> {
  const tables = {
    order: 'select * from "order" where id = $1',
    log_entry: 'select * from log_entry where order_id = $1 order by number',
    message: 'select * from message where order_id = $1 order by number',
    read_marker: 'select * from read_marker where order_id = $1 order by account_id',
    timer: 'select * from timer where order_id = $1 order by kind',
    mail: 'select * from mail where order_id = $1 order by entry',
    job: `select j.name, j.state, j.priority, j.retry_limit, j.retry_delay, j.retry_backoff, j.retry_delay_max, j.policy,
      j.expire_seconds, j.deletion_seconds, j.blocked, j.blocking, j.pending_dependencies, m.entry
      from jobs.job j join mail m on j.data ->> 'mailId' = m.id::text where m.order_id = $1 order by m.entry`,
  };
  const found: Record<string, Record<string, unknown>[]> = {};
  for (const [table, text] of Object.entries(tables))
    found[table] = (await db.query<Record<string, unknown>>(text, [rowId])).rows;
  return found;
}

/** The rows that came, or are different now. */
function difference(before: Rows, after: Rows): Rows {
  return Object.fromEntries(
    Object.entries(after).map(([table, rows]) => {
      const old = new Set(before[table]?.map((row) => JSON.stringify(row)));
      return [table, rows.filter((row) => !old.has(JSON.stringify(row)))];
    }),
  );
}

const varying = new Set([
  'id',
  'number',
  'cursor',
  'revision',
  'stay',
  'log_number',
  'cause',
  'idempotency_key',
  'position',
  'unread',
]);
const isTime = (text: string) => /^\d{4}-\d\d-\d\dT/.test(text);

/** Without what must differ: ids, numbers and times, of which only the presence counts. */
function comparable(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => {
      if (inner === null) return null;
      if (varying.has(key) || (key === 'entry' && typeof inner === 'number')) return 'present';
      return typeof inner === 'string' && isTime(inner) ? 'a time' : inner;
    }),
  ) as unknown;
}

/** What steps push to a follower who was there before; each is taken when the one before has arrived. */
async function checkPush(servers: Servers, db: pg.Client, world: BenchWorld): Promise<void> {
  const order = pick(world.stepOrders, 5);
  const outcome = async (target: Target) => {
    const after = cursorBeforeLast(world, order.rowId, await logNumberOf(db, order));
    const calls = stepCalls(target, world.sellerToken, order.id, `check:push:${target}`);
    const events = await eventsOf(target, servers[target].url, order, { after, calls });
    // The first stands for where the follower began.
    return comparable(events.slice(1));
  };
  const ours = await outcome('placard');
  deepStrictEqual(await outcome('plain'), ours, 'what is pushed differs');
}

async function logNumberOf(db: pg.Client, { rowId }: BenchOrder): Promise<number> {
  const { rows } = await db.query<{ number: number }>('select log_number as number from "order" where id = $1', [
    rowId,
  ]);
  return rows[0]?.number ?? 0;
}

interface Course {
  readonly after: string;
  readonly calls: readonly Call[];
}

function eventsOf(target: Target, url: string, order: BenchOrder, { after, calls }: Course) {
  return new Promise<PushedEvent[]>((resolve, reject) => {
    const events: PushedEvent[] = [];
    const timer = setTimeout(() => reject(new Error(`${target} pushed ${events.length} events`)), withinMs);
    const follower = openFollower(target, { url, token: order.advertiserToken, onError: reject });
    follower.follow(order.id, after, (event) => {
      const next = calls[events.length];
      events.push(event);
      if (next) return void send(url, next).catch(reject);
      clearTimeout(timer);
      follower.close();
      resolve(events);
    });
  });
}
