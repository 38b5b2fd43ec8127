import { defineErrors } from '../platform/error-definitions.ts';
import { defineRefusal, notFound, Refusal } from '../platform/errors.ts';
import type { GuardFailure, GuardFailureCode } from '../process/guards.ts';
import type { OrderStatus, OrderStep } from '../process/order.ts';

export const OrderNotFound = notFound('Order');

/** The order as it is when a step is refused. */
export interface OrderSnapshot {
  readonly status: OrderStatus;
  readonly revision: number;
  /** The steps that the viewer may take now. */
  readonly allowedSteps: readonly OrderStep[];
}

export const guardErrors = defineErrors<GuardFailureCode>({
  WRONG_STATUS: {
    recovery: 'FINAL',
    message: 'The step is not possible in the current status.',
    description: 'The step is not possible in the current status.',
    remedy: 'Take one of the `allowedSteps` instead, or wait until the status changes.',
  },
  WRONG_ROLE: {
    recovery: 'FINAL',
    message: 'The step is not for your role.',
    description: 'The step is for another role than that of the viewer.',
    remedy: 'Leave the step to the role that the message names.',
  },
  CONDITION_NOT_MET: {
    recovery: 'FINAL',
    message: 'A condition of the step is not met.',
    description: 'A guard of the step is not met.',
    remedy: 'Do first what the message asks for.',
  },
});

/** The step cannot be taken: its status, the role of the viewer or a guard does not allow it. */
export class StepNotAllowed extends Refusal {
  static readonly description =
    'The status of the order, the role of the viewer or a guard does not allow the step. `code` is one of `BlockedReasonCode`.';
  readonly step: OrderStep;
  readonly current: OrderSnapshot;
  constructor(step: OrderStep, { code, reason }: GuardFailure, current: OrderSnapshot) {
    super(guardErrors[code].occurWith(reason));
    this.step = step;
    this.current = current;
  }
}

export const StaleRevision = defineRefusal('StaleRevision', {
  code: 'STALE_REVISION',
  recovery: 'CORRECTABLE',
  message: ({ expectedRevision, current: { revision } }: StaleRevisionDetails) =>
    `The order has changed (revision ${revision}, expected ${expectedRevision}). Reload it and try again.`,
  example: { expectedRevision: 6, current: { status: 'PROCESSING', revision: 7, allowedSteps: [] } },
  description: 'The order has changed since the client read it.',
  remedy: 'Read the order again, decide whether the step still applies, and send the new revision.',
});

interface StaleRevisionDetails {
  readonly expectedRevision: number;
  readonly current: OrderSnapshot;
}
