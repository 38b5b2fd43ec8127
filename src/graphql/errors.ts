import { GraphQLError } from 'graphql';
import { RateLimited, type Refusal } from '../platform/errors.ts';

/** A refusal where the schema has no union for it (queries): a GraphQL error with the same code and recovery. */
export function asGraphQLError(refusal: Refusal): GraphQLError {
  return new GraphQLError(refusal.message, {
    extensions: {
      code: refusal.code,
      recovery: refusal.recovery,
      ...(refusal instanceof RateLimited ? { retryAfterSeconds: refusal.retryAfterSeconds } : {}),
    },
  });
}

/** Something in the request itself is not right; who sent it can correct it. */
export function badRequest(message: string, code: string, extensions: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, recovery: 'CORRECTABLE', ...extensions } });
}
