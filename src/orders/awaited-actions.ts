/** The work that roles are expected to do in an order, with its deadlines and their consequences. */
import type { Timer } from '../generated/prisma/client.ts';
import type { AdStatus } from '../process/ad.ts';
import { deadlineOf, mayEnd } from '../process/analyze.ts';
import { type PersonRole, stateWait } from '../process/define.ts';
import { type OrderStep, orderRow, orderState } from '../process/order.ts';
import type { OrderRules } from '../services/order-services.ts';
import { type Order, waitsOf } from './order.ts';

/** Work that a role is expected to do. */
export interface AwaitedAction {
  readonly role: PersonRole;
  /** An instruction. */
  readonly title: string;
  /** The step to take; undefined if there are several, or if the work is not a step. */
  readonly step: OrderStep | undefined;
  /** The status of the ads that it is about; undefined if it is not about ads. */
  readonly adStatus: AdStatus | undefined;
  /** Time since which it is expected. */
  readonly since: Date;
  /** The time of the deadline; undefined if there is none, or while it is paused. */
  readonly until: Date | undefined;
  /** The consequence of the deadline, as a sentence; undefined if there is none. */
  readonly outcome: string | undefined;
}

/** A timer that takes a step. */
export type StepTimer = Pick<Timer, 'stateVisit' | 'step' | 'dueAt'>;

/** Everything that an order is waiting for, with the timers of the order: first for the roles that its state is waiting on. */
export function awaitedActionsOf(
  app: OrderRules,
  order: Order,
  timers: readonly StepTimer[],
): readonly AwaitedAction[] {
  const table = app.tables.of(order.processVersion);
  const { task, title } = orderState(order.status);
  return waitsOf(app, order).map(({ role, recommendation, named, step, ads }) => {
    const wait = named?.name ?? step ?? stateWait;
    const hasDeadline = recommendation ? recommendation.replacesTask : !ads;
    const deadline = hasDeadline ? deadlineOf(table, wait, order.status) : undefined;
    const until = deadline && dueAtOf(order, timers, deadline);
    return {
      role,
      title: ads?.title ?? recommendation?.title ?? named?.task ?? (step ? table.steps[step].title : (task ?? title)),
      step,
      adStatus: ads?.status,
      since: ads?.since ?? recommendation?.since?.(order) ?? (named && order[named.since]) ?? order.statusSince,
      until,
      outcome: deadline && until ? table.steps[deadline].outcome : undefined,
    };
  });
}

/** The time at which an order ends automatically if no one acts; undefined if it does not, or while that is paused. */
export function expiryOf(
  { tables }: Pick<OrderRules, 'tables'>,
  order: Order,
  timers: readonly StepTimer[],
): Date | undefined {
  const table = tables.of(order.processVersion);
  const step = deadlineOf(table, stateWait, order.status);
  return step && mayEnd(table, table.steps[step]) ? dueAtOf(order, timers, step) : undefined;
}

const dueAtOf = ({ stateVisit }: Order, timers: readonly StepTimer[], step: OrderStep): Date | undefined =>
  timers.find((timer) => timer.step === step && (orderRow(step).countsFrom || timer.stateVisit === stateVisit))
    ?.dueAt ?? undefined;
