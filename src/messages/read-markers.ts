/**
 * The read marker and the unread count of each party of an order: one row for each, updated by every message and every
 * read.
 */
import { partiesSql, roleIn, visibleOrders } from '../access/access.ts';
import { actorIn, requireEditor } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { inboxTopic, orderTopic } from '../live/topics.ts';
import { OrderNotFound } from '../orders/order-refusals.ts';
import { partyIn, readMarkerPresence } from '../orders/timeline/ephemeral-events.ts';
import type { Db, Tx } from '../platform/db.ts';
import { defineRefusal } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';

export const NotAParty = defineRefusal('NotAParty', {
  code: 'NOT_A_PARTY',
  recovery: 'FINAL',
  message: 'Only the two parties of an order can mark it as read.',
  description: 'Only the advertiser and the seller of an order have read markers.',
  remedy: 'Operators read orders without marking them as read.',
});

/**
 * Counts a message as unread for each party of its order except its author; an SQL fragment.
 * `order` is a row of "order" that the statement holds. Of two markers the one with the lower account id is taken first.
 */
export const raiseUnreadSql = (
  order: Prisma.Sql,
  { authorId, digestDueAt }: { authorId: string; digestDueAt: Date | null },
): Prisma.Sql => Prisma.sql`
  insert into read_marker (order_id, account_id, unread, digest_due_at)
  select changed.id, party.account_id, 1, ${digestDueAt}::timestamptz from ${order} as changed cross join ${partiesSql}
  where party.account_id <> ${authorId}::uuid order by party.account_id
  on conflict (order_id, account_id) do update set
    unread = read_marker.unread + 1,
    digest_due_at = coalesce(read_marker.digest_due_at, excluded.digest_due_at)`;

/** Counts the chat text of a step as unread. The e-mail of the step reports it, so there is no digest. The caller holds the order. */
export async function raiseUnread(tx: Tx, { orderId, authorId }: { orderId: string; authorId: string }): Promise<void> {
  const order = Prisma.sql`(select * from "order" where id = ${orderId}::uuid)`;
  await tx.$executeRaw(raiseUnreadSql(order, { authorId, digestDueAt: null }));
}

/** A message is no longer there to be read: it is taken off the counts that it stands in. The caller holds the order. */
export async function lowerUnread(
  tx: Tx,
  { orderId, number, authorId }: { orderId: string; number: number; authorId: string },
): Promise<void> {
  // Those who wait for both markers take them in one order; the condition is looked at again once they are held.
  await tx.$queryRaw`
    select 1 from read_marker where order_id = ${orderId}::uuid order by account_id for no key update`;
  await tx.$executeRaw`
    update read_marker set
      unread = unread - 1,
      digest_due_at = case when unread > 1 then digest_due_at end
    where order_id = ${orderId}::uuid and account_id <> ${authorId}::uuid and read_number < ${number}`;
}

/**
 * Marks an order as read up to an entry. It never goes back: an older one, or the same again, changes nothing.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, OrderNotFound, NotAParty
 */
export async function markRead(
  app: AppServices,
  viewer: Viewer,
  { orderId, upTo }: { orderId: string; upTo: number },
): Promise<void> {
  requireEditor(viewer, 'markRead');
  const order = await app.db.order.findFirst({ where: { AND: [{ id: orderId }, visibleOrders(viewer)] } });
  if (!order) throw new OrderNotFound();
  const party = partyIn(order, roleIn(order, viewer));
  if (!party) throw new NotAParty();
  const { accountId } = actorIn(order, viewer);
  const readNumber = await app.db.$transaction((tx) => moveMarker(tx, accountId, { orderId, upTo }));
  if (readNumber !== undefined) {
    app.live.setPresence(
      orderTopic(orderId),
      readMarkerPresence('read', party, readNumber),
      tuning.messages.readMarkerPresenceMs,
    );
    app.live.publish(inboxTopic(accountId));
  }
}

/**
 * Moves the marker and counts the unread messages after it; returns its position if it has moved.
 * The marker is locked by a statement of its own, so that the count includes all earlier messages: a transaction that adds or
 * deletes something waits for the marker, and then counts on from what stands here.
 */
async function moveMarker(
  tx: Tx,
  accountId: string,
  { orderId, upTo }: { orderId: string; upTo: number },
): Promise<number | undefined> {
  await lockMarker(tx, { orderId, accountId });
  const moved = await tx.$queryRaw<{ readNumber: number }[]>`
    with reached as (select least(${upTo}::int, log_number) as number from "order" where id = ${orderId}::uuid),
    waiting as (
      select count(*)::int as count from message
      where order_id = ${orderId}::uuid and number > (select number from reached)
        and author_id <> ${accountId}::uuid and deleted_at is null
    )
    update read_marker set
      read_number = reached.number,
      delivered_number = greatest(delivered_number, reached.number),
      unread = waiting.count,
      digest_due_at = case when waiting.count > 0 then digest_due_at end,
      position = feed_position()
    from reached, waiting
    where order_id = ${orderId}::uuid and account_id = ${accountId}::uuid and read_number < reached.number
    returning read_number as "readNumber"`;
  return moved[0]?.readNumber;
}

async function lockMarker(tx: Tx, { orderId, accountId }: { orderId: string; accountId: string }): Promise<void> {
  const lock = () => tx.$queryRaw<unknown[]>`
    select 1 from read_marker where order_id = ${orderId}::uuid and account_id = ${accountId}::uuid for no key update`;
  if ((await lock()).length > 0) return;
  await tx.$executeRaw`
    insert into read_marker (order_id, account_id) values (${orderId}::uuid, ${accountId}::uuid) on conflict do nothing`;
  await lock();
}

/** Number of unread messages of an account in all its orders. */
export async function readUnreadInAll(db: Db, accountIds: readonly string[]): Promise<number> {
  const [row] = await db.$queryRaw<{ unread: number }[]>`
    select coalesce(sum(unread), 0)::int as unread from read_marker where account_id = any(${[...accountIds]}::uuid[]) and unread > 0`;
  return row?.unread ?? 0;
}
