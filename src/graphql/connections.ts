/**
 * Keyset pagination in the form of Relay: the rows to read for the arguments of a connection, and the page made of
 * them.
 */

import { limits } from '../limits.ts';
import type { LatestPageRequest, LatestPosition } from '../platform/newest-first.ts';
import { cutText } from '../platform/text.ts';
import { isUuid } from '../platform/uuid.ts';
import { cursorNumber, decodeCursor, encodeCursor } from './cursors.ts';
import { asGraphQLError, requestErrors } from './errors.ts';

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** The rows to read. One row more than `size` is read, to know whether there are more. */
export interface PageRequest {
  readonly size: number;
  readonly isFromEnd: boolean;
  readonly after: string | undefined;
  readonly before: string | undefined;
}

/** Checks the arguments of a connection. @throws a GraphQL error that says what is allowed */
export function pageRequest({ first, last, after, before }: PageArguments): PageRequest {
  if (typeof first === 'number' && typeof last === 'number')
    throw asGraphQLError(requestErrors.PAGE_INVALID.occurWith('Send `first` or `last`, not both.'));
  const size = first ?? last ?? limits.defaultPageSize;
  if (size < 1 || size > limits.pageSize)
    throw asGraphQLError(
      requestErrors.PAGE_INVALID.occurWith(
        `\`${typeof last === 'number' ? 'last' : 'first'}\` must be from 1 to ${limits.pageSize}.`,
      ),
    );
  return { size, isFromEnd: typeof last === 'number', after: after ?? undefined, before: before ?? undefined };
}

/** The cost of a connection: one for each item that it may have. */
export const pageCost = ({ first, last }: PageArguments): { field: number; multiplier: number } => ({
  field: 1,
  multiplier: Math.min(first ?? last ?? limits.defaultPageSize, limits.pageSize),
});

/**
 * Makes the page of up to `size` + 1 rows that were read in the direction of the request. The edges are in the order of
 * the list, also when it was read from its end.
 */
export function pageOf<Row>(request: PageRequest, rows: readonly Row[], cursorOf: (row: Row) => string) {
  const inPage = rows.slice(0, request.size);
  const hasMore = rows.length > request.size;
  const edges = (request.isFromEnd ? inPage.reverse() : inPage).map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    pageInfo: {
      // Whether there are items on the side that was not read is known only from the cursor that bounds it.
      hasNextPage: request.isFromEnd ? request.before !== undefined : hasMore,
      hasPreviousPage: request.isFromEnd ? hasMore : request.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The rows between two positions, up to `limit` from one end or the other, for a list with cursors of its own. */
export interface PageWindow<Position> {
  readonly after: Position | undefined;
  readonly before: Position | undefined;
  readonly limit: number;
  readonly isFromEnd: boolean;
}

/**
 * The window of a page: one row more than it has, which shows that there are more. `decode` returns the position of a
 * cursor; undefined if it is not a cursor of the list.
 * @throws a GraphQL error for a cursor of another list
 */
export function pageWindow<Position>(
  { after, before, size, isFromEnd }: PageRequest,
  decode: (cursor: string) => Position | undefined,
): PageWindow<Position> {
  const positionOf = (cursor: string | undefined) =>
    cursor === undefined ? undefined : (decode(cursor) ?? cursorMalformed(cursor));
  return { after: positionOf(after), before: positionOf(before), limit: size + 1, isFromEnd };
}

/** @throws a GraphQL error: the text is not a cursor of this list */
export function cursorMalformed(cursor: string): never {
  throw asGraphQLError(
    requestErrors.CURSOR_MALFORMED.occurWith(
      `"${cutText(cursor, 80)}" is not a cursor of this list. Cursors are opaque: use \`cursor\`, \`startCursor\` or \`endCursor\` unchanged.`,
    ),
  );
}

/**
 * The keyset of a list in the order of the time in `column`, newest first, and of the id for equal times. `cursorKind`
 * distinguishes its cursors from those of other lists.
 */
export function newestFirst<Column extends string>(column: Column, cursorKind: string) {
  type Row = { readonly id: string } & { readonly [key in Column]: Date };
  const positionOf = (cursor: string): LatestPosition => {
    const [time, id] = decodeCursor(cursorKind, cursor) ?? [];
    const ms = cursorNumber(time);
    return ms !== undefined && id && isUuid(id) ? { at: new Date(ms), id } : cursorMalformed(cursor);
  };
  const beyond = (side: 'lt' | 'gt', { at, id }: LatestPosition) => ({
    // The first condition says less than the others, but an index begins its scan there.
    [column]: { [`${side}e`]: at },
    OR: [{ [column]: { [side]: at } }, { [column]: at, id: { [side]: id } }],
  });
  return {
    cursorOf: (row: Row) => encodeCursor(cursorKind, [row[column].getTime(), row.id]),
    /** The conditions for the rows of a page. @throws a GraphQL error for a cursor of another list */
    conditions: ({ after, before }: PageRequest) => [
      ...(after === undefined ? [] : [beyond('lt', positionOf(after))]),
      ...(before === undefined ? [] : [beyond('gt', positionOf(before))]),
    ],
    /** Returns the request unchanged. @throws a GraphQL error for a cursor of another list */
    validate: (request: PageRequest): PageRequest => {
      for (const cursor of [request.after, request.before]) if (cursor !== undefined) positionOf(cursor);
      return request;
    },
    /** The request for `readLatest`. @throws a GraphQL error for a cursor of another list */
    latestPage: ({ after, before, size, isFromEnd }: PageRequest): LatestPageRequest => ({
      after: after === undefined ? undefined : positionOf(after),
      before: before === undefined ? undefined : positionOf(before),
      limit: size + 1,
      isFromEnd,
    }),
    /** The order and the number of the rows of a page. */
    findOptions: ({ isFromEnd, size }: PageRequest) => {
      const direction = isFromEnd ? ('asc' as const) : ('desc' as const);
      return { orderBy: [{ [column]: direction }, { id: direction }], take: size + 1 };
    },
  };
}
