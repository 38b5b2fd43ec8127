import { GraphQLError } from 'graphql';
import { ScopeMissing } from '../access/scopes.ts';
import { QuotaExceeded } from '../applications/quota.ts';
import { RateLimited, type Refusal } from '../platform/errors.ts';

/** A refusal where the schema has no union for it (queries): a GraphQL error with the same code and recovery. */
export function asGraphQLError(refusal: Refusal): GraphQLError {
  return new GraphQLError(refusal.message, {
    extensions: {
      code: refusal.code,
      recovery: refusal.recovery,
      ...detailsOf(refusal),
    },
  });
}

function detailsOf(refusal: Refusal): Record<string, unknown> {
  if (refusal instanceof RateLimited) return { retryAfterSeconds: refusal.retryAfterSeconds };
  if (refusal instanceof ScopeMissing) return { scopes: refusal.scopes };
  if (!(refusal instanceof QuotaExceeded)) return {};
  const { retryAfterSeconds, charge } = refusal;
  return { ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }), cost: charge };
}

/** Something in the request itself is not right; who sent it can correct it. */
export function badRequest(message: string, code: string, extensions: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, recovery: 'CORRECTABLE', ...extensions } });
}
