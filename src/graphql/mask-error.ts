/** What clients are told of errors. */
import { GraphQLError, Kind } from 'graphql';
import { Refusal } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import { asGraphQLError } from './errors.ts';

/** What a client is told of an error: what was meant for it as it is, everything else without our insides. */
export function maskError(app: AppServices, error: unknown): GraphQLError {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (error instanceof GraphQLError && isMeantForClients(error)) return error;
  if (original instanceof Refusal) return asGraphQLError(original);
  app.log.error({ err: original ?? error }, 'unexpected error');
  const { path, nodes } = error instanceof GraphQLError ? error : {};
  return new GraphQLError('Something went wrong here; it is not your fault and has been noted.', {
    nodes,
    path,
    extensions: { code: 'INTERNAL', recovery: 'RETRYABLE' },
  });
}

/**
 * Whether an error is about the request. Without a code it is one of the engine's own: then it is about the request if
 * it came before anything ran or points at an argument, and about us if it points at a field (a value that its type
 * does not know).
 */
function isMeantForClients(error: GraphQLError): boolean {
  const { originalError, extensions, path, nodes } = error;
  if (originalError && !(originalError instanceof GraphQLError)) return false;
  return extensions['code'] !== undefined || !path || nodes?.[0]?.kind !== Kind.FIELD;
}
