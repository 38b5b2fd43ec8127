/** The statements of the baseline, written by hand over the same tables. */
import type pg from 'pg';
import { selectAll } from './columns.ts';

export type Row = Record<string, unknown>;
export type Ask = (values: readonly unknown[], client?: pg.PoolClient) => Promise<Row[]>;

const orderColumns = selectAll('Order', 'o');

/** An order with the names of its parties and its items; `o` is the order. */
const withParties = `${orderColumns}, advertiser.name as "advertiserName", seller.name as "sellerName", items.items`;
const parties = `
  join account advertiser on advertiser.id = o.advertiser_id
  join account seller on seller.id = o.seller_id
  left join lateral (
    select json_agg(json_build_object('title', title, 'price',
      json_build_object('minorUnits', price_minor_units, 'currency', currency)) order by position) as items
    from order_item where order_id = o.id
  ) items on true`;

const mine = (account: string) => `(o.advertiser_id = ${account} or o.seller_id = ${account}
  or exists (select from account where id = ${account} and is_operator))`;

/** The owner of an account has the id of the account (bench/seed.ts). */
export const statements = {
  session: `
    select a.id as "accountId", a.is_operator as "isOperator", a.name
    from session s join membership m on m.person_id = s.person_id join account a on a.id = m.account_id
    where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2`,
  list: `
    with found as (
      select id from (
        (select id, last_activity_at from "order" where advertiser_id = $1 order by last_activity_at desc, id desc limit $2)
        union
        (select id, last_activity_at from "order" where seller_id = $1 order by last_activity_at desc, id desc limit $2)
      ) as either order by last_activity_at desc, id desc limit $2
    )
    select ${withParties} from found join "order" o on o.id = found.id ${parties}
    order by o.last_activity_at desc, o.id desc`,
  order: `select ${withParties} from "order" o ${parties} where o.id = $2 and ${mine('$1')}`,
  messages: `
    select m.number, m.text, m.role, a.name, m.created_at as "createdAt"
    from message m join account a on a.id = m.author_id
    where m.order_id = $1 order by m.number desc limit 21`,
  timeline: `
    select e.number, e.type, e.at, e.role, a.name, e.from_status as "fromStatus", e.to_status as "toStatus"
    from log_entry e left join account a on a.id = e.actor_id
    where e.order_id = $1 order by e.number desc limit 21`,
  entriesAfter: `
    select e.number, e.type, e.at, e.role, a.name, e.from_status as "fromStatus", e.to_status as "toStatus", m.text,
      o.status, o.revision
    from "order" o join log_entry e on e.order_id = o.id
    left join account a on a.id = e.actor_id
    left join message m on m.order_id = e.order_id and m.number = e.number
    where o.id = $2 and ${mine('$1')} and e.number > $3 order by e.number limit 100`,
  placement: `
    select p.slug, p.name, p.kind, e.weight, a.id, a.status, a.html, a.target_url as "targetUrl", a.alt_text as "altText"
    from placement p join placement_entry e on e.placement_id = p.id join ad a on a.id = e.ad_id
    where p.slug = $1 and a.status = 'PUBLISHED' and (a.ends_at is null or a.ends_at > $2)
    order by e.position desc`,
  countImpression: 'update ad_counter set impressions = impressions + 1 where ad_id = $1',
  mayFollow: `select from "order" o where o.id = $2 and ${mine('$1')}`,
  sendMessage: `
    with first as (
      select e.order_id, e.number, m.role, m.text, m.created_at, o.status, o.revision
      from log_entry e join "order" o on o.id = e.order_id
      left join message m on m.order_id = e.order_id and m.number = e.number and e.type = 'sendMessage'
      where e.actor_id = $1 and e.idempotency_key = $4
    ), counted as (
      update "order" o set log_number = log_number + 1, last_activity_at = $5
      where id = $2 and ${mine('$1')} and not exists (select from first)
      returning id, log_number, revision, status, case when advertiser_id = $1 then 'advertiser' else 'seller' end as role,
        case when advertiser_id = $1 then seller_id else advertiser_id end as reader_id
    ), logged as (
      insert into log_entry (order_id, number, type, at, actor_id, person_id, role, input, revision, idempotency_key)
      select id, log_number, 'sendMessage', $5, $1, $1, role::"Role", '{}', revision, $4 from counted
    ), written as (
      insert into message (order_id, number, author_id, role, text, created_at)
      select id, log_number, $1, role::"PersonRole", $3, $5 from counted
      returning order_id, number, role, text, created_at
    ), indexed as (
      insert into order_text (order_id, number, text) select id, log_number, lower($3) from counted
    ), raised as (
      insert into read_marker (order_id, account_id, unread, digest_due_at)
      select id, reader_id, 1, $5::timestamptz + interval '10 minutes' from counted
      on conflict (order_id, account_id) do update set
        unread = read_marker.unread + 1, digest_due_at = coalesce(read_marker.digest_due_at, excluded.digest_due_at)
    )
    select w.order_id as "orderId", w.number, w.role, w.text, w.created_at as "createdAt", c.status, c.revision, false as "isRepeat"
    from written w, counted c
    union all select order_id, number, role, text, created_at, status, revision, true from first`,
  lockOrder: `select ${orderColumns} from "order" o where o.id = $2 and ${mine('$1')} for update`,
  entryOfKey: `select order_id as "orderId", type, input from log_entry where actor_id = $1 and idempotency_key = $2`,
  // Everything that a step writes, in one round trip.
  step: `
    with logged as (
      insert into log_entry (order_id, number, type, at, actor_id, person_id, role, input, from_status, to_status, revision,
        idempotency_key)
      values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11)
    ), said as (
      insert into message (order_id, number, author_id, role, text, created_at)
      select $1, $2, $5, $6::text::"PersonRole", $12, $4 where $12::text is not null
    ), indexed as (
      insert into order_text (order_id, number, text) select $1, $2, lower($12) where $12::text is not null
    ), raised as (
      insert into read_marker (order_id, account_id, unread)
      select $1, case when advertiser_id = $5 then seller_id else advertiser_id end, 1 from "order"
      where id = $1 and $12::text is not null
      on conflict (order_id, account_id) do update set unread = read_marker.unread + 1
    ), gone as (
      delete from timer where order_id = $1 and stay <> $10
    ), timed as (
      insert into timer (id, order_id, stay, step, kind, due_at)
      select gen_random_uuid(), $1, $10, 'expireOrder', kind::"TimerKind", due_at
      from (values ('STEP', $13::timestamptz), ('REMINDER', $14::timestamptz)) as due (kind, due_at)
    ), mailed as (
      insert into mail (id, template, cause, order_id, entry, role, address, person_id, language, time_zone, status, created_at)
      select gen_random_uuid(), $15, concat($1::uuid, ':', $2::int), $1, $2, 'advertiser', p.email, p.id, p.language,
        p.time_zone, 'QUEUED', $4
      from "order" o join membership m on m.account_id = o.advertiser_id join person p on p.id = m.person_id
      where o.id = $1 and $15::text is not null
      on conflict do nothing returning id
    ), queued as (
      insert into jobs.job (name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
        deletion_seconds, keep_until, policy, dead_letter, heartbeat_seconds)
      select q.name, jsonb_build_object('mailId', mailed.id), q.retry_limit, q.retry_delay, q.retry_backoff,
        q.retry_delay_max, q.expire_seconds, q.deletion_seconds, now() + q.retention_seconds * interval '1s', q.policy,
        q.dead_letter, q.heartbeat_seconds
      from mailed, jobs.queue q where q.name = 'deliver-mail'
    )
    update "order" o set status = $9, status_since = $4, stay = $10, revision = $10, log_number = $2, last_activity_at = $4,
      awaits_advertiser = $16, awaits_seller = $17, awaits_operator = false
    where id = $1 returning ${orderColumns}`,
} as const;

let sentCount = 0;
/** The number of statements sent so far. */
export const statementsSent = (): number => sentCount;

/** Begins, commits or rolls back a transaction. */
export async function control(client: pg.PoolClient, text: 'begin' | 'commit' | 'rollback'): Promise<void> {
  sentCount += 1;
  await client.query(text);
}

/** Makes every statement a function that sends it, prepared under its name where each connection has its own backend. */
export function prepare(pool: pg.Pool, isEmbedded: boolean): Record<keyof typeof statements, Ask> {
  const ask =
    (name: string, text: string): Ask =>
    async (values, client) => {
      sentCount += 1;
      return (await (client ?? pool).query<Row>({ ...(isEmbedded ? {} : { name }), text, values: [...values] })).rows;
    };
  // Object.fromEntries forgets the names.
  return Object.fromEntries(Object.entries(statements).map(([name, text]) => [name, ask(name, text)])) as Record<
    keyof typeof statements,
    Ask
  >;
}
