import type { Config } from '../config.ts';
import { keysOf } from '../platform/objects.ts';
import { derivedToken } from '../platform/secrets.ts';
import { paymentMethods } from '../process/payment-methods.ts';
import { tokenPrefixOf } from './sandbox-id.ts';

/** Path prefix of the pages of sandboxes, followed by the id of the sandbox. */
export const sandboxesPath = '/sandboxes/';

/** The payment methods that move no real money. */
const harmless = keysOf(paymentMethods).filter((method) => paymentMethods[method].provider !== 'STRIPE');

/**
 * The configuration of a sandbox: the live configuration without services that reach people or move money. Its secret is
 * derived, so that links of one tenant are not valid in another.
 */
export function sandboxConfig(config: Config, id: string): Config {
  const publicUrl = `${config.publicUrl}${sandboxesPath}${id}`;
  return {
    ...config,
    publicUrl,
    setupUrl: `${publicUrl}/setup`,
    mail: { ...config.mail, resendApiKey: undefined, resendUrl: undefined },
    payments: { ...config.payments, methods: harmless, stripe: undefined },
    push: { ...config.push, vapid: undefined },
    secret: derivedToken(config.secret, `sandbox:${id}`),
    tokenPrefix: tokenPrefixOf(id),
    hasSandboxes: false,
    hasMovableClock: false,
    hasDemoData: false,
  };
}

/** Storage prefix of the files of a sandbox. */
export const filesPrefixOf = (id: string): string => `sandboxes/${id}/`;
