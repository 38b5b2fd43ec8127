/** The quota of an application: a bucket of points that operations use and that refills at a steady rate. */
import type { ApplicationViewer } from '../access/viewer.ts';
import { limits } from '../limits.ts';
import { QuotaExceeded } from '../platform/errors.ts';
import type { BucketParams, Charge } from '../platform/rate-limits/token-buckets.ts';
import type { AppServices } from '../services/services.ts';

/** The quota of an application: the usual one, or what an operator gave it. */
export const quotaOf = ({
  quotaCapacity,
  quotaRestorePerSecond,
}: Pick<ApplicationViewer, 'quotaCapacity' | 'quotaRestorePerSecond'>): BucketParams => ({
  capacity: quotaCapacity ?? limits.quota.capacity,
  restorePerSecond: quotaRestorePerSecond ?? limits.quota.restorePerSecond,
});

/** Takes the cost of an operation out of its application's quota; at least 1. @throws QuotaExceeded; then nothing was taken */
export async function chargeFor(app: AppServices, partner: ApplicationViewer, cost: number): Promise<Charge> {
  const size = quotaOf(partner);
  const requested = Math.max(1, cost);
  const { isTaken, remaining } = await app.tokenBuckets.take(`quota:${partner.applicationId}`, requested, size);
  const charge = { requested, remaining, capacity: size.capacity, restoreRate: size.restorePerSecond };
  if (!isTaken) throw new QuotaExceeded({ charge });
  return charge;
}
