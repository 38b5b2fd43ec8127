/** Finding spaces: filters, sorts across pages, totals and facets, compared with a search in memory. */
import { beforeAll, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { isPriceSort, listSpacesSql, type SpaceSortName, spaceSorts } from '../../src/spaces/find-spaces.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { rowsTouched } from '../support/query-plans.ts';
import { pick, seededRandom } from '../support/random.ts';
import { countStatements } from '../support/statements.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();

const kinds = ['WEBSITE', 'NEWSLETTER', 'PODCAST'] as const;
const languages = ['de', 'en', 'pt-BR'];
const countries = ['DE', 'FR', 'PT'];
const currencies = ['EUR', 'USD'];
const statuses = ['LISTED', 'LISTED', 'LISTED', 'DRAFT', 'UNLISTED', 'ARCHIVED'] as const;

interface StoredOption {
  readonly price: number;
  readonly currency: string;
  readonly isMonthly: boolean;
  readonly isArchived: boolean;
}
interface StoredSpace {
  readonly id: string;
  readonly title: string;
  readonly sellerId: string;
  readonly status: (typeof statuses)[number];
  readonly kind: (typeof kinds)[number];
  readonly languages: readonly string[];
  readonly countries: readonly string[];
  readonly width: number;
  readonly createdAt: number;
  readonly options: readonly StoredOption[];
}

let anonymous: ApiClient;
let operator: TestPerson;
let sellers: TestPerson[];
const stored: StoredSpace[] = [];

beforeAll(async () => {
  anonymous = apiClient(server.url);
  operator = await factory.createOperator();
  sellers = [await factory.createPerson(), await factory.createPerson()];
  const random = seededRandom(7);
  const some = (values: readonly string[]) => values.filter(() => random() < 0.4);
  const start = server.clock.now().getTime();
  for (let index = 0; index < 90; index += 1) {
    const space = {
      // Equal titles, times and prices are frequent, so that pages end between equal keys.
      title: `Title ${pick(random, ['a', 'b', 'c'])}`,
      sellerId: pick(random, sellers).accountId,
      status: pick(random, statuses),
      kind: pick(random, kinds),
      languages: some(languages),
      countries: some(countries),
      width: pick(random, [300, 970]),
      createdAt: start + Math.floor(random() * 5) * 1_000,
      options: Array.from({ length: Math.floor(random() * 4) }, () => ({
        price: pick(random, [100, 200, 300]),
        currency: pick(random, currencies),
        isMonthly: random() < 0.3,
        isArchived: random() < 0.2,
      })),
    };
    const { width, createdAt, options, ...columns } = space;
    const { id } = await server.app.db.space.create({
      data: {
        ...columns,
        description: 'A place.',
        formatWidth: width,
        createdAt: new Date(createdAt),
        options: {
          create: options.map(({ price, isArchived, ...option }, position) => ({
            ...{ ...option, title: 'one', priceMinorUnits: BigInt(price), measure: 'FLAT', position: position + 1 },
            archivedAt: isArchived ? server.clock.now() : null,
          })),
        },
      },
    });
    stored.push({ ...space, id: toGlobalId('Space', id) });
  }
});

interface Filter {
  readonly kinds?: readonly string[];
  readonly languages?: readonly string[];
  readonly countries?: readonly string[];
  readonly currency?: string;
  readonly minPrice?: number;
  readonly maxPrice?: number;
  readonly isMonthly?: boolean;
  readonly sellerId?: string;
  readonly formatWidth?: number;
}
type Part = 'kinds' | 'languages' | 'countries' | 'currencies' | 'monthly';

const hasOne = (wanted: readonly string[] | undefined, values: readonly string[]) =>
  !wanted || values.some((value) => wanted.includes(value));

/** The options that match, without the filter of one facet. */
const optionsOf = ({ options }: StoredSpace, filter: Filter, without?: Part): readonly StoredOption[] =>
  options.filter(
    ({ price, currency, isMonthly, isArchived }) =>
      !isArchived &&
      (without === 'monthly' || filter.isMonthly === undefined || isMonthly === filter.isMonthly) &&
      (without === 'currencies' ||
        ((filter.currency === undefined || currency === filter.currency) &&
          price >= (filter.minPrice ?? 0) &&
          price <= (filter.maxPrice ?? 1_000))),
  );

const filtersOptions = ({ currency, isMonthly }: Filter, without?: Part) =>
  (currency !== undefined && without !== 'currencies') || (isMonthly !== undefined && without !== 'monthly');

/** The spaces that a viewer finds, without the filter of one facet. */
const search = (viewer: TestPerson | undefined, filter: Filter, without?: Part): StoredSpace[] =>
  stored.filter(
    (space) =>
      (space.status === 'LISTED' || viewer === operator || space.sellerId === viewer?.accountId) &&
      (without === 'kinds' || hasOne(filter.kinds, [space.kind])) &&
      (without === 'languages' || hasOne(filter.languages, space.languages)) &&
      (without === 'countries' || hasOne(filter.countries, space.countries)) &&
      (filter.sellerId === undefined || filter.sellerId === toGlobalId('Account', space.sellerId)) &&
      (filter.formatWidth === undefined || filter.formatWidth === space.width) &&
      (!filtersOptions(filter, without) || optionsOf(space, filter, without).length > 0),
  );

const countBy = (values: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]));

const facetsOf = (viewer: TestPerson | undefined, filter: Filter): Record<Part, Record<string, number>> => ({
  kinds: countBy(search(viewer, filter, 'kinds').map(({ kind }) => kind)),
  languages: countBy(search(viewer, filter, 'languages').flatMap((space) => space.languages)),
  countries: countBy(search(viewer, filter, 'countries').flatMap((space) => space.countries)),
  currencies: countBy(
    search(viewer, filter, 'currencies').flatMap((space) => [
      ...new Set(optionsOf(space, filter, 'currencies').map(({ currency }) => currency)),
    ]),
  ),
  monthly: countBy(
    search(viewer, filter, 'monthly').flatMap((space) => [
      ...new Set(optionsOf(space, filter, 'monthly').map(({ isMonthly }) => String(isMonthly))),
    ]),
  ),
});

const list = `query ($filter: SpaceFilter, $sort: SpaceSort!, $first: Int, $after: String, $last: Int, $before: String) {
  spaces(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
    totalCount edges { cursor node { id title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
const count = '{ value count }';
const summary = `query ($filter: SpaceFilter) { spaces(filter: $filter, first: 1) { totalCount
  facets { kinds ${count} languages ${count} countries ${count} currencies ${count} monthly ${count} } } }`;

async function readAll(who: ApiClient, variables: Data, size: number): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const { spaces }: Data = await who.ask(list, { ...variables, first: size, after });
    ids.push(...spaces.edges.map(({ node }: Data) => node.id));
    if (!spaces.pageInfo.hasNextPage) return ids;
    after = spaces.pageInfo.endCursor;
  }
}

async function readAllFromEnd(who: ApiClient, variables: Data, size: number): Promise<string[]> {
  const ids: string[] = [];
  for (let before: string | null = null; ; ) {
    const { spaces }: Data = await who.ask(list, { ...variables, last: size, before });
    ids.unshift(...spaces.edges.map(({ node }: Data) => node.id));
    if (!spaces.pageInfo.hasPreviousPage) return ids;
    before = spaces.pageInfo.startCursor;
  }
}

const keyOf = {
  NEWEST: ({ createdAt }: StoredSpace) => -createdAt,
  TITLE: ({ title }: StoredSpace) => title.charCodeAt(title.length - 1),
  PRICE_LOW_TO_HIGH: (space: StoredSpace, filter: Filter) => lowestPrice(space, filter),
  PRICE_HIGH_TO_LOW: (space: StoredSpace, filter: Filter) => -lowestPrice(space, filter),
} as const;
const lowestPrice = (space: StoredSpace, filter: Filter): number =>
  Math.min(...optionsOf(space, filter).map(({ price }) => price));

const filters: Filter[] = [
  { currency: 'EUR' },
  { currency: 'USD', isMonthly: false },
  { currency: 'EUR', minPrice: 150, maxPrice: 250, kinds: ['WEBSITE', 'PODCAST'] },
  { currency: 'EUR', languages: ['en', 'de'], countries: ['PT', 'DE'], formatWidth: 970 },
];

describe('a list of spaces', () => {
  test.each(Object.keys(keyOf) as (keyof typeof keyOf)[])(
    'sorted by %s has each space once on its pages, from both ends, in the order of the sort',
    async (sort) => {
      for (const filter of filters)
        for (const viewer of [undefined, sellers[0], operator]) {
          const expected = search(viewer, filter);
          const who = viewer ?? anonymous;

          const ids = await readAll(who, { filter, sort }, 4);
          const fromEnd = await readAllFromEnd(who, { filter, sort }, 7);

          expect([...ids].sort()).toEqual(expected.map(({ id }) => id).sort());
          expect(fromEnd).toEqual(ids);
          const keys = ids.map((id) => {
            const space = expected.find((one) => one.id === id);
            return space ? keyOf[sort](space, filter) : Number.NaN;
          });
          expect(keys).toEqual([...keys].sort((one, other) => one - other));
        }
    },
  );

  test('has the total and the counts for each filter value that a search in memory finds', async () => {
    const random = seededRandom(11);
    const maybe = <Value>(value: Value): Value | undefined => (random() < 0.4 ? value : undefined);
    for (let round = 0; round < 40; round += 1) {
      const currency = maybe(pick(random, currencies));
      const filter: Filter = JSON.parse(
        JSON.stringify({
          kinds: maybe([pick(random, kinds), pick(random, kinds)]),
          languages: maybe([pick(random, languages)]),
          countries: maybe([pick(random, countries)]),
          currency,
          minPrice: currency && maybe(150),
          maxPrice: currency && maybe(250),
          isMonthly: maybe(random() < 0.5),
          sellerId: maybe(toGlobalId('Account', pick(random, sellers).accountId)),
          formatWidth: maybe(300),
        }),
      );
      const { viewer } = pick(random, [{ viewer: undefined }, { viewer: sellers[1] }, { viewer: operator }]);

      const { spaces } = await (viewer ?? anonymous).ask(summary, { filter });

      const what = `round ${round}: ${JSON.stringify(filter)}`;
      expect(spaces.totalCount, what).toBe(search(viewer, filter).length);
      const counted = Object.fromEntries(
        Object.entries(spaces.facets as Record<Part, { value: unknown; count: number }[]>).map(([name, values]) => [
          name,
          Object.fromEntries(values.map(({ value, count: number }) => [String(value), number])),
        ]),
      );
      expect(counted, what).toEqual(facetsOf(viewer, filter));
      for (const values of Object.values(spaces.facets as Record<Part, { count: number }[]>))
        expect(values.map((one) => one.count)).toEqual(values.map((one) => one.count).sort((a, b) => b - a));
    }
  });

  test('accepts the deprecated argument sellerId, and language tags and countries in any case', async () => {
    const sellerId = toGlobalId('Account', sellers[0]?.accountId ?? '');
    const read = async (args: string): Promise<number> =>
      (await anonymous.ask(`{ spaces${args} { totalCount } }`)).spaces.totalCount;

    expect(await read(`(sellerId: "${sellerId}")`)).toBe(search(undefined, { sellerId }).length);
    expect(await read('(filter: { languages: ["PT-br"], countries: ["de"] })')).toBe(
      search(undefined, { languages: ['pt-BR'], countries: ['DE'] }).length,
    );
    expect(await read('(filter: { kinds: [] })')).toBe(0);
    expect(await read('')).toBe(search(undefined, {}).length);
  });

  test('refuses filters and cursors that are not valid, with all problems', async () => {
    const problemsOf = async (args: string) => {
      const { errors } = await anonymous.send(`{ spaces${args} { totalCount } }`);
      return [
        errors?.[0]?.extensions?.['code'],
        (errors?.[0]?.extensions?.['problems'] as Data[] | undefined)?.map(({ field }) => field),
      ];
    };

    expect(await problemsOf('(sort: PRICE_LOW_TO_HIGH)')).toEqual(['INPUT_INVALID', ['currency']]);
    expect(await problemsOf('(filter: { minPrice: -1, languages: ["?"], countries: ["XX", "XX"] })')).toEqual([
      'INPUT_INVALID',
      ['minPrice', 'currency', 'languages', 'countries'],
    ]);
    expect(await problemsOf(`(filter: { currency: "EUR", maxPrice: ${limits.minorUnits + 1} })`)).toEqual([
      'INPUT_INVALID',
      ['maxPrice'],
    ]);
    expect(await problemsOf('(filter: { currency: "ABC" })')).toEqual(['GRAPHQL_VALIDATION_FAILED', undefined]);
    for (const filter of ['sellerId: "x"', 'formatWidth: -1', 'formatHeight: 2147483647'])
      expect((await anonymous.ask(`{ spaces(filter: { ${filter} }) { totalCount } }`)).spaces.totalCount).toBe(0);
    const { spaces } = await anonymous.ask(list, { sort: 'TITLE', first: 1 });
    const cursor = spaces.edges[0].cursor;
    for (const [sort, after] of [
      ['NEWEST', cursor],
      ['PRICE_LOW_TO_HIGH', cursor],
      ['TITLE', 'x'],
    ]) {
      const { errors } = await anonymous.send(list, { sort, after, filter: { currency: 'EUR' }, first: 1 });
      expect([sort, errors?.[0]?.extensions?.['code']]).toEqual([sort, 'CURSOR_MALFORMED']);
    }
  });
});

test('a page of spaces with its total and facets takes as many statements for 50 spaces as for 5', async () => {
  const query = `query ($first: Int!) { spaces(first: $first, sort: TITLE) { totalCount facets { kinds ${count} }
    nodes { title format { width } options { title } pictures { url } seller { name } } } }`;
  const statementsFor = (first: number) => countStatements(server, () => anonymous.ask(query, { first }));

  const few = await statementsFor(5);
  const many = await statementsFor(50);

  expect(many).toBe(few);
  // Ids, total, facets, spaces, options, pictures with their files, sellers.
  expect(many).toBeLessThanOrEqual(8);
});

test('each sort reads its page from an index', async () => {
  const { db } = server.app;
  await db.$executeRaw`
    insert into space (id, seller_id, status, kind, title, description, created_at)
    select gen_random_uuid(), ${sellers[0]?.accountId}::uuid, 'LISTED', 'OTHER', 'Many ' || n, '', now() - n * interval '1 second'
    from generate_series(1, 5000) as n`;
  await db.$executeRaw`
    insert into price_option (id, space_id, title, price_minor_units, currency, measure, quantity, position)
    select gen_random_uuid(), id, 'one', (random() * 100000)::bigint, 'CHF', 'DAYS', 7, 1 from space where kind = 'OTHER'`;
  await db.$executeRaw`analyze space, price_option`;

  for (const sort of Object.keys(spaceSorts) as SpaceSortName[]) {
    const plan = await db.$queryRaw`explain (analyze, format json) ${listSpacesSql(
      { viewer: { kind: 'anonymous' }, filter: isPriceSort(sort) ? { currency: 'CHF' } : {} },
      { sort, after: undefined, before: undefined, limit: 21, isFromEnd: false },
    )}`;

    expect([sort, rowsTouched(plan) <= 200]).toEqual([sort, true]);
  }
});
