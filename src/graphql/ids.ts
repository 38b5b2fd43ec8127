import { limits } from '../limits.ts';
import { cutText } from '../platform/text.ts';
import { isUuid, nilUuid } from '../platform/uuid.ts';
import { asGraphQLError, requestErrors } from './errors.ts';

/** The global id of an object, as `node(id)` takes it. */
export const toGlobalId = (typename: string, id: string | number | bigint): string =>
  Buffer.from(`${typename}:${id}`).toString('base64url');

const parseGlobalId = (globalId: string) =>
  globalId.length > limits.idCharacters
    ? null
    : /^([A-Za-z]{1,40}):([0-9a-zA-Z:-]{1,60})$/.exec(Buffer.from(globalId, 'base64url').toString());

/** The key of an object of a type in its global id. */
// biome-ignore lint/suspicious/noExplicitAny: each type has its own objects.
type KeyOf = (object: any) => string;
const nodeTypes = new Map<string, KeyOf | undefined>();
/** Adds a type to those that `node(id)` loads. Types without `keyOf` resolve their `id` themselves. */
export const registerNodeType = (typename: string, keyOf?: KeyOf): void => void nodeTypes.set(typename, keyOf);

/** The function that returns the key of an object of a type; undefined for a type that resolves its `id` itself. */
export const nodeKeyOf = (typename: string): KeyOf | undefined => nodeTypes.get(typename);

/** Parses a global id. @throws a GraphQL error if this API did not issue the id */
export function fromGlobalId(globalId: string): { typename: string; id: string } {
  const [, typename, id] = parseGlobalId(globalId) ?? [];
  if (!typename || !id || !nodeTypes.has(typename))
    throw asGraphQLError(
      requestErrors.ID_MALFORMED.occurWith(
        `"${cutText(globalId, 80)}" was not issued by this API. Ids are opaque: use the \`id\` of an object unchanged.`,
      ),
    );
  return { typename, id };
}

/**
 * The row id in a global id of type `typename`. Any other text gives the nil UUID, so that it is handled like an id of
 * no row.
 */
export function rowIdOf(typename: string, globalId: string): string {
  const [, foundTypename, id] = parseGlobalId(globalId) ?? [];
  return foundTypename === typename && id && isUuid(id) ? id : nilUuid;
}

/** `rowIdOf` for an optional id: undefined and null stay as they are. */
export const optionalRowIdOf = (
  typename: string,
  globalId: string | number | bigint | null | undefined,
): string | null | undefined =>
  globalId === undefined || globalId === null ? globalId : rowIdOf(typename, String(globalId));
