import { dayMs, later } from '../platform/clock.ts';
import type { OrderServices } from '../services/order-services.ts';

/** The same world, so many days ago: what is done in it was done then. */
export const daysAgo = (app: OrderServices, days: number): OrderServices =>
  days > 0 ? { ...app, clock: { now: () => later(app.clock.now(), -days * dayMs) } } : app;
