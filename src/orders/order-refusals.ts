import { Refusal } from '../platform/errors.ts';
import type { GuardFailure } from '../process/guards.ts';
import type { OrderStatus, OrderStep } from '../process/order.ts';

/** The order does not exist, or is none of the viewer's business; which of the two is not said. */
export class OrderNotFound extends Refusal {
  constructor() {
    super('There is no such order among those that you can see.', 'ORDER_NOT_FOUND', 'FINAL');
  }
}

/** Where the order stands, so that whoever was refused can go on from there. */
export interface OrderSnapshot {
  readonly status: OrderStatus;
  readonly revision: number;
  /** What the viewer may do now. */
  readonly allowedSteps: readonly OrderStep[];
}

/** The step cannot be taken: not in this status, not by this viewer, or something is in its way. */
export class StepNotAllowed extends Refusal {
  readonly step: OrderStep;
  readonly standing: OrderSnapshot;
  constructor(step: OrderStep, { code, reason }: GuardFailure, standing: OrderSnapshot) {
    super(reason, code, 'FINAL');
    this.step = step;
    this.standing = standing;
  }
}

/** The order has changed since the caller read it. */
export class StaleRevision extends Refusal {
  readonly expectedRevision: number;
  readonly standing: OrderSnapshot;
  constructor(expectedRevision: number, standing: OrderSnapshot) {
    super(
      `The order is at revision ${standing.revision}, not ${expectedRevision}: it has changed since you read it. Read it again and decide anew.`,
      'STALE_REVISION',
      'CORRECTABLE',
    );
    this.expectedRevision = expectedRevision;
    this.standing = standing;
  }
}

/** This payment reference was counted before in this order. */
export class ReferenceAlreadyCounted extends Refusal {
  constructor(reference: string) {
    super(
      `A payment with the reference "${reference}" was already counted in this order.`,
      'REFERENCE_ALREADY_COUNTED',
      'CORRECTABLE',
    );
  }
}
