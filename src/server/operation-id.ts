/** The ids by which requests name registered operations. */
import { asGraphQLError } from '../graphql/errors.ts';
import { operationErrors } from './server-errors.ts';

/** The parameters of an operation as they were sent, unchecked. */
export interface OperationParams {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

/** True for the hash of an automatic persisted query, as Apollo's clients send it, and not for the id of a registered document. */
export const isAutomatic = ({ documentId, extensions }: OperationParams): boolean =>
  (documentId === undefined || documentId === null) && propertyOf(extensions, 'persistedQuery') !== undefined;

/** The ids of a registered document, `documentId` and `extensions.persistedQuery.sha256Hash`. They may be any value. */
function idsIn({ documentId, extensions }: OperationParams): readonly unknown[] {
  const persistedQueryId = propertyOf(propertyOf(extensions, 'persistedQuery'), 'sha256Hash');
  return [documentId, persistedQueryId].filter((id) => id !== undefined && id !== null);
}

/** True if the parameters have an id of a registered document, of whatever form. */
export const hasId = (params: OperationParams): boolean => idsIn(params).length > 0;

/** The hash of the registered document, which may be sent with the prefix `sha256:`. @throws a GraphQL error for any other id */
export function hashIn(params: OperationParams): string {
  const [id, other = id] = idsIn(params);
  if (id !== other)
    throw notRegistered('`documentId` and `extensions.persistedQuery.sha256Hash` name different operations.');
  const hash = typeof id === 'string' ? /^(?:sha256:)?([0-9a-f]{64})$/.exec(id)?.[1] : undefined;
  if (hash === undefined)
    throw notRegistered('The id of an operation must be the SHA-256 of its text: 64 digits from 0 to 9 and a to f.');
  return hash;
}

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

export const notRegistered = (message: string) =>
  asGraphQLError(operationErrors.OPERATION_NOT_REGISTERED.occurWith(message));
