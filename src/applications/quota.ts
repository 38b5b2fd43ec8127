/** What operations cost an application, and how much it may use: a bucket of points that fills up steadily. */
import type { ApplicationViewer } from '../access/viewer.ts';
import { limits } from '../limits.ts';
import { Refusal } from '../platform/errors.ts';
import type { BucketParams } from '../platform/rate-limits/token-buckets.ts';
import type { AppServices } from '../services/services.ts';

/** What an operation cost, and what is left. */
export interface Charge {
  readonly requested: number;
  readonly remaining: number;
  readonly capacity: number;
  /** Points that come back each second. */
  readonly restoreRate: number;
}

/** The application has used up its quota, or the operation costs more than the quota can ever hold. */
export class QuotaExceeded extends Refusal {
  readonly charge: Charge;
  /** Absent where waiting does not help. */
  readonly retryAfterSeconds: number | undefined;
  constructor(charge: Charge) {
    const { requested, remaining, capacity, restoreRate } = charge;
    const seconds = requested > capacity ? undefined : Math.max(1, Math.ceil((requested - remaining) / restoreRate));
    super(
      seconds === undefined
        ? `The operation costs ${requested}; the quota of the application never holds more than ${capacity}. Ask for less at once.`
        : `The operation costs ${requested}; the application has ${remaining} left of ${capacity}. Try again in ${seconds} s: ${restoreRate} come back each second.`,
      'QUOTA_EXCEEDED',
      seconds === undefined ? 'CORRECTABLE' : 'RETRYABLE',
    );
    this.charge = charge;
    this.retryAfterSeconds = seconds;
  }
}

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
  if (!isTaken) throw new QuotaExceeded(charge);
  return charge;
}
