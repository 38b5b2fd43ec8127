/** Signatures by the Standard Webhooks specification. Secrets are derived and not stored. */
import { Webhook } from 'standardwebhooks';
import type { WebhookEndpoint } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { later, minuteMs, systemClock } from '../platform/clock.ts';
import { derivedToken } from '../platform/secrets.ts';

type Keyed = Pick<WebhookEndpoint, 'id' | 'secretVersion' | 'secretRotatedAt'>;

/** The secret of an endpoint: 256 bits derived from the server's secret, the endpoint and the version. */
export const secretOf = (ours: string, { id, secretVersion }: Omit<Keyed, 'secretRotatedAt'>): string =>
  `whsec_${Buffer.from(derivedToken(ours, `webhook:${id}:${secretVersion}`), 'base64url').toString('base64')}`;

/** Time at which the previous secret stops signing; undefined if only the newest signs. */
export function overlapEnd({ secretRotatedAt }: Pick<Keyed, 'secretRotatedAt'>, now: Date): Date | undefined {
  const end = secretRotatedAt && later(secretRotatedAt, limits.webhooks.bothSecretsHours * 60 * minuteMs);
  return end && end > now ? end : undefined;
}

/**
 * The signature headers of a body: id, timestamp and signatures. The timestamp is real time, which the receiver uses, even
 * if the clock of the tenant was advanced.
 */
export function signedHeaders(
  ours: string,
  endpoint: Keyed,
  { messageId, body, now }: { messageId: string; body: string; now: Date },
): Record<string, string> {
  const { secretVersion } = endpoint;
  const sentAt = systemClock.now();
  const versions = overlapEnd(endpoint, now) ? [secretVersion, secretVersion - 1] : [secretVersion];
  const signatures = versions.map((version) =>
    new Webhook(secretOf(ours, { ...endpoint, secretVersion: version })).sign(messageId, sentAt, body),
  );
  return {
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
    'webhook-signature': signatures.join(' '),
  };
}
