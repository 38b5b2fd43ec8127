/** The checker: compares the database, the mail service and fresh queries with the knowledge of writers and readers. */
import { decodeTimelineCursor } from '../src/orders/timeline/timeline.ts';
import { uuidPattern } from '../src/platform/uuid.ts';
import { ask, type EntryState, entryFields, type OrderState, orderFields } from './api.ts';
import { describeEntry } from './copies.ts';
import type { Environment } from './environment.ts';
import type { Findings } from './findings.ts';
import type { ChaosOrder, Person } from './participants.ts';
import { type Reader, readInbox } from './readers.ts';
import type { Write } from './writers.ts';

/** An order as a fresh query gives it. */
interface Fresh {
  readonly order: OrderState;
  readonly entries: ReadonlyMap<number, string>;
}

export type FreshOrders = ReadonlyMap<string, Fresh>;

const timelineQuery = `query ($id: ID!, $after: String) { order(id: $id) { ${orderFields}
  timeline(first: 50, after: $after) { edges { node { ${entryFields} } } pageInfo { hasNextPage endCursor } } } }`;

interface TimelineAnswer {
  readonly order: OrderState & {
    readonly timeline: {
      readonly edges: readonly { readonly node: EntryState }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  };
}

/** Reads an order and its whole timeline as this person. */
export async function readFresh(url: string, { token }: Person, { id }: ChaosOrder): Promise<Fresh> {
  const entries = new Map<number, string>();
  for (let after: string | undefined; ; ) {
    const { order } = await ask<TimelineAnswer>(url, token, timelineQuery, { id, after });
    const { timeline, ...state } = order;
    for (const { node } of timeline.edges)
      entries.set(node.number, describeEntry(node.type, node.revision, node.message?.text));
    if (!timeline.pageInfo.hasNextPage) return { order: state, entries };
    after = timeline.pageInfo.endCursor;
  }
}

/** The differences between a reader's copy and a fresh query, in words; first those that the reader has not reached yet. */
export async function differencesOf(reader: Reader, url: string, fresh: FreshOrders): Promise<string[]> {
  const copy = reader.copy();
  const inbox = reader.isInbox ? await readInbox(url, reader.person, false) : undefined;
  // Some fields of an order depend on the viewer.
  const states = inbox?.orders.map(({ order }) => order) ?? (await readStates(url, reader));
  const differences: string[] = [];
  for (const { id, number } of reader.orders) {
    const expected = fresh.get(id);
    const end = decodeTimelineCursor(expected?.order.cursor ?? '')?.number ?? 0;
    if (copy.reached(id) !== end) differences.push(`order ${number} has reached ${copy.reached(id)} of ${end}`);
    const received = copy.entries(id);
    if (!inbox && received.size !== expected?.entries.size)
      differences.push(`order ${number} has ${expected?.entries.size} entries, ${received.size} came`);
    for (const [place, entry] of received)
      if (expected?.entries.get(place) !== entry)
        differences.push(`order ${number}, entry ${place} is "${entry}", not "${expected?.entries.get(place)}"`);
    const copied = copy.order(id);
    for (const [field, value] of Object.entries(states.find((state) => state.id === id) ?? {}))
      if (copied?.[field as keyof OrderState] !== value)
        differences.push(`order ${number}, ${field} is ${copied?.[field as keyof OrderState]}, not ${value}`);
  }
  if (inbox && inbox.unread !== copy.unread) differences.push(`unread is ${copy.unread}, not ${inbox.unread}`);
  return differences;
}

async function readStates(url: string, { person, orders }: Reader): Promise<OrderState[]> {
  const query = `query ($id: ID!) { order(id: $id) { ${orderFields} } }`;
  return Promise.all(
    orders.map(async ({ id }) => (await ask<{ order: OrderState }>(url, person.token, query, { id })).order),
  );
}

/** Compares the outcomes that writers know with the rows. */
export async function checkWrites(
  { database: { pool } }: Environment,
  writes: readonly Write[],
  findings: Findings,
): Promise<void> {
  const { rows } = await pool.query<{ key: string; count: number }>(`
    select key, count(*)::int as count from (
      select text as key from message where text like 'chaos-message-%'
      union all select idempotency_key from log_entry where idempotency_key like 'chaos-step-%'
    ) as written group by key`);
  const writtenCounts = new Map(rows.map(({ key, count }) => [key, count]));
  for (const { key, outcome, code, order } of writes) {
    const count = writtenCounts.get(key) ?? 0;
    const what = `${key} in order ${order.number}`;
    if (outcome === 'acknowledged' && count === 0) findings.add('acknowledged writes lost', what);
    if (outcome === 'refused' && count > 0) findings.add('refused writes done', `${what}, refused with ${code}`);
    if (count > 1) findings.add('writes done twice', `${what}, ${count} times`);
  }
}

/** Checks that the log of each order has no gap, that its steps follow each other, and that the counters beside it are the sums of it. */
export async function checkLog({ database: { pool } }: Environment, findings: Findings): Promise<void> {
  const { rows } = await pool.query<{ order: number; what: string }>(`
    with numbered as (
      select entry.*, "order".number as name,
        row_number() over (partition by order_id order by entry.number) as place,
        lag(entry.revision) over (partition by order_id order by entry.number) as revision_before,
        lag(position) over (partition by order_id order by entry.number) as position_before
      from log_entry entry join "order" on "order".id = order_id
    ), stepped as (
      select *, lag(to_status) over (partition by order_id order by number) as status_before from numbered where to_status is not null
    )
    select name as order, 'entry ' || number || ' stands at place ' || place as what from numbered where number <> place
    union all
    select name, 'entry ' || number || ' has revision ' || revision || ' after ' || revision_before from numbered
      where revision <> revision_before + (to_status is not null)::int
    union all
    select name, 'entry ' || number || ' comes before its predecessor in inboxes' from numbered where position <= position_before
    union all
    select name, 'entry ' || number || ' begins in ' || from_status || ' after ' || status_before from stepped where from_status <> status_before
    union all
    select number, 'its counters do not fit its log' from "order" where (log_number, revision, status) is distinct from (
      (select max(number) from log_entry where order_id = "order".id),
      (select max(revision) from log_entry where order_id = "order".id),
      (select to_status from log_entry where order_id = "order".id and to_status is not null order by log_entry.number desc limit 1))
    union all
    select "order".number, 'entry ' || entry.number || ' says something, and the message is missing' from log_entry entry
      join "order" on "order".id = entry.order_id
      where entry.type = 'sendMessage' and not exists (select from message where message.order_id = entry.order_id and message.number = entry.number)`);
  for (const { order, what } of rows) findings.add('log broken', `order ${order}: ${what}`);
  const { rows: miscounted } = await pool.query<{ order: number; name: string; unread: number; counted: number }>(`
    select "order".number as order, account.name, unread, (
      select count(*)::int from message where message.order_id = read_marker.order_id and message.number > read_number
        and message.author_id <> read_marker.account_id and deleted_at is null
    ) as counted
    from read_marker join "order" on "order".id = order_id join account on account.id = account_id`);
  for (const { order, name, unread, counted } of miscounted)
    if (unread !== counted)
      findings.add('unread counts wrong', `order ${order}, ${name}: ${unread} are stored, ${counted} counted`);
}

/** Checks that each queued mail was delivered and logged once, and that steps of one type queue equally many mails. */
export async function checkMails({ database: { pool }, mails }: Environment, findings: Findings): Promise<void> {
  const { rows } = await pool.query<{ id: string; template: string; status: string; noted: number }>(`
    select id, template, status, (
      select count(*)::int from mail other where other.order_id = mail.order_id and other.status = 'SENT'
    ) - (select count(*)::int from log_entry where log_entry.order_id = mail.order_id and type = 'emailSent') as noted
    from mail`);
  const times = Map.groupBy(mails.delivered, ({ key }) => idIn(key));
  for (const { id, template, status, noted } of rows) {
    const delivered = times.get(id)?.length ?? 0;
    const what = `${template} ${id} is ${status}`;
    if (delivered > 1) findings.add('mails doubled', `${what}, delivered ${delivered} times`);
    if (status === 'DROPPED' ? delivered > 0 : status !== 'SENT' || delivered === 0)
      findings.add('mails lost', `${what}, delivered ${delivered} times`);
    if (noted !== 0) findings.add('log broken', `${what}: its order notes ${-noted} more deliveries than there are`);
  }
  const knownIds = new Set(rows.map(({ id }) => id));
  for (const [id, [letter]] of times)
    if (!knownIds.has(id))
      findings.add('mails doubled', `"${letter?.subject}" to ${letter?.to}, which was never queued`);
  const { rows: uneven } = await pool.query<{ type: string; role: string; least: number; most: number }>(`
    select type, role, min(mails) as least, max(mails) as most from (
      select type, role, (select count(*)::int from mail where mail.order_id = entry.order_id and mail.entry = entry.number) as mails
      from log_entry entry where to_status is not null
    ) as caused group by type, role having min(mails) <> max(mails)`);
  for (const { type, role, least, most } of uneven)
    findings.add('mails lost', `${type} by ${role} has queued ${least} mails at least, and ${most} at most`);
}

/** The id of a mail, which is part of its idempotency key. */
const idIn = (key: string): string => new RegExp(uuidPattern).exec(key)?.[0] ?? key;
