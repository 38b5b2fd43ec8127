import type { JobKind } from '../platform/jobs.ts';
import { closeCheckoutJob, openCheckoutJob } from './open-checkout.ts';
import type { PaymentWorld } from './providers.ts';
import { makeRefundJob } from './refunds.ts';
import { actOnEventJob } from './stripe/stripe-events.ts';

/** Everything that is done with money outside the steps' transactions. */
export const paymentJobs = (app: PaymentWorld): readonly JobKind<never>[] => [
  openCheckoutJob(app),
  closeCheckoutJob(app),
  makeRefundJob(app),
  actOnEventJob(app),
];
