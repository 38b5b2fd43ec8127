/** Finding spaces: filters, sorts, the total, and the number of spaces for each value of a filter. */
import { visibleSpacesSql } from '../access/access.ts';
import type { Viewer } from '../access/viewer.ts';
import { Prisma, type SpaceKind } from '../generated/prisma/client.ts';
import { cursorNumber, decodeCursor, encodeCursor } from '../graphql/cursors.ts';
import { limits } from '../limits.ts';
import type { DayRange } from '../platform/days.ts';
import type { Db } from '../platform/db.ts';
import { recordOf } from '../platform/objects.ts';
import { isUuid } from '../platform/uuid.ts';
import { spacesFreeBetween } from './availability.ts';
import { spaceContainsWordSql } from './space-texts.ts';

/** The filters of a search. Those that are undefined do not filter. A space matches a list if it has one of its values. */
export interface SpaceFilter {
  readonly kinds?: readonly SpaceKind[] | undefined;
  /** Canonical BCP 47 tags. */
  readonly languages?: readonly string[] | undefined;
  /** ISO 3166-1 alpha-2 codes. */
  readonly countries?: readonly string[] | undefined;
  /** ISO 4217 code. Currency, prices and `isMonthly` apply to the same price option. */
  readonly currency?: string | undefined;
  /** In minor units of the currency. */
  readonly minPrice?: number | undefined;
  readonly maxPrice?: number | undefined;
  readonly isMonthly?: boolean | undefined;
  readonly sellerId?: string | undefined;
  /** In pixels. */
  readonly formatWidth?: number | undefined;
  readonly formatHeight?: number | undefined;
  /** Words of `searchWordsOf` that must all occur in the text of the space. Without any word in the list, no space is found. */
  readonly words?: readonly string[] | undefined;
  /** The days on each of which a place is free. */
  readonly freeDays?: DayRange | undefined;
}

/** A search: the spaces that a viewer may see and that match a filter. */
export interface SpaceSearch {
  readonly viewer: Viewer;
  readonly filter: SpaceFilter;
}

/** The filters whose values are counted. The price range belongs to `currencies`. */
export const facets = ['kinds', 'languages', 'countries', 'currencies', 'monthly'] as const;
export type Facet = (typeof facets)[number];

/** A value of a facet, and the number of spaces that have it. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export type FacetCounts = Readonly<Record<Facet, readonly FacetCount[]>>;

/** Joins conditions, none of which is left out. */
const allOf = (conditions: readonly (Prisma.Sql | undefined)[]): Prisma.Sql =>
  Prisma.join(
    conditions.filter((condition) => condition !== undefined),
    ' and ',
  );

/** The conditions on the columns of space, without the filter of one facet. */
const spaceConditions = ({ viewer, filter }: SpaceSearch, without?: Facet): Prisma.Sql[] => {
  const { kinds, languages, countries, sellerId, formatWidth, formatHeight, freeDays, words } = filter;
  return [
    visibleSpacesSql(viewer),
    kinds && without !== 'kinds' ? Prisma.sql`space.kind = any(${[...kinds]}::"SpaceKind"[])` : undefined,
    languages && without !== 'languages' ? Prisma.sql`space.languages && ${[...languages]}::text[]` : undefined,
    countries && without !== 'countries' ? Prisma.sql`space.countries && ${[...countries]}::text[]` : undefined,
    sellerId === undefined ? undefined : Prisma.sql`space.seller_id = ${sellerId}::uuid`,
    formatWidth === undefined ? undefined : Prisma.sql`space.format_width = ${formatWidth}`,
    formatHeight === undefined ? undefined : Prisma.sql`space.format_height = ${formatHeight}`,
    freeDays && spacesFreeBetween(freeDays),
    words?.length === 0 ? Prisma.sql`false` : undefined,
    ...(words ?? []).map(spaceContainsWordSql),
  ].filter((condition) => condition !== undefined);
};

/** The conditions on a price option under the alias `option`, without the filter of one facet; none if nothing filters. */
function optionFilters({ filter }: SpaceSearch, option: Prisma.Sql, without?: Facet): Prisma.Sql[] {
  const { currency, minPrice, maxPrice, isMonthly } = filter;
  const prices =
    without === 'currencies'
      ? []
      : [
          currency === undefined ? undefined : Prisma.sql`${option}.currency = ${currency}`,
          minPrice === undefined ? undefined : Prisma.sql`${option}.price_minor_units >= ${minPrice}::bigint`,
          maxPrice === undefined ? undefined : Prisma.sql`${option}.price_minor_units <= ${maxPrice}::bigint`,
        ];
  const monthly =
    isMonthly === undefined || without === 'monthly' ? undefined : Prisma.sql`${option}.is_monthly = ${isMonthly}`;
  return [...prices, monthly].filter((condition) => condition !== undefined);
}

/** The same conditions for an option that is offered. */
const offeredOption = (search: SpaceSearch, option: Prisma.Sql, without?: Facet): Prisma.Sql =>
  allOf([Prisma.sql`${option}.archived_at is null`, ...optionFilters(search, option, without)]);

const optionAlias = Prisma.raw('option');
const cheaperAlias = Prisma.raw('cheaper');

/** The condition of a search on a row of space, without the filter of one facet. */
function matches(search: SpaceSearch, without?: Facet): Prisma.Sql {
  const hasOption =
    optionFilters(search, optionAlias, without).length > 0
      ? Prisma.sql`exists (select 1 from price_option as option
          where option.space_id = space.id and ${offeredOption(search, optionAlias, without)})`
      : undefined;
  return allOf([...spaceConditions(search, without), hasOption]);
}

/** A row of the result: its id, and its price for a sort by price. */
interface SortedRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly price: bigint | null;
}

/** A sort: equal keys are sorted by id in the same direction. Each sort has an index. */
interface SpaceSort {
  readonly isDescending: boolean;
  /** The table expression with the conditions of the search. */
  readonly rows: (search: SpaceSearch) => Prisma.Sql;
  readonly key: Prisma.Sql;
  readonly id: Prisma.Sql;
  /** The content of a cursor besides the id. */
  readonly partsOf: (row: SortedRow) => readonly (number | bigint)[];
  /** The key of a position; undefined if these are not the parts of a cursor. */
  readonly keyAt: (parts: readonly string[], id: string) => Prisma.Sql | undefined;
}

const spaceRows = (search: SpaceSearch): Prisma.Sql => Prisma.sql`
  select space.id, space.created_at as "createdAt", null::bigint as price from space where ${matches(search)}`;

/** The cheapest matching option of each space, read in the order of the index of prices. */
const priceRows = (search: SpaceSearch): Prisma.Sql => Prisma.sql`
  select space.id, space.created_at as "createdAt", option.price_minor_units as price
  from price_option as option join space on space.id = option.space_id
  where ${allOf([offeredOption(search, optionAlias), ...spaceConditions(search)])}
    and not exists (select 1 from price_option as cheaper
      where cheaper.space_id = option.space_id and ${offeredOption(search, cheaperAlias)}
        and (cheaper.price_minor_units, cheaper.id) < (option.price_minor_units, option.id))`;

const byPrice = {
  rows: priceRows,
  key: Prisma.raw('option.price_minor_units'),
  id: Prisma.raw('option.space_id'),
  partsOf: ({ price }) => [price ?? 0n],
  keyAt: ([price]) => {
    const minorUnits = cursorNumber(price);
    return minorUnits === undefined ? undefined : Prisma.sql`${minorUnits}::bigint`;
  },
} as const satisfies Partial<SpaceSort>;

/** The sorts of spaces by name. A sort by price needs a currency. */
export const spaceSorts = {
  NEWEST: {
    isDescending: true,
    rows: spaceRows,
    key: Prisma.raw('space.created_at'),
    id: Prisma.raw('space.id'),
    partsOf: ({ createdAt }) => [createdAt.getTime()],
    keyAt: ([time]) => {
      const ms = cursorNumber(time);
      return ms === undefined ? undefined : Prisma.sql`${new Date(ms)}::timestamptz`;
    },
  },
  PRICE_LOW_TO_HIGH: { ...byPrice, isDescending: false },
  PRICE_HIGH_TO_LOW: { ...byPrice, isDescending: true },
  TITLE: {
    isDescending: false,
    rows: spaceRows,
    key: Prisma.raw('space.title'),
    id: Prisma.raw('space.id'),
    // A title may be longer than a cursor: it is read again. A space that was renamed has moved, and so has its cursor.
    partsOf: () => [],
    keyAt: (_parts, id) => Prisma.sql`(select named.title from space as named where named.id = ${id}::uuid)`,
  },
} as const satisfies Readonly<Record<string, SpaceSort>>;
export type SpaceSortName = keyof typeof spaceSorts;

export const isPriceSort = (sort: SpaceSortName): boolean => spaceSorts[sort].rows === priceRows;

/** The cursors of a sort are distinct from those of the others. Those of NEWEST are those of other lists of spaces. */
const cursorKindOf = (sort: SpaceSortName): string => (sort === 'NEWEST' ? 's' : `s-${sort}`);

/** A position in a sorted list, as SQL. */
export interface SpacePosition {
  readonly key: Prisma.Sql;
  readonly id: string;
}

export const encodeSpaceCursor = (sort: SpaceSortName, row: SortedRow): string =>
  encodeCursor(cursorKindOf(sort), [...spaceSorts[sort].partsOf(row), row.id]);

/** The position of a cursor; undefined if it is not a cursor of this sort. */
export function decodeSpaceCursor(sort: SpaceSortName, cursor: string): SpacePosition | undefined {
  const parts = decodeCursor(cursorKindOf(sort), cursor);
  const id = parts?.at(-1);
  if (!parts || id === undefined || !isUuid(id)) return undefined;
  const key = spaceSorts[sort].keyAt(parts.slice(0, -1), id);
  return key && { key, id };
}

export interface SpacePageRequest {
  readonly sort: SpaceSortName;
  readonly after: SpacePosition | undefined;
  readonly before: SpacePosition | undefined;
  readonly limit: number;
  readonly isFromEnd: boolean;
}

/** The rows of a page of a search, in the direction of the request. One statement. */
export const listSpaces = (db: Db, search: SpaceSearch, request: SpacePageRequest): Promise<SortedRow[]> =>
  db.$queryRaw<SortedRow[]>(listSpacesSql(search, request));

/** The statement: it reads its page from the index of the sort. */
export function listSpacesSql(
  search: SpaceSearch,
  { sort, after, before, limit, isFromEnd }: SpacePageRequest,
): Prisma.Sql {
  const { rows, key, id, isDescending }: SpaceSort = spaceSorts[sort];
  const beyond = (position: SpacePosition | undefined, isLater: boolean) =>
    position &&
    Prisma.sql`(${key}, ${id}) ${Prisma.raw(isLater === isDescending ? '<' : '>')} (${position.key}, ${position.id}::uuid)`;
  const bounds = [beyond(after, true), beyond(before, false)].filter((condition) => condition !== undefined);
  const bounded = bounds.length > 0 ? Prisma.sql`and ${allOf(bounds)}` : Prisma.empty;
  const direction = Prisma.raw(isDescending === isFromEnd ? 'asc' : 'desc');
  return Prisma.sql`
    ${rows(search)} ${bounded} order by ${key} ${direction}, ${id} ${direction} limit ${limit}`;
}

/** The number of spaces that a search finds. */
export async function countSpaces(db: Db, search: SpaceSearch): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from space where ${matches(search)}`;
  return row?.count ?? 0;
}

/**
 * For each facet, the number of spaces for each value that spaces have, with the filters of the other facets applied; the
 * most frequent values first. One statement.
 */
export async function countFacets(db: Db, search: SpaceSearch): Promise<FacetCounts> {
  const selects = facets.map(
    (facet) => Prisma.sql`(select ${facet}::text as facet, value, count(*)::int as count
      from (${facetValues(search, facet)}) as found (value, id)
      group by value order by count desc, value limit ${limits.spaces.facetValues})`,
  );
  const rows = await db.$queryRaw<(FacetCount & { facet: Facet })[]>`${Prisma.join(selects, ' union all ')}`;
  return recordOf(facets, (facet) => rows.filter((row) => row.facet === facet));
}

/** The values of a facet with the ids of the spaces that have them, each pair once. */
function facetValues(search: SpaceSearch, facet: Facet): Prisma.Sql {
  const isFound = matches(search, facet);
  switch (facet) {
    case 'kinds':
      return Prisma.sql`select space.kind::text, space.id from space where ${isFound}`;
    case 'languages':
      return Prisma.sql`select tag, space.id from space, unnest(space.languages) as tag where ${isFound}`;
    case 'countries':
      return Prisma.sql`select code, space.id from space, unnest(space.countries) as code where ${isFound}`;
    case 'currencies':
      return optionValues(search, { facet, value: Prisma.raw('option.currency::text') });
    case 'monthly':
      return optionValues(search, { facet, value: Prisma.raw('option.is_monthly::text') });
  }
}

const optionValues = (
  search: SpaceSearch,
  { facet, value }: { readonly facet: Facet; readonly value: Prisma.Sql },
): Prisma.Sql => Prisma.sql`
  select distinct ${value}, space.id from space join price_option as option on option.space_id = space.id
  where ${allOf([...spaceConditions(search, facet), offeredOption(search, optionAlias, facet)])}`;
