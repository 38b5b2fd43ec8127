/** Errors as clients may see them. */
import { GraphQLError, Kind } from 'graphql';
import { internalError, Refusal } from '../platform/errors.ts';
import { currentRequestId } from '../platform/request-id.ts';
import { randomId } from '../platform/secrets.ts';
import type { AppServices } from '../services/services.ts';
import { asGraphQLError } from './errors.ts';

/**
 * Returns errors about the request unchanged and refusals as GraphQL errors. Any other error is logged, and the client
 * gets only the id under which it is in the log.
 */
export function maskError(app: AppServices, error: unknown): GraphQLError {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (error instanceof GraphQLError && isAboutRequest(error)) return error;
  if (original instanceof Refusal) return asGraphQLError(original);
  const requestId = currentRequestId() ?? randomId();
  app.log.error({ err: original ?? error, requestId }, 'unexpected error');
  const { message, extensions } = asGraphQLError(internalError.occur({ requestId }));
  const { path, nodes } = error instanceof GraphQLError ? error : {};
  return new GraphQLError(message, { path, nodes, extensions });
}

/**
 * True if an error is about the request. An error without a code comes from the engine: it is about the request if it
 * occurred before the execution or points at an argument, and about the server if it points at a field (a value that
 * its type does not allow).
 */
function isAboutRequest(error: GraphQLError): boolean {
  const { originalError, extensions, path, nodes } = error;
  if (originalError && !(originalError instanceof GraphQLError)) return false;
  return extensions['code'] !== undefined || !path || nodes?.[0]?.kind !== Kind.FIELD;
}
