/** The test provider: pages of this server with buttons to pay or to fail. */
import type { Config } from '../../config.ts';
import { signedId } from '../../platform/secrets.ts';
import type { PaymentProvider } from '../provider.ts';

/** Path of the test payment pages. */
export const testPagePath = '/pay/test/';
export const testPageUse = 'test-payment';

/** Calls to this provider cannot fail. A page is valid while its payment is requested. */
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
