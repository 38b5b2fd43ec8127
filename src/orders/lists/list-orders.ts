/** The list of a viewer's orders, newest activity first, as keyset pages that stay quick however long the list grows. */
import { visibleOrdersSql } from '../../access/access.ts';
import { accountIdsOf, type Viewer } from '../../access/viewer.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { cursorNumber, decodeCursor, encodeCursor } from '../../graphql/cursors.ts';
import type { Db } from '../../platform/db.ts';
import { branchedIdsSql, type LatestPageRequest, newestFirstSql } from '../../platform/newest-first.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { PersonRole } from '../../process/define.ts';
import type { OrderStatus } from '../../process/order.ts';
import { orderContainsWordSql } from '../search/order-texts.ts';

export interface OrderFilter {
  readonly statuses?: readonly OrderStatus[] | undefined;
  /** Only the orders in which the viewer has this role. */
  readonly role?: PersonRole | undefined;
  /** Only those that wait for the viewer, or only those that do not. */
  readonly needsAttention?: boolean | undefined;
  /** Only those with messages that the viewer has not read, or only those without. */
  readonly hasUnreadMessages?: boolean | undefined;
  /**
   * Words of `searchWordsOf` that must all occur in number, brief, items, party names or messages. Without any word in the
   * list, no order is found.
   */
  readonly words?: readonly string[] | undefined;
}

/** A place in the list. */
export interface ListPosition {
  readonly lastActivityAt: Date;
  readonly id: string;
}

export interface ListPageRequest {
  readonly after: ListPosition | undefined;
  readonly before: ListPosition | undefined;
  readonly limit: number;
  readonly isFromEnd: boolean;
}

/** The columns that keep who is waited for. */
export const awaits = {
  advertiser: Prisma.raw('awaits_advertiser'),
  seller: Prisma.raw('awaits_seller'),
  operator: Prisma.raw('awaits_operator'),
} as const satisfies Record<PersonRole, Prisma.Sql>;

/** The ids of a window of the list, in the direction that it was asked from. One statement. */
export async function listOrderIds(
  db: Db,
  viewer: Viewer,
  filter: OrderFilter,
  window: ListPageRequest,
): Promise<readonly string[]> {
  const statement = orderIdsSql(viewer, filter, window);
  if (!statement) return [];
  const rows = await db.$queryRaw<{ id: string }[]>(statement);
  return rows.map(({ id }) => id);
}

/** The statement of `listOrderIds`; undefined if the viewer can see no order. */
export function orderIdsSql(viewer: Viewer, filter: OrderFilter, window: ListPageRequest): Prisma.Sql | undefined {
  const branches = branchesOf(viewer, filter);
  if (branches.length === 0) return undefined;
  const conditions = filterConditions(viewer, filter);
  return branchedIdsSql({ table: Prisma.sql`"order"`, at: activity, branches, conditions }, pageIn(window));
}

const activity = Prisma.sql`last_activity_at`;

/** The sort of the list, in the direction of the window. */
export const orderSortSql = (window: ListPageRequest): Prisma.Sql => newestFirstSql(activity, pageIn(window)).sort;

const pageIn = ({ after, before, ...page }: ListPageRequest): LatestPageRequest => ({
  ...page,
  after: after && { at: after.lastActivityAt, id: after.id },
  before: before && { at: before.lastActivityAt, id: before.id },
});

/** The conditions of access, one for each role, each with the attention of that role if it is asked for. */
function branchesOf(viewer: Viewer, { role, needsAttention }: OrderFilter): Prisma.Sql[] {
  if (needsAttention === undefined) return [...visibleOrdersSql(viewer, role)];
  const roles: readonly PersonRole[] = role ? [role] : ['advertiser', 'seller', 'operator'];
  const negation = Prisma.raw(needsAttention ? '' : 'not');
  return roles.flatMap((one) =>
    visibleOrdersSql(viewer, one).map((condition) => Prisma.sql`${condition} and ${negation} ${awaits[one]}`),
  );
}

function filterConditions(viewer: Viewer, { statuses, hasUnreadMessages, words }: OrderFilter): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (statuses)
    conditions.push(statuses.length > 0 ? Prisma.sql`status in (${Prisma.join([...statuses])})` : Prisma.sql`false`);
  if (hasUnreadMessages !== undefined)
    conditions.push(Prisma.sql`${Prisma.raw(hasUnreadMessages ? '' : 'not')} ${isUnreadSql(viewer)}`);
  if (words) conditions.push(...(words.length > 0 ? words.map(orderContainsWordSql) : [Prisma.sql`false`]));
  return conditions;
}

/** True for an order in which a viewer has not read all messages, by the index of unread counts. */
const isUnreadSql = (viewer: Viewer): Prisma.Sql => Prisma.sql`"order".id in (
  select order_id from read_marker where account_id = any(${[...accountIdsOf(viewer)]}::uuid[]) and unread > 0)`;

const cursorKind = 'o';

/** The cursor of a position in the list. */
export const encodeListCursor = ({ lastActivityAt, id }: ListPosition): string =>
  encodeCursor(cursorKind, [lastActivityAt.getTime(), id]);

/** The position of a cursor; undefined if it is not a cursor of this list. */
export function decodeListCursor(cursor: string): ListPosition | undefined {
  const [time, id] = decodeCursor(cursorKind, cursor) ?? [];
  const ms = cursorNumber(time);
  return ms !== undefined && id && isUuid(id) ? { lastActivityAt: new Date(ms), id } : undefined;
}
