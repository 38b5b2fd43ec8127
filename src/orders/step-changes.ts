/** The effects of a previewed step on the money and the deadlines of its order. */
import type { Money } from '../process/fields.ts';
import type { OrderStep } from '../process/order.ts';
import type { StepPreview } from './step-preview.ts';

/** A change of the money of an order. */
export interface MoneyChange {
  readonly kind: 'REQUESTED' | 'REQUEST_CLOSED' | 'RECEIVED' | 'REFUNDED';
  readonly amount: Money;
}

/** A change of a timer of an order: of a timed step, or of the reminder before it. */
export interface DeadlineChange {
  readonly step: OrderStep;
  readonly isReminder: boolean;
  /** The time before and after the step; undefined if there is none, and while the timer is paused. */
  readonly before: Date | undefined;
  readonly after: Date | undefined;
}

/** The requests that a step opens and closes, and the amounts that it receives and refunds, in the order of their making. */
export function moneyChangesOf({ before, after }: Pick<StepPreview, 'before' | 'after'>): readonly MoneyChange[] {
  const statusBefore = new Map(before?.order?.payments.map(({ id, status }) => [id, status]));
  const movementsBefore = new Set(before?.order?.movements.map(({ id }) => id));
  const requests = (after.order?.payments ?? []).flatMap((payment): MoneyChange[] => {
    const [earlier, amount] = [statusBefore.get(payment.id), amountOf(payment)];
    if (payment.status === earlier) return [];
    if (payment.status === 'OPEN') return [{ kind: 'REQUESTED', amount }];
    return payment.status === 'CLOSED' ? [{ kind: 'REQUEST_CLOSED', amount }] : [];
  });
  const movements = (after.order?.movements ?? [])
    .filter(({ id, isCounted }) => isCounted && !movementsBefore.has(id))
    .map((movement): MoneyChange => ({ kind: movement.kind, amount: amountOf(movement) }));
  return [...requests, ...movements];
}

const amountOf = ({
  amountMinorUnits: minorUnits,
  currency,
}: {
  amountMinorUnits: bigint;
  currency: string;
}): Money => ({
  minorUnits,
  currency,
});

/** The timers that a step sets, moves and clears: one change for each timed step and each reminder. */
export function deadlineChangesOf({ before, after }: Pick<StepPreview, 'before' | 'after'>): readonly DeadlineChange[] {
  const [earlier, later] = [timesOf(before), timesOf(after)];
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((key) => {
    const [timeBefore, timeAfter] = [earlier.get(key), later.get(key)];
    if (timeBefore?.getTime() === timeAfter?.getTime()) return [];
    const [step = '', kind] = key.split(' ');
    // Written by startTimers from the table.
    return [{ step: step as OrderStep, isReminder: kind === 'REMINDER', before: timeBefore, after: timeAfter }];
  });
}

/** The times of the timers that are not paused, by step and kind. */
const timesOf = (state: StepPreview['before']): ReadonlyMap<string, Date> =>
  new Map(
    state?.order?.timers.flatMap(({ step, kind, dueAt }) => (dueAt ? [[`${step} ${kind}`, dueAt] as const] : [])),
  );
