import type { Config } from '../config.ts';
import { keysOf } from '../platform/objects.ts';
import { derivedToken } from '../platform/secrets.ts';
import { paymentMethods } from '../process/payment-methods.ts';
import { tokenPrefixOf } from './sandbox-id.ts';

/** Under which addresses the pages of sandboxes are; the id of the sandbox comes next. */
export const sandboxesPath = '/sandboxes/';

/** The ways to pay that move no real money. */
const harmless = keysOf(paymentMethods).filter((method) => paymentMethods[method].provider !== 'STRIPE');

/**
 * The configuration of a sandbox: that of the live world without whatever reaches people or money. Its secret is one of
 * its own, so that no link of the one leads anywhere in the other.
 */
export function sandboxConfig(config: Config, id: string): Config {
  const publicUrl = `${config.publicUrl}${sandboxesPath}${id}`;
  return {
    ...config,
    publicUrl,
    setupUrl: `${publicUrl}/setup`,
    mail: { ...config.mail, resendApiKey: undefined, resendUrl: undefined },
    payments: { ...config.payments, methods: harmless, stripe: undefined },
    secret: derivedToken(config.secret, `sandbox:${id}`),
    tokenPrefix: tokenPrefixOf(id),
    hasSandboxes: false,
    hasMovableClock: false,
    hasDemoData: false,
  };
}

/** Under what the files of a sandbox lie, beside those of the live world. */
export const filesPrefixOf = (id: string): string => `sandboxes/${id}/`;
