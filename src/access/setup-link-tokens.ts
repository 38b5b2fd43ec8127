/** Setup links: who holds one may set up the ads of one order without signing in. */
import type { Prisma } from '../generated/prisma/client.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import type { RateLimiter } from '../platform/rate-limits/rate-limiter.ts';
import { derivedToken, hashOf } from '../platform/secrets.ts';
import type { SetupLinkHolder } from './viewer.ts';

/** What tokens of setup links begin with, so that they are told from those of sessions. */
export const setupTokenPrefix = 'setup_';

/** The token of a setup link. It is derived, not stored: a retry of the mail finds the same one. */
export const setupTokenFor = (secret: string, linkId: string): string =>
  `${setupTokenPrefix}${derivedToken(secret, `setup-link:${linkId}`)}`;

/** The links that work at this moment: not revoked, not expired, and not of a seller who hides ad setup. */
export const workingSetupLinks = (at: Date): Prisma.SetupLinkWhereInput => ({
  revokedAt: null,
  expiresAt: { gt: at },
  order: { seller: { hidesAdSetup: false } },
});

/** The holder of the link that fulfils a condition; undefined if there is none, or it no longer works. */
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
 * Whose token of a setup link this is; undefined for one that is unknown, revoked or expired. Only such failures
 * count for the caller's budget; once it is used up, nothing is looked up for this caller until it has come back.
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
