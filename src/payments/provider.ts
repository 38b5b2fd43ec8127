/** The interface of payment providers. */
import type { PaymentProviderName } from '../generated/prisma/client.ts';
import type { Money } from '../process/fields.ts';

/** A temporary failure: the same call may succeed later and acts at most once. */
export interface Later {
  readonly outcome: 'later';
  readonly reason: string;
}

/** A permanent failure: the provider rejected the call. */
export interface Refused {
  readonly outcome: 'refused';
  readonly reason: string;
}

/** The amounts that a provider charges in a currency, in minor units. */
export interface PayableAmounts {
  readonly min: bigint;
  readonly max: bigint;
  /** An amount must be a multiple of it. */
  readonly step: bigint;
}

/** Parameters for creating a payment page. */
export interface CheckoutParams {
  readonly paymentId: string;
  /** Payment and attempt identify one page, which is created once. */
  readonly attempt: number;
  readonly orderNumber: number;
  readonly amount: Money;
}

export interface Checkout {
  readonly outcome: 'done';
  /** Reference at the provider. */
  readonly reference: string;
  readonly url: string;
  /** Expiry time; undefined if it does not expire. */
  readonly expiresAt: Date | undefined;
}

/** Reference of a page at its provider. */
export interface CheckoutPage {
  readonly provider: PaymentProviderName;
  readonly reference: string;
}

/** Parameters for a refund. */
export interface RefundParams {
  readonly movementId: string;
  /** Refund and attempt identify one refund, which is made once. */
  readonly attempt: number;
  /** Reference of the payment at the provider. */
  readonly source: string;
  readonly amount: Money;
}

/** State of a refund at its provider. */
export interface RefundOutcome {
  readonly outcome: 'done';
  /** Reference at the provider. */
  readonly reference: string;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly reason?: string | undefined;
}

export interface PaymentProvider {
  /** Creates a payment page. Undefined if there are no pages and people confirm payments. Does not throw for answers of the provider. */
  readonly checkout?: {
    open(params: CheckoutParams): Promise<Checkout | Later | Refused>;
    /** Expires a page. A paid or expired page does not change. */
    close(reference: string): Promise<{ readonly outcome: 'done' } | Later | Refused>;
  };
  /** Makes a refund. Undefined if people make refunds manually. Does not throw for answers of the provider. */
  readonly refund?: (params: RefundParams) => Promise<RefundOutcome | Later | Refused>;
}
