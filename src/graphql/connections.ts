/** Keyset pages, the Relay way: which rows to read for the arguments of a connection, and the page made of them. */
import { limits } from '../limits.ts';
import type { LatestPageRequest, LatestPosition } from '../platform/latest-per-owner.ts';
import { isUuid } from '../platform/uuid.ts';
import { cursorNumber, decodeCursor, encodeCursor } from './cursors.ts';
import { asGraphQLError, requestErrors } from './errors.ts';

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** Which rows to read: `limit` of them is one more than the page holds, to know whether there is more. */
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

/** How many items a connection may have, for its cost. */
export const pageCost = ({ first, last }: PageArguments): { field: number; multiplier: number } => ({
  field: 1,
  multiplier: Math.min(first ?? last ?? limits.defaultPageSize, limits.pageSize),
});

/**
 * Makes the page of rows that were read in the direction of the request, up to size + 1 of them.
 * The list is always in its own order, also when it was read from its end.
 */
export function pageOf<Row>(request: PageRequest, rows: readonly Row[], cursorOf: (row: Row) => string) {
  const inPage = rows.slice(0, request.size);
  const hasMore = rows.length > request.size;
  const edges = (request.isFromEnd ? inPage.reverse() : inPage).map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    pageInfo: {
      // What lies on the side that was not read is known only from the cursor that bounds it.
      hasNextPage: request.isFromEnd ? request.before !== undefined : hasMore,
      hasPreviousPage: request.isFromEnd ? hasMore : request.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** @throws for a cursor that is none of this list's */
export function cursorMalformed(cursor: string): never {
  throw asGraphQLError(
    requestErrors.CURSOR_MALFORMED.occurWith(
      `"${cursor.slice(0, 80)}" is not a cursor of this list. Cursors are opaque: use \`cursor\`, \`startCursor\` or \`endCursor\` unchanged.`,
    ),
  );
}

/**
 * The keyset of a list that is in the order of the moment in `column`, newest first, and of the id among equal moments.
 * `mark` tells its cursors from those of other lists.
 */
export function newestFirst<Column extends string>(column: Column, mark: string) {
  type Row = { readonly id: string } & { readonly [key in Column]: Date };
  const placeOf = (cursor: string): LatestPosition => {
    const [time, id] = decodeCursor(mark, cursor) ?? [];
    const ms = cursorNumber(time);
    return ms !== undefined && id && isUuid(id) ? { at: new Date(ms), id } : cursorMalformed(cursor);
  };
  const beyond = (side: 'lt' | 'gt', { at, id }: LatestPosition) => ({
    OR: [{ [column]: { [side]: at } }, { [column]: at, id: { [side]: id } }],
  });
  return {
    cursorOf: (row: Row) => encodeCursor(mark, [row[column].getTime(), row.id]),
    /** What narrows the list to the rows that a page is made of. @throws for a cursor of another list */
    within: ({ after, before }: PageRequest) => [
      ...(after === undefined ? [] : [beyond('lt', placeOf(after))]),
      ...(before === undefined ? [] : [beyond('gt', placeOf(before))]),
    ],
    /** The request as it came. @throws for a cursor of another list */
    checked: (request: PageRequest): PageRequest => {
      for (const cursor of [request.after, request.before]) if (cursor !== undefined) placeOf(cursor);
      return request;
    },
    /** The same for `readNewest`. @throws for a cursor of another list */
    window: ({ after, before, size, isFromEnd }: PageRequest): LatestPageRequest => ({
      after: after === undefined ? undefined : placeOf(after),
      before: before === undefined ? undefined : placeOf(before),
      limit: size + 1,
      isFromEnd,
    }),
    /** How those rows are read. */
    reading: ({ isFromEnd, size }: PageRequest) => {
      const direction = isFromEnd ? ('asc' as const) : ('desc' as const);
      return { orderBy: [{ [column]: direction }, { id: direction }], take: size + 1 };
    },
  };
}
