/** Spaces and price options, created through the public API. */
import { getNamedType, isUnionType } from 'graphql';
import { schema } from '../../src/schema.ts';
import type { ApiClient, Data } from './client.ts';
import { change } from './partner.ts';

const spaceFields = `id status isListed kind title description audience format { width height words seconds } languages
  countries leadTimeDays requirements pictures { id url } options { id title } seller { name }`;
const optionFields = 'id title price { minorUnits currency } measure quantity isMonthly archivedAt space { id status }';
/** The selection for each type that a result may have. */
const fields: Readonly<Record<string, string>> = {
  Space: spaceFields,
  PriceOption: optionFields,
  InputInvalid: 'problems { field message }',
  SpaceIncomplete: 'missing',
  SpaceStatusNotAllowed: 'status',
};

/** The fields of the types of a mutation's result, each in a fragment. */
function selectionFor(mutation: string): string {
  const result = schema.getMutationType()?.getFields()[mutation]?.type;
  const types =
    result && isUnionType(getNamedType(result)) ? schema.getPossibleTypes(getNamedType(result) as never) : [];
  return types.flatMap(({ name }) => (fields[name] ? [`... on ${name} { ${fields[name]} }`] : [])).join(' ');
}

/** The result of a mutation of spaces or price options. */
export const changeSpace = (seller: ApiClient, mutation: string, input: Data): Promise<Data> =>
  change(seller, mutation, input, selectionFor(mutation));

/** The input of a new space. */
export const spaceInput = (input: Data = {}): Data => ({
  title: 'Front page',
  description: 'At the top of the page.',
  kind: 'WEBSITE',
  ...input,
});

/** The input of a new price option. */
export const optionInput = (spaceId: string, input: Data = {}): Data => ({
  spaceId,
  title: 'one week',
  price: { minorUnits: 10_000, currency: 'EUR' },
  measure: 'DAYS',
  quantity: 7,
  ...input,
});

/** A new draft; returns its id. */
export async function createSpace(seller: ApiClient, input: Data = {}): Promise<string> {
  const { id, message } = await changeSpace(seller, 'createSpace', spaceInput(input));
  if (!id) throw new Error(`createSpace was refused: ${message}`);
  return id;
}

/** A new price option; returns its id. */
export async function createOption(seller: ApiClient, spaceId: string, input: Data = {}): Promise<string> {
  const { id, message } = await changeSpace(seller, 'createPriceOption', optionInput(spaceId, input));
  if (!id) throw new Error(`createPriceOption was refused: ${message}`);
  return id;
}

/** A listed space with one price option. */
export async function createListedSpace(
  seller: ApiClient,
  { space = {}, option = {} }: { space?: Data; option?: Data } = {},
): Promise<{ id: string; optionId: string }> {
  const id = await createSpace(seller, space);
  const optionId = await createOption(seller, id, option);
  const listed = await changeSpace(seller, 'listSpace', { spaceId: id });
  if (listed.status !== 'LISTED') throw new Error(`listSpace was refused: ${listed.message}`);
  return { id, optionId };
}

/** The result of ordering these price options. */
export const orderOptions = (
  advertiser: ApiClient,
  priceOptionIds: readonly string[],
  input: Data = {},
): Promise<Data> =>
  change(
    advertiser,
    'placeOrder',
    { priceOptionIds, brief: 'An ad for tea.', paymentMethod: 'BANK_TRANSFER', ...input },
    `... on Order { id number total { minorUnits } items { title price { minorUnits } measure quantity isMonthly
      priceOption { id archivedAt price { minorUnits } space { id status } } } ads { id } }
      ... on InputInvalid { problems { field } }`,
  );
