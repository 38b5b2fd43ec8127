/** What is asked of whoever carries money. */
import type { Money } from '../process/fields.ts';

/** Not now: the same call may succeed later, and cannot do its work twice. */
export interface Later {
  readonly outcome: 'later';
  readonly reason: string;
}

/** Never: the provider refused the call itself. */
export interface Refused {
  readonly outcome: 'refused';
  readonly reason: string;
}

/** A page that is to be made, where a payment can be made. */
export interface CheckoutParams {
  readonly paymentId: string;
  /** Payment and attempt name one page: asked for twice, it is made once. */
  readonly attempt: number;
  readonly orderNumber: number;
  readonly amount: Money;
}

export interface Checkout {
  readonly outcome: 'done';
  /** What the provider calls it. */
  readonly reference: string;
  readonly url: string;
  /** When it stops working; absent: not by itself. */
  readonly expiresAt: Date | undefined;
}

/** Money that is to be given back. */
export interface RefundParams {
  readonly movementId: string;
  /** Refund and attempt are done once, however often they are asked for. */
  readonly attempt: number;
  /** What the provider called the money when it came. */
  readonly source: string;
  readonly amount: Money;
}

/** How a refund stands with its provider. */
export interface RefundOutcome {
  readonly outcome: 'done';
  /** What the provider calls it. */
  readonly reference: string;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly reason?: string | undefined;
}

export interface PaymentProvider {
  /** Absent: there is no page, and people confirm that the money is there. Does not throw for what the provider answers. */
  readonly checkout?: {
    open(params: CheckoutParams): Promise<Checkout | Later | Refused>;
    /** Nobody can pay there any longer; one that is paid, or over, stays as it is. */
    close(reference: string): Promise<{ readonly outcome: 'done' } | Later | Refused>;
  };
  /** Absent: people give money back by hand. Does not throw for what the provider answers. */
  readonly refund?: (params: RefundParams) => Promise<RefundOutcome | Later | Refused>;
}
