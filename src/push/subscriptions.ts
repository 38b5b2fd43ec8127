/** The browsers in which a person is notified. A browser has one subscription for its session. */
import { ECDH } from 'node:crypto';
import { ownPushSubscriptions } from '../access/person-access.ts';
import type { Person } from '../access/viewer.ts';
import type { Prisma, PushSubscription } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import type { Tx } from '../platform/db.ts';
import { defineRefusal, InputInvalid, type InputProblem, NotSignedIn, notFound } from '../platform/errors.ts';
import { lockName } from '../platform/lock-name.ts';
import { parseTargetUrl } from '../platform/ssrf-guard.ts';
import type { ParsedAddress } from '../platform/web-address.ts';
import type { AppServices } from '../services/services.ts';

export const PushSubscriptionNotFound = notFound('PushSubscription');

export const PushUnavailable = defineRefusal('PushUnavailable', {
  code: 'PUSH_UNAVAILABLE',
  recovery: 'FINAL',
  message: 'This server sends no push notifications.',
  description: 'The server has no key for push notifications.',
  remedy: 'Offer push notifications only if `Marketplace.pushPublicKey` is not null.',
});

/** A subscription as a browser describes it. */
export interface NewSubscription {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** The subscriptions that receive notifications now: for the current key of the server, of sessions that have not ended. */
export function workingSubscriptions({
  config,
  clock,
}: Pick<AppServices, 'config' | 'clock'>): Prisma.PushSubscriptionWhereInput {
  const serverKey = config.push.vapid?.publicKey ?? '';
  return { serverKey, expiresAt: { gt: clock.now() }, session: { revokedAt: null } };
}

/**
 * Subscribes the browser of the session in the place of its earlier subscription. A browser that another person has used
 * belongs to this person from now on.
 * @throws RateLimited, PushUnavailable, InputInvalid
 */
export async function createPushSubscription(
  app: AppServices,
  { personId, sessionId }: Person,
  input: NewSubscription,
): Promise<PushSubscription> {
  await app.rateLimiter.consume('accountChanges', personId);
  const { clock, config, db } = app;
  const { vapid } = config.push;
  if (!vapid) throw new PushUnavailable();
  const address = parseEndpoint(input.endpoint, { allowsAny: config.webhooks.allowsAnyTarget });
  const problems = problemsOf(input, address);
  if (address.problem !== undefined || problems.length > 0) throw new InputInvalid(problems);
  const endpoint = address.href;
  const { p256dh, auth } = input;
  return db.$transaction(async (tx) => {
    await lockName(tx, `push subscriptions ${personId}`);
    await lockName(tx, `push endpoint ${endpoint}`);
    const session = await tx.session.findFirst({ where: { id: sessionId, personId, revokedAt: null } });
    if (!session) throw new NotSignedIn();
    await tx.pushSubscription.deleteMany({ where: { OR: [{ sessionId }, { endpoint }] } });
    await deleteOldest(tx, personId);
    const { expiresAt } = session;
    const serverKey = vapid.publicKey;
    return tx.pushSubscription.create({
      data: { personId, sessionId, endpoint, p256dh, auth, serverKey, createdAt: clock.now(), expiresAt },
    });
  });
}

/** Makes room for a further subscription of a person. */
async function deleteOldest(tx: Tx, personId: string): Promise<void> {
  const oldest = await tx.pushSubscription.findMany({
    where: { personId },
    orderBy: { id: 'desc' },
    skip: limits.push.subscriptionsPerPerson - 1,
    select: { id: true },
  });
  await tx.pushSubscription.deleteMany({ where: { id: { in: oldest.map(({ id }) => id) } } });
}

/** Deletes a subscription of the person. @throws PushSubscriptionNotFound */
export async function deletePushSubscription({ db }: AppServices, viewer: Person, id: string): Promise<void> {
  const { count } = await db.pushSubscription.deleteMany({ where: { AND: [{ id }, ownPushSubscriptions(viewer)] } });
  if (count === 0) throw new PushSubscriptionNotFound();
}

function parseEndpoint(endpoint: string, rule: { allowsAny: boolean }): ParsedAddress {
  const { endpointCharacters } = limits.push;
  return endpoint.length <= endpointCharacters && /^[!-~]*$/.test(endpoint)
    ? parseTargetUrl(endpoint, rule)
    : { problem: `must have at most ${endpointCharacters} characters, all of ASCII` };
}

function problemsOf({ p256dh, auth }: NewSubscription, endpoint: ParsedAddress): InputProblem[] {
  const checks: readonly (readonly [field: string, problem: string | undefined])[] = [
    ['endpoint', endpoint.problem],
    ['p256dh', isPublicKey(p256dh) ? undefined : 'must be a public key of P-256: 65 bytes in base64url'],
    ['auth', bytesOf(auth)?.length === authBytes ? undefined : `must be ${authBytes} bytes in base64url`],
  ];
  return checks.flatMap(([field, message]) => (message ? [{ field, message }] : []));
}

const authBytes = 16;
const publicKeyBytes = 65;
const maxKeyCharacters = 100;

/** The bytes of a text in base64url; undefined if it is not in that form. */
function bytesOf(text: string): Buffer | undefined {
  if (text.length > maxKeyCharacters) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text.replace(/={1,2}$/, '') ? bytes : undefined;
}

/** True for the uncompressed form of a point on the curve P-256. */
function isPublicKey(text: string): boolean {
  const bytes = bytesOf(text);
  if (bytes?.length !== publicKeyBytes) return false;
  try {
    ECDH.convertKey(bytes, 'prime256v1');
    return true;
  } catch {
    return false;
  }
}
