import type { JobDefinition } from '../platform/jobs.ts';
import { closeCheckoutJob, openCheckoutJob } from './open-checkout.ts';
import type { PaymentServices } from './providers.ts';
import { makeRefundJob } from './refunds.ts';
import { handleEventJob } from './stripe/stripe-events.ts';

/** All payment jobs, which run outside the transactions of steps. */
export const paymentJobs = (app: PaymentServices): readonly JobDefinition<never>[] => [
  openCheckoutJob(app),
  closeCheckoutJob(app),
  makeRefundJob(app),
  handleEventJob(app),
];
