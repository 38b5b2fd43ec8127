/** What webhooks are signed with, by the Standard Webhooks specification. Secrets are derived; nothing of them is stored. */
import { Webhook } from 'standardwebhooks';
import type { WebhookEndpoint } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { later, minuteMs, systemClock } from '../platform/clock.ts';
import { derivedToken } from '../platform/secrets.ts';

type Keyed = Pick<WebhookEndpoint, 'id' | 'secretVersion' | 'secretRotatedAt'>;

/** The secret of an endpoint: 256 bits that follow from ours, the endpoint and the version. */
export const secretOf = (ours: string, { id, secretVersion }: Omit<Keyed, 'secretRotatedAt'>): string =>
  `whsec_${Buffer.from(derivedToken(ours, `webhook:${id}:${secretVersion}`), 'base64url').toString('base64')}`;

/** When the secret before the newest stops signing; undefined if none signs beside the newest. */
export function overlapEnd({ secretRotatedAt }: Pick<Keyed, 'secretRotatedAt'>, now: Date): Date | undefined {
  const end = secretRotatedAt && later(secretRotatedAt, limits.webhooks.bothSecretsHours * 60 * minuteMs);
  return end && end > now ? end : undefined;
}

/**
 * The headers that say of a body who sends it, which event it is, and when it was sent: by the real time, as its receiver
 * knows it, also where our clock was put forward.
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
