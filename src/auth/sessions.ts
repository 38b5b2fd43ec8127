import { CredentialsRejected } from '../access/access-errors.ts';
import { findApplicationByKey, isWellFormedKey, keyPrefix } from '../access/application-keys.ts';
import { readSessions } from '../access/current-viewer.ts';
import { findSetupLinkHolder, setupTokenPrefix } from '../access/setup-link-tokens.ts';
import { type ApplicationViewer, anonymous, type Person, type Viewer } from '../access/viewer.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { sessionTopic } from '../live/topics.ts';
import { dayMs, later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { hashOf, newToken } from '../platform/secrets.ts';
import type { AppServices } from '../services/services.ts';

const maxTokenCharacters = 200;

/**
 * The viewer of a token, read again for each request; anonymous without a token.
 * @throws CredentialsRejected if the token or key is not valid, RateLimited for a caller who has tried too many setup
 * links that are not valid
 */
export async function resolveViewer(
  app: AppServices,
  { token, rateLimitKey }: { token: string | undefined; rateLimitKey: string },
): Promise<Viewer> {
  if (token === undefined) return anonymous;
  if (token === '' || token.length > maxTokenCharacters) throw new CredentialsRejected('SESSION_ENDED');
  if (token.startsWith(setupTokenPrefix)) {
    const holder = await findSetupLinkHolder(app, { token, rateLimitKey });
    if (!holder) throw new CredentialsRejected('SESSION_ENDED');
    return holder;
  }
  if (token.startsWith(keyPrefix)) return resolveApplication(app, token);
  const [person] = await readSessions(app, Prisma.sql`session.token_hash = ${hashOf(token)}`);
  if (!person) throw new CredentialsRejected('SESSION_ENDED');
  return person;
}

async function resolveApplication(app: AppServices, key: string): Promise<ApplicationViewer> {
  if (!isWellFormedKey(key)) throw new CredentialsRejected('KEY_MALFORMED');
  const application = await findApplicationByKey(app.db, key);
  if (!application) throw new CredentialsRejected('KEY_INVALID');
  app.keyUsage.record(application.keyId);
  return application;
}

/** Opens a session and returns its token, which is not stored. If the person has too many sessions, the oldest end. */
export async function openSession(
  app: AppServices,
  tx: Tx,
  personId: string,
  { callerHash, userAgent }: { callerHash?: string; userAgent?: string | undefined } = {},
): Promise<{ token: string; expiresAt: Date; ended: readonly string[] }> {
  const token = newToken();
  const at = app.clock.now();
  const expiresAt = later(at, limits.session.days * dayMs);
  const others = await tx.session.findMany({
    where: { personId, revokedAt: null, expiresAt: { gt: at } },
    orderBy: { createdAt: 'desc' },
    skip: limits.session.perPerson - 1,
    select: { id: true },
  });
  const ended = others.map(({ id }) => id);
  if (ended.length > 0) await tx.session.updateMany({ where: { id: { in: ended } }, data: { revokedAt: at } });
  await tx.session.create({
    data: {
      personId,
      tokenHash: hashOf(token),
      createdAt: at,
      expiresAt,
      callerHash: callerHash ?? null,
      userAgent: userAgent?.slice(0, limits.session.userAgentCharacters) ?? null,
    },
  });
  return { token, expiresAt, ended };
}

/** Ends the viewer's session and its subscriptions. */
export async function endSession(app: AppServices, viewer: Person): Promise<void> {
  await app.db.session.updateMany({
    where: { id: viewer.sessionId, revokedAt: null },
    data: { revokedAt: app.clock.now() },
  });
  app.live.publish(sessionTopic(viewer.sessionId));
}
