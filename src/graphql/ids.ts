import { isUuid, nilUuid } from '../platform/uuid.ts';
import { asGraphQLError, requestErrors } from './errors.ts';

/** The opaque id of an object: what `node(id)` takes. */
export const toGlobalId = (typename: string, id: string | number | bigint): string =>
  Buffer.from(`${typename}:${id}`).toString('base64url');

const parse = (globalId: string) =>
  /^([A-Za-z]{1,40}):([0-9a-zA-Z:-]{1,60})$/.exec(Buffer.from(globalId, 'base64url').toString());

const nodeTypes = new Set<string>();
/** Has `node(id)` know a type. */
export const registerNodeType = (typename: string): void => void nodeTypes.add(typename);

/** Takes an id apart. @throws a GraphQL error if this API did not issue the id */
export function fromGlobalId(globalId: string): { typename: string; id: string } {
  const [, typename, id] = parse(globalId) ?? [];
  if (!typename || !id || !nodeTypes.has(typename))
    throw asGraphQLError(
      requestErrors.ID_MALFORMED.occurWith(
        `"${globalId.slice(0, 80)}" was not issued by this API. Ids are opaque: use the \`id\` of an object unchanged.`,
      ),
    );
  return { typename, id };
}

/** The row's id in an id of type `typename`; for anything else the id of no row, so that it is answered like one that does not exist. */
export function rowIdOf(typename: string, globalId: string): string {
  const [, named, id] = parse(globalId) ?? [];
  return named === typename && id && isUuid(id) ? id : nilUuid;
}
