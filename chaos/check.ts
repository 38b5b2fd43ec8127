/** The checker: once nothing happens any more, compares what everybody was told with what the database holds. */

import { isDeepStrictEqual } from 'node:util';
import type { Pool } from 'pg';
import { toGlobalId } from '../src/graphql/ids.ts';
import { ask, type OrderState, orderFields } from './api.ts';
import type { Arena } from './arena.ts';
import { describeEntry } from './copies.ts';
import type { Findings } from './findings.ts';
import { type Reader, readInbox } from './readers.ts';
import type { Deed } from './writers.ts';

/** What a mail or a reader may take until it is where it should be, once nothing is broken any more. */
const settleMs = 60_000;
const lookMs = 100;

async function until(isDone: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const deadline = performance.now() + settleMs; performance.now() < deadline; ) {
    if (await isDone()) return true;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
  return false;
}

/** An entry as the database has it, by the id of its order in the API. */
type Log = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** Waits until nothing is under way, and looks at everything. */
export async function checkAll(
  { database: { pool }, mails, instances }: Arena,
  { readers, deeds }: { readers: readonly Reader[]; deeds: readonly Deed[] },
  findings: Findings,
): Promise<void> {
  await until(async () => (await count(pool, `select count(*) from mail where status = 'QUEUED'`)) === 0);
  await checkMails(pool, mails.delivered, findings);
  const log = await readLog(pool);
  const isThere = (reader: Reader) =>
    reader.orders.every(({ id }) => reader.copy().reached(id) >= (log.get(id)?.size ?? 0));
  if (!(await until(() => readers.every(isThere))))
    for (const reader of readers.filter((one) => !isThere(one)))
      findings.add('copies that differ', `${reader.name} never caught up: ${reader.state()}`);
  await checkDeeds(pool, deeds, findings);
  await checkLog(pool, findings);
  const url = instances[0]?.url ?? '';
  for (const reader of readers) {
    checkEntries(reader, log, findings);
    await (reader.isInbox ? checkInbox(url, reader, findings) : checkOrder(url, reader, findings));
  }
}

const count = async (pool: Pool, query: string): Promise<number> =>
  Number((await pool.query<{ count: string }>(query)).rows[0]?.count);

async function checkMails(pool: Pool, delivered: Arena['mails']['delivered'], findings: Findings): Promise<void> {
  const { rows } = await pool.query<{ id: string; address: string; template: string; status: string }>(
    'select id, address, template, status from mail where order_id is not null',
  );
  for (const { id, address, template, status } of rows) {
    // Each try hands a mail over under its id.
    const times = delivered.filter(({ key }) => key.includes(id)).length;
    const what = `${template} to ${address}: ${status}, delivered ${times} times`;
    if (status !== 'SENT' || times === 0) findings.add('mails lost', what);
    if (times > 1) findings.add('mails doubled', what);
  }
}

async function readLog(pool: Pool): Promise<Log> {
  const { rows } = await pool.query<{
    id: string;
    number: number;
    type: string;
    revision: number;
    text: string | null;
  }>(
    `select entry.order_id as id, entry.number, entry.type, entry.revision, message.text
     from log_entry entry left join message using (order_id, number)`,
  );
  const byOrder = Map.groupBy(rows, ({ id }) => toGlobalId('Order', id));
  return new Map(
    [...byOrder].map(([id, entries]) => [
      id,
      new Map(
        entries.map(({ number, type, revision, text }) => [number, describeEntry(type, revision, text ?? undefined)]),
      ),
    ]),
  );
}

async function checkDeeds(pool: Pool, deeds: readonly Deed[], findings: Findings): Promise<void> {
  const { rows } = await pool.query<{ key: string }>(
    `select text as key from message where text like 'chaos-message-%'
     union all select idempotency_key from log_entry where idempotency_key like 'chaos-step-%'`,
  );
  const done = new Map<string, number>();
  for (const { key } of rows) done.set(key, (done.get(key) ?? 0) + 1);
  for (const { key, fate, code, tries } of deeds) {
    const times = done.get(key) ?? 0;
    const what = `${key} (${fate}${code ? `: ${code}` : ''}, ${tries} tries)`;
    if (times > 1) findings.add('writes done twice', what);
    if (times === 0 && fate === 'acknowledged') findings.add('acknowledged writes lost', what);
    if (times > 0 && fate === 'refused') findings.add('refused writes done', what);
  }
}

/** Numbers without gaps up to the order's counter, revisions that only grow, and what is unread as it would be counted. */
async function checkLog(pool: Pool, findings: Findings): Promise<void> {
  const { rows: broken } = await pool.query<{ number: number; what: string }>(`
    select o.number, 'numbers' as what from "order" o join log_entry e on e.order_id = o.id group by o.id
    having count(*) <> o.log_number or max(e.number) <> o.log_number or min(e.number) <> 1
    union all select o.number, 'revision' from "order" o join log_entry e on e.order_id = o.id group by o.id
    having max(e.revision) <> o.revision
    union all select o.number, 'revision at ' || e.number from "order" o join log_entry e on e.order_id = o.id
      join log_entry before on before.order_id = e.order_id and before.number = e.number - 1
    where before.revision > e.revision`);
  for (const { number, what } of broken) findings.add('log broken', `order ${number}: ${what}`);
  const { rows: wrong } = await pool.query<{ number: number; unread: number; counted: string }>(`
    select o.number, marker.unread, count(message.number) as counted
    from read_marker marker join "order" o on o.id = marker.order_id
    left join message on message.order_id = o.id and message.number > marker.read_number
      and message.author_id <> marker.account_id and message.deleted_at is null
    group by o.id, marker.order_id, marker.account_id having count(message.number) <> marker.unread`);
  for (const { number, unread, counted } of wrong)
    findings.add('unread counts wrong', `order ${number}: ${unread} is kept, ${counted} wait`);
}

/** What a reader was told of must be what is there; one that has followed from the beginning must have all of it. */
function checkEntries({ name, orders, isInbox, copy }: Reader, log: Log, findings: Findings): void {
  for (const { id, number: orderNumber } of orders) {
    const told = copy().entries(id);
    const there = log.get(id) ?? new Map<number, string>();
    if (!isInbox && told.size < there.size)
      findings.add('holes', `${name}: order ${orderNumber} has ${there.size} entries, ${told.size} came`);
    for (const [number, what] of told)
      if (there.get(number) !== what)
        findings.add(
          'copies that differ',
          `${name}: ${number} of order ${orderNumber} is “${there.get(number)}”, not “${what}”`,
        );
  }
}

async function checkOrder(url: string, { name, person, orders, copy }: Reader, findings: Findings): Promise<void> {
  for (const { id } of orders) {
    const query = `query ($id: ID!) { order(id: $id) { ${orderFields} } }`;
    const { order } = await ask<{ order: OrderState }>(url, person.token, query, { id });
    compare(findings, name, copy().order(id), order);
  }
}

async function checkInbox(url: string, { name, person, copy }: Reader, findings: Findings): Promise<void> {
  const isEqual = async () => (await readInbox(url, person, false)).unread === copy().unread;
  // Reading moves the count without an entry; the stream tells of it in its turn.
  await until(isEqual);
  const fresh = await readInbox(url, person, false);
  compare(findings, `${name}, unread`, copy().unread, fresh.unread);
  for (const { order } of fresh.orders) compare(findings, name, copy().order(order.id), order);
}

function compare(findings: Findings, name: string, told: unknown, fresh: unknown): void {
  if (!isDeepStrictEqual(told, fresh))
    findings.add('copies that differ', `${name}: ${JSON.stringify(told)} was told, ${JSON.stringify(fresh)} is so`);
}
