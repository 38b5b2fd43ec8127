/** Setup links. The holder of a link may set up the ads of one order without signing in. */
import type { Prisma } from '../generated/prisma/client.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import type { RateLimiter } from '../platform/rate-limits/rate-limiter.ts';
import { derivedToken, hashOf } from '../platform/secrets.ts';
import type { SetupLinkHolder } from './viewer.ts';

/** The prefix of the tokens of setup links, which distinguishes them from those of sessions. */
export const setupTokenPrefix = 'setup_';

/** The token of a setup link. It is derived, not stored, so that a retry of the e-mail has the same one. */
export const setupTokenFor = (secret: string, linkId: string): string =>
  `${setupTokenPrefix}${derivedToken(secret, `setup-link:${linkId}`)}`;

/** The links that work at a time: not revoked, not expired, and not of a seller who hides the setup of ads. */
export const workingSetupLinks = (at: Date): Prisma.SetupLinkWhereInput => ({
  revokedAt: null,
  expiresAt: { gt: at },
  order: { seller: { hidesAdSetup: false } },
});

/** The holder of the working link that meets a condition; undefined if there is none. */
export async function readSetupLinkHolder(
  { db, clock }: { db: Db; clock: Clock },
  condition: Prisma.SetupLinkWhereInput,
): Promise<SetupLinkHolder | undefined> {
  const link = await db.setupLink.findFirst({
    where: { AND: [condition, workingSetupLinks(clock.now())] },
    select: { id: true, orderId: true },
  });
  return link ? { kind: 'setup-link', linkId: link.id, orderId: link.orderId } : undefined;
}

/**
 * The holder of a token; undefined if the token is unknown, revoked or expired. Only such failures consume the caller's
 * rate limit. While it is exceeded, nothing is looked up for the caller.
 * @throws RateLimited
 */
export async function findSetupLinkHolder(
  { db, clock, rateLimiter }: { db: Db; clock: Clock; rateLimiter: RateLimiter },
  { token, rateLimitKey }: { token: string; rateLimitKey: string },
): Promise<SetupLinkHolder | undefined> {
  await rateLimiter.requireBudget('setupLinkTriesPerCaller', rateLimitKey);
  const holder = await readSetupLinkHolder({ db, clock }, { tokenHash: hashOf(token) });
  if (!holder) await rateLimiter.tryConsume('setupLinkTriesPerCaller', rateLimitKey);
  return holder;
}
