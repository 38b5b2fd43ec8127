import { CredentialsRejected } from '../access/access-errors.ts';
import { accessTokenPrefix, findApplicationByAccessToken } from '../access/access-tokens.ts';
import { findApplicationByKey, isWellFormedKey, keyPrefix } from '../access/application-keys.ts';
import { readSessions } from '../access/current-viewer.ts';
import { ownSessions } from '../access/person-access.ts';
import { findSetupLinkHolder, setupTokenPrefix } from '../access/setup-link-tokens.ts';
import { type ApplicationViewer, anonymous, type Person, type Viewer } from '../access/viewer.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { sessionTopic } from '../live/topics.ts';
import { dayMs, later } from '../platform/clock.ts';
import type { Db, Tx } from '../platform/db.ts';
import { notFound } from '../platform/errors.ts';
import { derivedToken, hashOf, matchesHash, randomId } from '../platform/secrets.ts';
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
  if (token.startsWith(accessTokenPrefix)) return resolveGrantedApplication(app, token);
  const [person] = await readSessions(app, Prisma.sql`session.token_hash = ${hashOf(token)}`);
  if (!person) throw new CredentialsRejected('SESSION_ENDED');
  return person;
}

async function resolveApplication(app: AppServices, key: string): Promise<ApplicationViewer> {
  if (!isWellFormedKey(key)) throw new CredentialsRejected('KEY_MALFORMED');
  const application = await findApplicationByKey(app.read, key);
  if (!application) throw new CredentialsRejected('KEY_INVALID');
  if (application.keyId !== null) app.keyUsage.record(application.keyId);
  return application;
}

async function resolveGrantedApplication(app: AppServices, token: string): Promise<ApplicationViewer> {
  const application = await findApplicationByAccessToken(app, token);
  if (!application) throw new CredentialsRejected('ACCESS_TOKEN_INVALID');
  if (application.grant) app.keyUsage.recordGrant(application.grant.id);
  return application;
}

/**
 * The token of a session. It is derived, not stored, so that a repeated sign-in answers the same one. Sessions of earlier
 * versions have random tokens, which work until they expire.
 */
const sessionTokenFor = ({ config }: Pick<AppServices, 'config'>, sessionId: string): string =>
  derivedToken(config.secret, `session:${sessionId}`);

/** Opens a session and returns its id and its token. If the person has too many sessions, the oldest end. */
export async function openSession(
  app: AppServices,
  tx: Tx,
  personId: string,
  { callerHash, userAgent }: { callerHash?: string; userAgent?: string | undefined } = {},
): Promise<{ id: string; token: string; expiresAt: Date; ended: readonly string[] }> {
  const id = randomId();
  const token = sessionTokenFor(app, id);
  const at = app.clock.now();
  const expiresAt = later(at, limits.session.days * dayMs);
  const others = await tx.session.findMany({
    where: { personId, revokedAt: null, expiresAt: { gt: at } },
    orderBy: { createdAt: 'desc' },
    skip: limits.session.perPerson - 1,
    select: { id: true },
  });
  const ended = others.map(({ id }) => id);
  if (ended.length > 0) await endSessions(tx, { id: { in: ended } }, at);
  await tx.session.create({
    data: {
      id,
      personId,
      tokenHash: hashOf(token),
      createdAt: at,
      expiresAt,
      callerHash: callerHash ?? null,
      userAgent: userAgent?.slice(0, limits.session.userAgentCharacters) ?? null,
    },
  });
  return { id, token, expiresAt, ended };
}

/** The token of a session that has not ended; undefined if it has ended, or was opened under another secret. */
export async function findSessionToken(
  app: AppServices,
  tx: Tx,
  id: string,
): Promise<{ token: string; expiresAt: Date; personId: string } | undefined> {
  const session = await tx.session.findFirst({ where: { AND: [{ id }, openSessions(app.clock.now())] } });
  const token = sessionTokenFor(app, id);
  if (!session || !matchesHash(token, session.tokenHash)) return undefined;
  return { token, expiresAt: session.expiresAt, personId: session.personId };
}

/**
 * Ends sessions, and deletes the push subscriptions of their browsers. A session that has ended stays as it is. Returns the
 * ids of the others.
 */
export async function endSessions(
  db: Pick<Db, 'session' | 'pushSubscription'>,
  where: Prisma.SessionWhereInput,
  at: Date,
): Promise<readonly string[]> {
  const ended = await db.session.updateManyAndReturn({
    where: { AND: [where, { revokedAt: null }] },
    data: { revokedAt: at },
    select: { id: true },
  });
  const ids = ended.map(({ id }) => id);
  if (ids.length > 0) await db.pushSubscription.deleteMany({ where: { sessionId: { in: ids } } });
  return ids;
}

export const SessionNotFound = notFound('Session');

/** Ends a session of the person, and its subscriptions. A session that has ended stays as it is. @throws SessionNotFound */
export async function revokeSession(app: AppServices, viewer: Person, sessionId: string): Promise<void> {
  const where = { AND: [{ id: sessionId }, ownSessions(viewer)] };
  await endSessions(app.db, where, app.clock.now());
  if ((await app.db.session.count({ where })) === 0) throw new SessionNotFound();
  app.live.publish(sessionTopic(sessionId));
}

/** Ends all sessions of the person but the current one, and their subscriptions. Returns their number. */
export async function revokeOtherSessions(app: AppServices, viewer: Person): Promise<number> {
  const at = app.clock.now();
  const others = { AND: [ownSessions(viewer), openSessions(at), { id: { not: viewer.sessionId } }] };
  const ended = await endSessions(app.db, others, at);
  app.live.publishAll(ended.map((id) => ({ topic: sessionTopic(id) })));
  return ended.length;
}

/** The sessions that have not ended at a time. */
export const openSessions = (at: Date): Prisma.SessionWhereInput => ({ revokedAt: null, expiresAt: { gt: at } });

/** Ends the viewer's session and its subscriptions. */
export async function endSession(app: AppServices, viewer: Person): Promise<void> {
  await endSessions(app.db, { id: viewer.sessionId }, app.clock.now());
  app.live.publish(sessionTopic(viewer.sessionId));
}
