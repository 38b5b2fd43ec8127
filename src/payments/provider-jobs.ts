/** Retries of jobs that call a provider. */
import type { JobDefinition } from '../platform/jobs.ts';
import { retryCount } from '../platform/retries.ts';
import type { Later, Refused } from './provider.ts';
import type { PaymentServices } from './providers.ts';

/** Some providers remember our idempotency keys for a day; a job that fails longer needs an operator. */
const tryForSeconds = 23 * 60 * 60;
const maxPauseSeconds = 60 * 60;

/** The provider could not complete the call; the job runner retries. */
class ProviderDelayed extends Error {}

/** A job that calls a provider, retried for most of a day with exponential backoff. */
export function providerJob<Data extends object>(
  { config: { payments } }: PaymentServices,
  name: string,
  work: JobDefinition<Data>['work'],
): JobDefinition<Data> {
  const { retrySeconds, timeoutSeconds } = payments;
  return {
    name,
    retryLimit: retryCount({ firstPauseSeconds: retrySeconds, maxPauseSeconds, withinSeconds: tryForSeconds }),
    retrySeconds,
    retryMaxSeconds: maxPauseSeconds,
    // A refund makes two calls.
    timeoutSeconds: 4 * timeoutSeconds,
    work,
  };
}

/** The decision of a provider; until there is one, the job is retried. */
export function resolveAnswer<Done extends { readonly outcome: 'done' }>(
  answer: Done | Later | Refused,
  isLastTry: boolean,
): Done | Refused {
  if (answer.outcome !== 'later') return answer;
  const { reason } = answer;
  if (!isLastTry) throw new ProviderDelayed(reason);
  return { outcome: 'refused', reason };
}
