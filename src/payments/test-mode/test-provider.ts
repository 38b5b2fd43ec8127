/** Play money: pages of this server where a payment is made, or fails, at the press of a button. */
import type { Config } from '../../config.ts';
import { signedId } from '../../platform/secrets.ts';
import type { PaymentProvider } from '../provider.ts';

/** Where those pages are. */
export const testPagePath = '/pay/test/';
export const testPageUse = 'test-payment';

/** Nothing that is asked of it can go wrong. A page works as long as its payment is asked for. */
export const testProvider = ({ publicUrl, secret }: Pick<Config, 'publicUrl' | 'secret'>): PaymentProvider => ({
  checkout: {
    open: async ({ paymentId, attempt }) => ({
      outcome: 'done',
      reference: `test_${paymentId}_${attempt}`,
      url: `${publicUrl}${testPagePath}${signedId(secret, testPageUse, paymentId)}`,
      expiresAt: undefined,
    }),
    close: async () => ({ outcome: 'done' }),
  },
  refund: async ({ movementId }) => ({ outcome: 'done', reference: `test_refund_${movementId}`, status: 'succeeded' }),
});
