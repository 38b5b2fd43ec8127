import { later } from '../platform/clock.ts';
import type { OrderServices } from '../services/order-services.ts';

/** The same services with a clock that is behind by this time, to do something in the past. */
export const servicesAgo = (app: OrderServices, ms: number): OrderServices =>
  ms === 0 ? app : { ...app, clock: { now: () => later(app.clock.now(), -ms) } };
