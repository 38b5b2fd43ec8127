import type { AdStatus } from '../process/ad.ts';
import { leadsForward } from '../process/analyze.ts';
import type { PersonRole, Role } from '../process/define.ts';
import { checkGuards, type GuardFailure } from '../process/guards.ts';
import { type OrderCondition, type OrderStep, orderState } from '../process/order.ts';
import { rowsOf } from '../process/versions.ts';
import type { OrderRules } from '../services/order-services.ts';
import { adWorkOf, awaitedByState, type Order } from './order.ts';
import type { OrderSnapshot } from './order-refusals.ts';

/** A step that somebody may take at some time, and whether now is the time. */
export interface Action {
  readonly step: OrderStep;
  readonly title: string;
  /** The reason why it cannot be taken now; undefined if it can. */
  readonly guardFailure: GuardFailure | undefined;
}

/**
 * The reason why `role` cannot take `step` in this order now; undefined if it can. Changes nothing and sends no
 * statement.
 */
export function checkStep(
  { conditions, clock, tables }: Pick<OrderRules, 'conditions' | 'clock' | 'tables'>,
  order: Order,
  step: OrderStep,
  role: Role | undefined,
): GuardFailure | undefined {
  const unmet = (name: OrderCondition) => conditions[name](order, role, clock.now());
  return checkGuards<OrderCondition>(tables.of(order.processVersion).steps[step], {
    noun: 'order',
    status: order.status,
    role,
    unmet,
  });
}

/** Everything that `role` may do in an order at some time, in the order of the table. */
export function actionsFor(app: OrderRules, order: Order, role: PersonRole | undefined): readonly Action[] {
  if (!role) return [];
  return rowsOf(app.tables.of(order.processVersion))
    .filter(([, row]) => row.from.length > 0 && row.by.includes(role))
    .map(([step, row]) => ({ step, title: row.title, guardFailure: checkStep(app, order, step, role) }));
}

/** Something that `role` is recommended to do next. */
export interface NextStep {
  readonly orderId: string;
  /** Absent where it is done outside this system. */
  readonly step: OrderStep | undefined;
  readonly title: string;
  /** The status of the ads that it is about; absent if it is not about ads. */
  readonly adStatus?: AdStatus;
  /** True if it is about the payment of the next month. */
  readonly isRenewal?: boolean;
}

/**
 * The recommendations for `role`: the steps that bring the order forward, those it needs on the side,
 * or, if the order waits for something that is not a step, the advice of its state.
 */
export function nextStepsFor(app: OrderRules, order: Order, role: PersonRole | undefined): readonly NextStep[] {
  const status = order.status;
  const table = app.tables.of(order.processVersion);
  const steps = actionsFor(app, order, role)
    .filter(({ step, guardFailure }) => {
      if (guardFailure) return false;
      const need = table.steps[step].recommendedWhile;
      return need
        ? !app.conditions[need](order, role, app.clock.now())
        : leadsForward(table, table.steps[step], status);
    })
    .map(({ step, title }): NextStep => ({ orderId: order.id, step, title }));
  const expected = app.recommendations
    .filter((recommendation) => recommendation.role === role && recommendation.appliesTo(order))
    .map(({ title, isRenewal }) => ({
      orderId: order.id,
      step: undefined,
      title,
      ...(isRenewal ? { isRenewal } : {}),
    }));
  const adWork = adWorkOf(order).filter((work) => work.role === role);
  const ads = adWork.map(({ title, status: adStatus }) => ({ orderId: order.id, step: undefined, title, adStatus }));
  const { advice } = orderState(status);
  const isAdvised = steps.length === 0 && advice && role && awaitedByState(order).has(role);
  return [...expected, ...steps, ...(isAdvised ? [{ orderId: order.id, step: undefined, title: advice }] : []), ...ads];
}

/** The snapshot of the order for `role`. */
export function snapshotFor(app: OrderRules, order: Order, role: PersonRole | undefined): OrderSnapshot {
  const allowedSteps = actionsFor(app, order, role)
    .filter(({ guardFailure }) => !guardFailure)
    .map(({ step }) => step);
  return { status: order.status, revision: order.revision, allowedSteps };
}
