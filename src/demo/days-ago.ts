import { dayMs, later } from '../platform/clock.ts';
import type { OrderServices } from '../services/order-services.ts';

/** The same services with a clock that is some days behind, to do something in the past. */
export const servicesDaysAgo = (app: OrderServices, days: number): OrderServices =>
  days > 0 ? { ...app, clock: { now: () => later(app.clock.now(), -days * dayMs) } } : app;
