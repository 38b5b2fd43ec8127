/** Compares both servers before anything is measured: without equal answers and equal rows the figures mean nothing. */
import { deepStrictEqual } from 'node:assert';
import type pg from 'pg';
import { openFollower, send } from './client.ts';
import {
  type BenchOrder,
  type Call,
  cursorBeforeNewest,
  type Dataset,
  type PushedEvent,
  pick,
  type Scenario,
  scenarios,
  stepCalls,
  type Target,
} from './scenarios.ts';

export interface Servers {
  readonly placard: { readonly url: string };
  readonly baseline: { readonly url: string };
}

const waitLimitMs = 60_000;

/** @throws if the two differ in anything but ids, numbers and times of what was written */
export async function checkEqual(
  servers: Servers,
  db: pg.Client,
  dataset: Dataset,
  readIterations: number,
): Promise<void> {
  for (const scenario of scenarios.filter(({ name }) => name === 'order list' || name === 'one order')) {
    for (let iteration = 0; iteration < readIterations; iteration++) {
      const [ours, theirs] = await Promise.all(
        (['placard', 'baseline'] as const).map((target) => answersOf(servers, target, scenario, dataset, iteration)),
      );
      deepStrictEqual(theirs, ours, `${scenario.name}: the answers differ`);
    }
  }
  await checkById(servers, dataset, readIterations);
  await checkStranger(servers, dataset);
  for (const scenario of scenarios.filter(({ name }) => name === 'sendMessage' || name === 'step'))
    await checkWrites(servers, db, dataset, scenario);
  await checkPush(servers, db, dataset);
  await checkShown(servers, db, dataset);
}

const drawsPerPlacement = 60;

/** Both show the same ads of a placement, and register each answer once; the bench is one visitor, whom we count once. */
async function checkShown(servers: Servers, db: pg.Client, { slugs }: Dataset): Promise<void> {
  const counted = async () =>
    Number(
      (await db.query<{ sum: string }>('select sum(impressions + filtered_impressions) as sum from ad_counter')).rows[0]
        ?.sum,
    );
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
    const deadline = performance.now() + waitLimitMs;
    while ((await counted()) < before + ads.length * drawsPerPlacement && performance.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 100));
    return { ads, counted: (await counted()) - before };
  };
  const ours = await outcome('placard');
  deepStrictEqual(await outcome('baseline'), ours, 'the ads of placements or their counted impressions differ');
}

/** An operation gives the same data by its id as by its text. Only the cost differs. */
async function checkById({ placard }: Servers, dataset: Dataset, readIterations: number): Promise<void> {
  for (const scenario of scenarios.filter(({ comparesRequestForms }) => comparesRequestForms)) {
    for (let iteration = 0; iteration < readIterations; iteration++) {
      const [[byId], [byText]] = (await Promise.all(
        (['placard', 'baseline'] as const).map((target) =>
          answersOf({ placard, baseline: placard }, target, scenario, dataset, iteration),
        ),
        // One answer for each side.
      )) as [{ data: unknown }[], { data: unknown }[]];
      deepStrictEqual(byId?.data, byText?.data, `${scenario.name}: the answers differ`);
    }
  }
}

async function answersOf(servers: Servers, target: Target, scenario: Scenario, dataset: Dataset, iteration: number) {
  const answers: unknown[] = [];
  for (const call of scenario.calls(target, dataset, iteration, `check:${target}`))
    answers.push(await answerOf(servers, target, call, scenario.expectedText));
  return answers;
}

async function answerOf(servers: Servers, target: Target, call: Call, expectedText: string): Promise<unknown> {
  const body = await send(servers[target].url, call);
  if (!body.includes(expectedText)) throw new Error(`${target} answered with something else: ${body.slice(0, 500)}`);
  return JSON.parse(body);
}

/** The order of another advertiser is not found, on both sides. */
async function checkStranger(servers: Servers, dataset: Dataset): Promise<void> {
  const order = pick(dataset.orders, 1);
  const stranger = dataset.advertiserTokens.find((token) => token !== order.advertiserToken) ?? '';
  const theirs = { ...dataset, orders: [{ ...order, advertiserToken: stranger }] };
  const scenario = scenarios.find(({ name }) => name === 'one order');
  for (const target of ['placard', 'baseline'] as const)
    for (const call of scenario?.calls(target, theirs, 1, '') ?? [])
      deepStrictEqual(JSON.parse(await send(servers[target].url, call)), { data: { order: null } });
}

/** The same call on the same order, by one server and then by the other: equal answers, equal rows, and the same key again changes nothing. */
async function checkWrites(servers: Servers, db: pg.Client, dataset: Dataset, scenario: Scenario): Promise<void> {
  const order = pick(scenario.name === 'step' ? dataset.stepOrders : dataset.orders, 3);
  const outcome = async (target: Target) => {
    const differences: unknown[] = [];
    for (const call of scenario.calls(target, dataset, 3, `check:${target}`)) {
      const before = await rowsOf(db, order);
      const answer = await answerOf(servers, target, call, scenario.expectedText);
      const rows = await rowsOf(db, order);
      deepStrictEqual(
        await answerOf(servers, target, call, scenario.expectedText),
        answer,
        `${target}: the same key again`,
      );
      deepStrictEqual(await rowsOf(db, order), rows, `${target}: the same key again wrote something`);
      differences.push(comparable({ answer, written: difference(before, rows) }));
    }
    return differences;
  };
  const ours = await outcome('placard');
  deepStrictEqual(await outcome('baseline'), ours, `${scenario.name}: the outcomes differ`);
}

type Rows = Readonly<Record<string, readonly Record<string, unknown>[]>>;

/** All rows that belong to an order. */
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
  const differences: Record<string, Record<string, unknown>[]> = {};
  for (const [table, text] of Object.entries(tables))
    differences[table] = (await db.query<Record<string, unknown>>(text, [rowId])).rows;
  return differences;
}

/** The rows that were added or changed. */
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

/** A copy in which ids, numbers and times, which must differ, are replaced by a word. */
function comparable(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => {
      if (inner === null) return null;
      if (varying.has(key) || (key === 'entry' && typeof inner === 'number')) return 'present';
      return typeof inner === 'string' && isTime(inner) ? 'a time' : inner;
    }),
  ) as unknown;
}

/** The events that a follower gets for steps. Each step is taken once the event of the one before has arrived. */
async function checkPush(servers: Servers, db: pg.Client, dataset: Dataset): Promise<void> {
  const order = pick(dataset.stepOrders, 5);
  const outcome = async (target: Target) => {
    const after = cursorBeforeNewest(dataset, order.rowId, await logNumberOf(db, order));
    const calls = stepCalls(target, dataset.sellerToken, order.id, `check:push:${target}`);
    const events = await eventsOf(target, servers[target].url, order, { after, calls });
    // The first stands for where the follower began.
    return comparable(events.slice(1));
  };
  const ours = await outcome('placard');
  deepStrictEqual(await outcome('baseline'), ours, 'the pushed events differ');
}

async function logNumberOf(db: pg.Client, { rowId }: BenchOrder): Promise<number> {
  const { rows } = await db.query<{ number: number }>('select log_number as number from "order" where id = $1', [
    rowId,
  ]);
  return rows[0]?.number ?? 0;
}

interface PushTask {
  readonly after: string;
  readonly calls: readonly Call[];
}

function eventsOf(target: Target, url: string, order: BenchOrder, { after, calls }: PushTask) {
  return new Promise<PushedEvent[]>((resolve, reject) => {
    const events: PushedEvent[] = [];
    const timer = setTimeout(() => reject(new Error(`${target} pushed ${events.length} events`)), waitLimitMs);
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
