/** The query of buyers: `spaces` with filters, sorts, the total, and counts for each value of a filter. */
import { builder } from '../graphql/builder.ts';
import { nodeQuery } from '../graphql/connection-types.ts';
import { pageCost, pageOf, pageRequest, pageWindow } from '../graphql/connections.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { limits } from '../limits.ts';
import type { Day, DayRange } from '../platform/days.ts';
import { InputInvalid, type InputProblem } from '../platform/errors.ts';
import { requireReadableDays } from '../platform/readable-range.ts';
import { requireSearchWords, searchRules } from '../platform/search-text.ts';
import { rangeProblem } from '../process/fields.ts';
import {
  countFacets,
  countSpaces,
  decodeSpaceCursor,
  encodeSpaceCursor,
  type FacetCount,
  type FacetCounts,
  isPriceSort,
  listSpaces,
  type SpaceFilter,
  type SpaceSearch,
  type SpaceSortName,
} from './find-spaces.ts';
import { SpaceKindEnum, SpaceType } from './space.schema.ts';
import { parseCodes } from './space-fields.ts';

const SpaceFilterInput = builder.inputType('SpaceFilter', {
  description:
    'Filter for a list of spaces. Omitted fields do not filter; a list matches spaces with one of its values.',
  fields: (t) => ({
    kinds: t.field({ type: [SpaceKindEnum], description: 'Only spaces of one of these kinds.' }),
    languages: t.stringList({ description: 'Only spaces with one of these languages, as exact BCP 47 tags.' }),
    countries: t.stringList({ description: 'Only spaces with one of these countries, as ISO 3166-1 alpha-2 codes.' }),
    currency: t.field({ type: 'Currency', description: 'Only spaces with a price option in this currency.' }),
    minPrice: t.field({
      type: 'SafeInt',
      description: 'Lowest price of an option, in minor units of `currency`, which is required then.',
    }),
    maxPrice: t.field({
      type: 'SafeInt',
      description: 'Highest price of an option, in minor units of `currency`, which is required then.',
    }),
    isMonthly: t.boolean({
      description:
        'Only spaces with an option that is, or is not, paid monthly. Currency and prices apply to that option.',
    }),
    sellerId: t.id({ description: 'Only spaces of this seller: the id of an account.' }),
    formatWidth: t.int({ description: 'Only spaces with this width in pixels.' }),
    formatHeight: t.int({ description: 'Only spaces with this height in pixels.' }),
    text: t.string({
      description: `Words that must all occur in the title, description or audience of the space or in the name of its seller. ${searchRules}`,
    }),
    freeFrom: t.field({
      type: 'Date',
      description: `First of at most ${limits.availability.rangeDays} days on each of which the spaces have a free place. Required with \`freeTo\`.`,
    }),
    freeTo: t.field({
      type: 'Date',
      description: 'Last of the days on each of which the spaces have a free place. Required with `freeFrom`.',
    }),
  }),
});

const sortDescriptions = {
  NEWEST: { description: 'The newest space comes first.' },
  PRICE_LOW_TO_HIGH: {
    description:
      'By the lowest price of the matching options, ascending. Needs `filter.currency`; other spaces are left out.',
  },
  PRICE_HIGH_TO_LOW: {
    description: 'By the lowest price of the matching options, descending. Needs `filter.currency`.',
  },
  TITLE: { description: 'By the title in alphabetical order.' },
} as const satisfies Record<SpaceSortName, object>;
const SpaceSortEnum = builder.enumType('SpaceSort', {
  description: 'The order of a list of spaces.',
  values: sortDescriptions,
});

const countField = { description: 'Number of spaces that have the value.' };
const SpaceKindCountType = builder.objectRef<FacetCount>('SpaceKindCount').implement({
  description: 'Number of spaces of one kind.',
  fields: (t) => ({
    // The column contains only values of the enum.
    value: t.field({
      type: SpaceKindEnum,
      description: 'The kind that is counted here.',
      resolve: ({ value }) => value as typeof SpaceKindEnum.$inferType,
    }),
    count: t.exposeInt('count', countField),
  }),
});
const TextCountType = builder.objectRef<FacetCount>('TextCount').implement({
  description: 'Number of spaces with one value.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The code that is counted here.' }),
    count: t.exposeInt('count', countField),
  }),
});
const BooleanCountType = builder.objectRef<FacetCount>('BooleanCount').implement({
  description: 'Number of spaces with true or false.',
  fields: (t) => ({
    value: t.boolean({ description: 'The value that is counted here.', resolve: ({ value }) => value === 'true' }),
    count: t.exposeInt('count', countField),
  }),
});

const FacetsType = builder.objectRef<FacetCounts>('SpaceFacets').implement({
  description: `Numbers of spaces for the values of each filter, with the other filters applied: at most ${limits.spaces.facetValues} values, the most frequent first.`,
  fields: (t) => ({
    kinds: t.expose('kinds', { type: [SpaceKindCountType], description: 'Number of spaces of each kind.' }),
    languages: t.expose('languages', { type: [TextCountType], description: 'Number of spaces for each language.' }),
    countries: t.expose('countries', { type: [TextCountType], description: 'Number of spaces for each country.' }),
    currencies: t.expose('currencies', {
      type: [TextCountType],
      description: 'Number of spaces for each currency of their options, without the price range.',
    }),
    monthly: t.expose('monthly', {
      type: [BooleanCountType],
      description: 'Number of spaces with monthly options, and with others.',
    }),
  }),
});

/** A connection of its own: no other list of spaces has a total and facets. They are read only if they are selected. */
const SpaceSearchConnection = builder.connectionObject(
  {
    type: SpaceType,
    name: 'SpaceSearchConnection',
    description: 'A page of the spaces that were found.',
    fields: (t) => ({
      totalCount: t.int({
        description: 'Number of spaces that were found, on all pages.',
        complexity: 5,
        resolve: (page, _args, { app }) => countSpaces(app.db, searchOf(page)),
      }),
      facets: t.field({
        type: FacetsType,
        description: 'Numbers of spaces for the values of each filter.',
        complexity: 20,
        resolve: (page, _args, { app }) => countFacets(app.db, searchOf(page)),
      }),
    }),
  },
  { name: 'SpaceSearchEdge', description: 'A space that was found, with its place in the list.' },
);

/** The search of a page, which the resolver of the list has added. */
const searchOf = (page: object): SpaceSearch => (page as { readonly search: SpaceSearch }).search;

/** The filter of an input. @throws InputInvalid with all problems */
function parseFilter(
  { languages, countries, sellerId, freeFrom, freeTo, text, ...input }: typeof SpaceFilterInput.$inferInput,
  sort: SpaceSortName,
): SpaceFilter {
  const problems: InputProblem[] = [];
  const { minPrice, maxPrice, currency } = input;
  for (const [field, value] of Object.entries({ minPrice, maxPrice })) {
    const message = typeof value === 'number' ? rangeProblem(value, { min: 0, max: limits.minorUnits }) : undefined;
    if (message) problems.push({ field, message });
  }
  if (!currency && (typeof minPrice === 'number' || typeof maxPrice === 'number' || isPriceSort(sort)))
    problems.push({ field: 'currency', message: 'is required with `minPrice`, `maxPrice` and a sort by price' });
  const filter: SpaceFilter = {
    kinds: input.kinds ?? undefined,
    currency: currency ?? undefined,
    minPrice: minPrice ?? undefined,
    maxPrice: maxPrice ?? undefined,
    isMonthly: input.isMonthly ?? undefined,
    formatWidth: input.formatWidth ?? undefined,
    formatHeight: input.formatHeight ?? undefined,
    languages: languages ? parseCodes('languages', languages, problems) : undefined,
    countries: countries ? parseCodes('countries', countries, problems) : undefined,
    sellerId: sellerId ? rowIdOf('Account', String(sellerId)) : undefined,
    freeDays: parseFreeDays(freeFrom, freeTo, problems),
    words: text?.trim() ? requireSearchWords(text, 'text') : undefined,
  };
  if (problems.length > 0) throw new InputInvalid(problems);
  return filter;
}

/** The days of `freeFrom` and `freeTo`; undefined without them. @throws InputInvalid if the range cannot be read */
function parseFreeDays(
  from: Day | null | undefined,
  to: Day | null | undefined,
  problems: InputProblem[],
): DayRange | undefined {
  if (!from && !to) return undefined;
  if (!from || !to) {
    const [field, other] = from ? ['freeTo', 'freeFrom'] : ['freeFrom', 'freeTo'];
    problems.push({ field, message: `is required with \`${other}\`` });
    return undefined;
  }
  const range = { from, to };
  requireReadableDays(range, limits.availability.rangeDays, { from: 'freeFrom', to: 'freeTo' });
  return range;
}

builder.queryField('spaces', (t) =>
  t.connection(
    {
      type: SpaceType,
      description: 'The spaces on offer. Can be read without signing in.',
      complexity: pageCost,
      args: {
        filter: t.arg({ type: SpaceFilterInput, description: 'Filter for the list; all spaces if omitted.' }),
        sort: t.arg({
          type: SpaceSortEnum,
          required: true,
          defaultValue: 'NEWEST',
          description: 'The order of the spaces in the list.',
        }),
        sellerId: t.arg.id({
          description: 'Only spaces of this seller: the id of an account.',
          deprecationReason: 'Use `filter.sellerId`. The argument works until 31 May 2027.',
        }),
      },
      resolve: async (_root, { filter: given, sort, sellerId, ...args }, context, info) => {
        const { app, viewer } = context;
        const filter = parseFilter({ sellerId: sellerId ?? null, ...given }, sort);
        const search: SpaceSearch = { viewer, filter };
        const request = pageRequest(args);
        const window = pageWindow(request, (cursor) => decodeSpaceCursor(sort, cursor));
        const sortedRows = await listSpaces(app.db, search, { sort, ...window });
        const query = nodeQuery('Space', context, info);
        const spaces = await app.db.space.findMany({ ...query, where: { id: { in: sortedRows.map(({ id }) => id) } } });
        const byId = new Map(spaces.map((space) => [space.id, space]));
        const rows = sortedRows.flatMap((row) => {
          const space = byId.get(row.id);
          return space ? [{ ...row, ...space }] : [];
        });
        return { ...pageOf(request, rows, (row) => encodeSpaceCursor(sort, row)), search };
      },
    },
    SpaceSearchConnection,
  ),
);
