/** The properties of a space that its seller sets: their bounds, and how an input becomes columns. */
import type { Prisma, SpaceKind } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import type { InputProblem } from '../platform/errors.ts';
import { entriesOf, keysOf } from '../platform/objects.ts';
import { rangeProblem, textProblem } from '../process/fields.ts';
import { parseCountryCode } from './country-codes.ts';

/** Properties of a space as a client sends them. An omitted property does not change; null clears it. */
export interface SpaceProperties {
  readonly title?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly kind?: SpaceKind | null | undefined;
  readonly audience?: string | null | undefined;
  readonly format?: SpaceFormat | null | undefined;
  readonly languages?: readonly string[] | null | undefined;
  readonly countries?: readonly string[] | null | undefined;
  readonly leadTimeDays?: number | null | undefined;
  readonly requirements?: string | null | undefined;
  /** Row id of a placement. */
  readonly defaultPlacementId?: string | null | undefined;
}

/** Width and height in pixels, words of a text, seconds of a recording. */
export type SpaceFormat = Partial<Readonly<Record<keyof typeof limits.spaces.format, number | null | undefined>>>;

const formatColumns = {
  width: 'formatWidth',
  height: 'formatHeight',
  words: 'formatWords',
  seconds: 'formatSeconds',
} as const satisfies Record<keyof SpaceFormat, keyof Prisma.SpaceUncheckedUpdateInput>;

/** The format in the columns of a space. */
export const formatOf = (space: Readonly<Record<(typeof formatColumns)[keyof SpaceFormat], number | null>>) => ({
  width: space.formatWidth,
  height: space.formatHeight,
  words: space.formatWords,
  seconds: space.formatSeconds,
});

/** The texts of a space, and whether a space must have them. */
const texts = {
  title: { max: limits.spaces.titleCharacters, isRequired: true },
  description: { max: limits.spaces.descriptionCharacters, isRequired: true },
  audience: { max: limits.spaces.audienceCharacters, isRequired: false },
  requirements: { max: limits.spaces.requirementsCharacters, isRequired: false },
} as const;

/** The columns that properties set. Omitted properties have none. */
type SpaceColumns = Pick<
  Prisma.SpaceUncheckedUpdateManyInput,
  keyof SpaceProperties & keyof Prisma.SpaceUncheckedUpdateManyInput
>;

/**
 * Validates properties and returns the columns that they set, with all problems together. Language tags and country codes
 * are returned in their canonical form. Whether the placement exists is checked in the transaction.
 */
export function parseProperties(properties: SpaceProperties): { columns: SpaceColumns; problems: InputProblem[] } {
  const { kind, leadTimeDays, format, defaultPlacementId } = properties;
  const problems: InputProblem[] = [];
  const report = (field: string, message: string | undefined) => {
    if (message) problems.push({ field, message });
  };
  for (const [name, { max, isRequired }] of entriesOf(texts)) {
    const value = properties[name];
    if (typeof value === 'string') report(name, textProblem(value, max));
    else if (value === null && isRequired) report(name, mustNotBeNull);
  }
  if (kind === null) report('kind', mustNotBeNull);
  if (typeof leadTimeDays === 'number')
    report('leadTimeDays', rangeProblem(leadTimeDays, { min: 0, max: limits.spaces.leadTimeDays }));
  for (const [name, value] of Object.entries(format ?? {}))
    if (typeof value === 'number')
      report(`format.${name}`, rangeProblem(value, { min: 1, max: limits.spaces.format[name as keyof SpaceFormat] }));
  const lists = {
    languages: parseCodes('languages', properties.languages, problems),
    countries: parseCodes('countries', properties.countries, problems),
  };
  const values = {
    ...Object.fromEntries(keysOf(texts).map((name) => [name, properties[name]])),
    ...lists,
    kind,
    leadTimeDays,
    defaultPlacementId,
    ...formatColumnsOf(format),
  };
  // Without the omitted properties; null is left only where the column may be null.
  const columns = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as SpaceColumns;
  return { columns, problems };
}

const mustNotBeNull = 'must not be null; leave it out to keep it unchanged';

const formatColumnsOf = (format: SpaceProperties['format']) =>
  format === undefined
    ? {}
    : Object.fromEntries(
        entriesOf(formatColumns).map(([name, column]) => [column, format === null ? null : format[name]]),
      );

/** The lists of codes: their maximum length, and the canonical form of a code; undefined for any other text. */
const codeLists = {
  languages: {
    max: limits.spaces.languages,
    rule: 'must contain BCP 47 language tags, such as en or pt-BR',
    canonicalize: canonicalLanguage,
  },
  countries: {
    max: limits.spaces.countries,
    rule: 'must contain ISO 3166-1 alpha-2 country codes, such as DE',
    canonicalize: parseCountryCode,
  },
} as const;

/**
 * The canonical codes of a list, each once; an empty list for null. Adds a problem for a list that is too long, for codes
 * that are not valid, and for duplicates.
 */
export function parseCodes(
  field: keyof typeof codeLists,
  given: readonly string[] | null | undefined,
  problems: InputProblem[],
): string[] | undefined {
  if (given === undefined) return undefined;
  const { max, rule, canonicalize } = codeLists[field];
  const codes = (given ?? []).map((code) => ({ code, canonical: canonicalize(code) }));
  const invalid = codes.find(({ canonical }) => canonical === undefined);
  const canonical = codes.flatMap((one) => one.canonical ?? []);
  if (codes.length > max)
    problems.push({ field, message: `must contain at most ${max} values; it contains ${codes.length}` });
  else if (invalid)
    problems.push({
      field,
      message: `${rule}; "${invalid.code.slice(0, limits.spaces.languageCharacters)}" is not valid`,
    });
  else if (new Set(canonical).size < canonical.length)
    problems.push({ field, message: 'must contain each value only once' });
  return canonical;
}

function canonicalLanguage(tag: string): string | undefined {
  if (tag.length > limits.spaces.languageCharacters) return undefined;
  try {
    return new Intl.Locale(tag).toString();
  } catch {
    return undefined;
  }
}
