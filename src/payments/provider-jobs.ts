/** How jobs that ask a provider are tried again. */
import type { JobDefinition } from '../platform/jobs.ts';
import { retryCount } from '../platform/retries.ts';
import type { Later, Refused } from './provider.ts';
import type { PaymentServices } from './providers.ts';

/** Some providers remember our keys for a day; what is not done by then is for people to look at. */
const tryForSeconds = 23 * 60 * 60;
const maxPauseSeconds = 60 * 60;

/** The provider could not do it now; the job runner tries again. */
class ProviderDelayed extends Error {}

/** A job that asks a provider: tried again for most of a day, with pauses that double. */
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
    // A refund asks twice.
    timeoutSeconds: 4 * timeoutSeconds,
    work,
  };
}

/** What a provider answered, if it has decided; while it has not, the job is tried again, to the last time. */
export function resolveAnswer<Done extends { readonly outcome: 'done' }>(
  answer: Done | Later | Refused,
  isLastTry: boolean,
): Done | Refused {
  if (answer.outcome !== 'later') return answer;
  const { reason } = answer;
  if (!isLastTry) throw new ProviderDelayed(reason);
  return { outcome: 'refused', reason };
}
