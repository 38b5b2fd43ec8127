/** The search in messages: those that a viewer may see, newest first, as keyset pages. */
import { visibleOrderSql } from '../access/access.ts';
import type { Viewer } from '../access/viewer.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { cursorNumber, decodeCursor, encodeCursor } from '../graphql/cursors.ts';
import type { TimelinePosition } from '../orders/timeline/timeline.ts';
import type { Db } from '../platform/db.ts';
import { containsWordSql } from '../platform/search-text.ts';
import { isUuid } from '../platform/uuid.ts';
import { type Message, messageKey } from './message.ts';

export interface MessageSearch {
  /** Words of `searchWordsOf`, which must all occur in a message. Without any word, no message is found. */
  readonly words: readonly string[];
  /** Only messages of this order. */
  readonly orderId?: string | undefined;
}

/** A place in the list of found messages. */
export interface FoundPosition extends TimelinePosition {
  readonly createdAt: Date;
}

export interface FoundPageRequest {
  readonly after: FoundPosition | undefined;
  readonly before: FoundPosition | undefined;
  readonly limit: number;
  readonly isFromEnd: boolean;
}

/** The messages of a window of the list, in the direction that it was asked from. */
export async function searchMessages(
  db: Db,
  viewer: Viewer,
  search: MessageSearch,
  window: FoundPageRequest,
): Promise<readonly Message[]> {
  if (search.words.length === 0) return [];
  const places = await db.$queryRaw<TimelinePosition[]>(foundMessagesSql(viewer, search, window));
  if (places.length === 0) return [];
  const rows = await db.message.findMany({
    where: { OR: places.map(({ orderId, number }) => ({ orderId, number })), deletedAt: null },
  });
  const byKey = new Map(rows.map((message) => [messageKey(message), message]));
  return places.flatMap((place) => byKey.get(messageKey(place)) ?? []);
}

/** The statement that finds messages; there must be a word. */
export function foundMessagesSql(
  viewer: Viewer,
  { words, orderId }: MessageSearch,
  { after, before, limit, isFromEnd }: FoundPageRequest,
): Prisma.Sql {
  const direction = Prisma.raw(isFromEnd ? 'asc' : 'desc');
  const place = (sign: Prisma.Sql, { createdAt, orderId, number }: FoundPosition) =>
    Prisma.sql`(message.created_at, message.order_id, message.number) ${sign} (${createdAt}, ${orderId}::uuid, ${number}::int)`;
  const conditions = [
    visibleOrderSql(viewer),
    // Number 0 is the text of the order itself.
    Prisma.sql`order_text.number > 0`,
    ...words.map((word) => containsWordSql(Prisma.sql`order_text.text`, word)),
    ...(orderId === undefined ? [] : [Prisma.sql`order_text.order_id = ${orderId}::uuid`]),
    // "After" in a list of the newest first is what is older.
    ...(after ? [place(Prisma.sql`<`, after)] : []),
    ...(before ? [place(Prisma.sql`>`, before)] : []),
  ];
  return Prisma.sql`
    select message.order_id as "orderId", message.number from order_text
    join message on message.order_id = order_text.order_id and message.number = order_text.number
    join "order" on "order".id = order_text.order_id
    where ${Prisma.join(conditions, ' and ')}
    order by message.created_at ${direction}, message.order_id ${direction}, message.number ${direction} limit ${limit}`;
}

const cursorKind = 'f';

/** The cursor of a found message. */
export const encodeFoundCursor = ({ createdAt, orderId, number }: FoundPosition): string =>
  encodeCursor(cursorKind, [createdAt.getTime(), orderId, number]);

/** The position of a cursor; undefined if it is not a cursor of this list. */
export function decodeFoundCursor(cursor: string): FoundPosition | undefined {
  const [time, orderId, place] = decodeCursor(cursorKind, cursor) ?? [];
  const [ms, number] = [cursorNumber(time), cursorNumber(place)];
  if (ms === undefined || number === undefined || number > maxNumber || !orderId || !isUuid(orderId)) return undefined;
  return { createdAt: new Date(ms), orderId, number };
}

/** The largest integer of the database. */
const maxNumber = 2_147_483_647;
