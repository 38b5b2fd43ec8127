import type { Config } from '../config.ts';
import type { PaymentProviderName } from '../generated/prisma/client.ts';
import type { OrderServices } from '../services/order-services.ts';
import type { PaymentProvider } from './provider.ts';
import { type StripeProvider, stripeProvider } from './stripe/stripe-provider.ts';
import { testProvider } from './test-mode/test-provider.ts';

export interface Providers extends Readonly<Record<PaymentProviderName, PaymentProvider>> {
  readonly STRIPE: Partial<StripeProvider>;
}

/** Services of payments besides those of orders. */
export interface PaymentServices extends OrderServices {
  readonly providers: Providers;
}

/**
 * The providers of this configuration. Providers that are not configured have no functions, and neither has the provider
 * for payments outside (bank transfer, cash), which people handle.
 */
export const createProviders = (config: Config): Providers => ({
  OFFLINE: {},
  TEST: config.payments.methods.includes('TEST') ? testProvider(config) : {},
  STRIPE: config.payments.stripe ? stripeProvider({ ...config, stripe: config.payments.stripe }) : {},
});
