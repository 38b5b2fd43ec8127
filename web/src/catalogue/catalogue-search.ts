/** The filters of the catalogue in the address of the page, so that a list can be linked to and reloaded. */
import type { SpaceFilter, SpaceKind, SpaceSort } from '../generated/graphql.ts';
import { currencies } from '../i18n/currencies.ts';

const spaceKinds = ['WEBSITE', 'NEWSLETTER', 'PODCAST', 'PRINT', 'SOCIAL', 'OUTDOOR', 'OTHER'] as const;
export const spaceSorts = ['NEWEST', 'PRICE_LOW_TO_HIGH', 'PRICE_HIGH_TO_LOW', 'TITLE'] as const;

export interface CatalogueSearch {
  readonly text?: string;
  readonly kinds?: readonly SpaceKind[];
  readonly languages?: readonly string[];
  readonly countries?: readonly string[];
  readonly currency?: string;
  /** In minor units of the currency, which an address with a price has. */
  readonly minPrice?: number;
  readonly maxPrice?: number;
  readonly monthly?: boolean;
  /** Days such as 2026-11-28. Both or neither. */
  readonly freeFrom?: string;
  readonly freeTo?: string;
  readonly sort?: SpaceSort;
}

/** Reads the parameters of an address. What is not valid is left out. */
export function readCatalogueSearch(search: Record<string, unknown>): CatalogueSearch {
  const [from, to] = [search['freeFrom'], search['freeTo']];
  const currency = currencyIn(search['currency']);
  const sort = isOneOf(spaceSorts, search['sort']) ? search['sort'] : undefined;
  return {
    ...present('text', textIn(search['text'])),
    ...present(
      'kinds',
      listIn(search['kinds'])?.filter((kind) => isOneOf(spaceKinds, kind)),
    ),
    ...present('languages', listIn(search['languages'])),
    ...present('countries', listIn(search['countries'])),
    ...present('currency', currency),
    ...present('minPrice', currency ? amountIn(search['minPrice']) : undefined),
    ...present('maxPrice', currency ? amountIn(search['maxPrice']) : undefined),
    ...present('monthly', typeof search['monthly'] === 'boolean' ? search['monthly'] : undefined),
    ...(isDay(from) && isDay(to) && from <= to ? { freeFrom: from, freeTo: to } : {}),
    // Prices can be compared in one currency only.
    ...present('sort', currency || !sort?.startsWith('PRICE') ? sort : undefined),
  };
}

/** The filter of the API. */
export function filterOf({ monthly, sort: _, ...search }: CatalogueSearch): SpaceFilter {
  return {
    ...search,
    kinds: search.kinds && [...search.kinds],
    languages: search.languages && [...search.languages],
    countries: search.countries && [...search.countries],
    isMonthly: monthly,
  };
}

/** True if any filter is set. */
export const hasFilter = ({ sort: _, ...filters }: CatalogueSearch): boolean => Object.keys(filters).length > 0;

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const currencyIn = (value: unknown): string | undefined =>
  typeof value === 'string' && currencies.includes(value) ? value : undefined;

const amountIn = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

function listIn(value: unknown): readonly string[] | undefined {
  const list = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  return list.length > 0 ? list : undefined;
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

const isOneOf = <Value extends string>(values: readonly Value[], value: unknown): value is Value =>
  values.some((one) => one === value);

/** A record with the value; empty without one, so that the address has no empty parameters. */
const present = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
