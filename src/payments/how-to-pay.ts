/** The ways to pay a request, as pages, e-mails and the API name them. */
import type { Config } from '../config.ts';
import type { Payment } from '../generated/prisma/client.ts';
import { idSignedIn, signedId } from '../platform/secrets.ts';
import { isPaidByLink } from '../process/payment-methods.ts';

/** Path of the pages on which payments by link begin. */
export const payPath = '/pay/';
const use = 'pay';

/** The page on which the payment of a request begins, a capability. It works until the payment is received or closed. */
const payUrl = ({ publicUrl, secret }: Pick<Config, 'publicUrl' | 'secret'>, { id }: Pick<Payment, 'id'>): string =>
  `${publicUrl}${payPath}${signedId(secret, use, id)}`;

/** The id of the payment in the path of its page; undefined if the signature is not valid. */
export const paymentIdIn = (secret: string, token: string): string | undefined => idSignedIn(secret, use, token);

/** The page of a request that can be paid now by link; undefined if it cannot. */
export const payUrlOf = (
  config: Pick<Config, 'publicUrl' | 'secret'>,
  payment: Pick<Payment, 'id' | 'method' | 'status' | 'inProgressSince'>,
): string | undefined =>
  isPaidByLink(payment.method) && payment.status === 'OPEN' && !payment.inProgressSince
    ? payUrl(config, payment)
    : undefined;

/** The reference that the payer of an order states for a payment outside the marketplace. */
export const transferReference = ({ number }: { readonly number: number }): string => `Order #${number}`;
