/** The values of the form of a space, and the input that is made of them. */
import type { EditedSpaceViewFragment, SpaceKind, UpdateSpaceInput } from '../../generated/graphql.ts';
import { codesOf, typedNumber, wholeNumberOf } from '../typed-values.ts';

export const spaceKinds = ['WEBSITE', 'NEWSLETTER', 'PODCAST', 'PRINT', 'SOCIAL', 'OUTDOOR', 'OTHER'] as const;
export const formatFields = ['width', 'height', 'words', 'seconds'] as const;

/** The texts that were typed and the choices that were made. */
export interface SpaceValues {
  readonly title: string;
  readonly description: string;
  readonly kind: SpaceKind | '';
  readonly audience: string;
  readonly requirements: string;
  readonly languages: string;
  readonly countries: string;
  readonly leadTimeDays: string;
  readonly defaultPlacementId: string;
  readonly width: string;
  readonly height: string;
  readonly words: string;
  readonly seconds: string;
}

/** The values of a space; those of a new one if it is undefined. */
export const valuesOf = (space: EditedSpaceViewFragment | undefined): SpaceValues => ({
  title: space?.title ?? '',
  description: space?.description ?? '',
  kind: space?.kind ?? '',
  audience: space?.audience ?? '',
  requirements: space?.requirements ?? '',
  languages: space?.languages.join(', ') ?? '',
  countries: space?.countries.join(', ') ?? '',
  leadTimeDays: typedNumber(space?.leadTimeDays),
  defaultPlacementId: space?.defaultPlacement?.id ?? '',
  width: typedNumber(space?.format.width),
  height: typedNumber(space?.format.height),
  words: typedNumber(space?.format.words),
  seconds: typedNumber(space?.format.seconds),
});

/** The properties of the space without its kind, which may not have been chosen. An empty text clears its field. */
export const propertiesOf = (values: SpaceValues): Omit<UpdateSpaceInput, 'spaceId' | 'kind'> & SpaceTexts => ({
  title: values.title,
  description: values.description,
  audience: values.audience.trim() || null,
  requirements: values.requirements.trim() || null,
  languages: codesOf(values.languages),
  countries: codesOf(values.countries).map((code) => code.toUpperCase()),
  leadTimeDays: wholeNumberOf(values.leadTimeDays) ?? null,
  defaultPlacementId: values.defaultPlacementId || null,
  format: Object.fromEntries(formatFields.map((name) => [name, wholeNumberOf(values[name]) ?? null])),
});

interface SpaceTexts {
  readonly title: string;
  readonly description: string;
}

/** The names of the fields whose texts are not whole numbers, as the input of the API names them. */
export const unreadableIn = (values: SpaceValues): readonly string[] => [
  ...(wholeNumberOf(values.leadTimeDays) === undefined ? ['leadTimeDays'] : []),
  ...formatFields.filter((name) => wholeNumberOf(values[name]) === undefined).map((name) => `format.${name}`),
];
