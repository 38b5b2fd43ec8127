import { CredentialsRejected } from '../access/access-errors.ts';
import { findApplicationByKey, isWellFormedKey, keyPrefix } from '../access/application-keys.ts';
import { readSessions } from '../access/current-viewer.ts';
import { ownSessions } from '../access/person-access.ts';
import { findSetupLinkHolder, setupTokenPrefix } from '../access/setup-link-tokens.ts';
import { type ApplicationViewer, anonymous, type Person, type Viewer } from '../access/viewer.ts';
import { Prisma, type Session } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { sessionTopic } from '../live/topics.ts';
import { dayMs, later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { notFound } from '../platform/errors.ts';
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

export const SessionNotFound = notFound('Session');

/** Ends a session of the person, and its subscriptions. A session that has ended stays as it is. @throws SessionNotFound */
export async function revokeSession(app: AppServices, viewer: Person, sessionId: string): Promise<Session> {
  const where = { AND: [{ id: sessionId }, ownSessions(viewer)] };
  await app.db.session.updateMany({
    where: { AND: [where, { revokedAt: null }] },
    data: { revokedAt: app.clock.now() },
  });
  const session = await app.db.session.findFirst({ where });
  if (!session) throw new SessionNotFound();
  app.live.publish(sessionTopic(sessionId));
  return session;
}

/** Ends all sessions of the person but the current one, and their subscriptions. Returns their number. */
export async function revokeOtherSessions(app: AppServices, viewer: Person): Promise<number> {
  const at = app.clock.now();
  const ended = await app.db.session.updateManyAndReturn({
    where: { AND: [ownSessions(viewer), openSessions(at), { id: { not: viewer.sessionId } }] },
    data: { revokedAt: at },
    select: { id: true },
  });
  app.live.publishAll(ended.map(({ id }) => ({ topic: sessionTopic(id) })));
  return ended.length;
}

/** The sessions that have not ended at a time. */
export const openSessions = (at: Date): Prisma.SessionWhereInput => ({ revokedAt: null, expiresAt: { gt: at } });

/** Ends the viewer's session and its subscriptions. */
export async function endSession(app: AppServices, viewer: Person): Promise<void> {
  await app.db.session.updateMany({
    where: { id: viewer.sessionId, revokedAt: null },
    data: { revokedAt: app.clock.now() },
  });
  app.live.publish(sessionTopic(viewer.sessionId));
}
