import type { Config } from '../config.ts';
import type { PaymentProviderName } from '../generated/prisma/client.ts';
import type { OrderServices } from '../services/order-services.ts';
import type { PaymentProvider } from './provider.ts';
import { type StripeProvider, stripeProvider } from './stripe/stripe-provider.ts';
import { testProvider } from './test-mode/test-provider.ts';

export interface Providers extends Readonly<Record<PaymentProviderName, PaymentProvider>> {
  readonly STRIPE: Partial<StripeProvider>;
}

/** What the work with money needs besides what orders need. */
export interface PaymentServices extends OrderServices {
  readonly providers: Providers;
}

/**
 * The providers of this configuration. One that is not set up can do nothing, and neither can the one of what moves
 * outside (bank transfer, cash): people do its work by hand.
 */
export const createProviders = (config: Config): Providers => ({
  OFFLINE: {},
  TEST: config.payments.methods.includes('TEST') ? testProvider(config) : {},
  STRIPE: config.payments.stripe ? stripeProvider({ ...config, stripe: config.payments.stripe }) : {},
});
