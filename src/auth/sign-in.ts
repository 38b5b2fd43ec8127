import { randomUUID } from 'node:crypto';
import { openInvitations } from '../access/invitation-tokens.ts';
import { queueSignInEmail, signInCodeFor } from '../emails/queue-emails.ts';
import { limits } from '../limits.ts';
import { sessionTopic } from '../live/topics.ts';
import { later, minuteMs } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { defineRefusal, InputInvalid, RateLimited, Refusal } from '../platform/errors.ts';
import { lockName } from '../platform/lock-name.ts';
import { hashOf, matchesHash } from '../platform/secrets.ts';
import type { AppServices } from '../services/services.ts';
import { openSession } from './sessions.ts';

/** The code is wrong, used, expired, or was tried too often. The message does not say which. */
export const SignInCodeInvalid = defineRefusal('SignInCodeInvalid', {
  code: 'SIGN_IN_CODE_INVALID',
  recovery: 'CORRECTABLE',
  message: 'Invalid or expired code. Request a new one.',
  description: 'The sign-in code is wrong, used or expired, or was tried too often.',
  remedy: 'Request a new code with `requestSignInCode`.',
});

/** The address is unknown, and this marketplace accepts invited people only. */
export const SignUpClosed = defineRefusal('SignUpClosed', {
  code: 'SIGN_UP_CLOSED',
  recovery: 'FINAL',
  message: 'This marketplace is open to invited people only. Ask a member of an account to invite this address.',
  description: 'The code was right, but the address is unknown and was not invited.',
  remedy: 'Ask a member of an account to invite the address.',
});

const maxAddressCharacters = 254; // RFC 5321, 4.5.3.1.3
// Without the characters of display names and lists: "x<ada@b.example>" would be another spelling of an address, with
// limits of its own.
const addressPattern = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+\.[^\s@<>()[\]\\,;:"\p{Cc}]+$/u;

/** The address in the form in which it is stored. @throws InputInvalid that names the field */
export function normalizeAddress(email: string, field = 'email'): string {
  const address = email.trim().toLowerCase();
  if (address.length <= maxAddressCharacters && addressPattern.test(address)) return address;
  throw new InputInvalid([
    { field, message: `must be an e-mail address of at most ${maxAddressCharacters} characters` },
  ]);
}

/**
 * E-mails a sign-in code to an address, known or not: no one learns from it who has signed up. The code works for the
 * caller who requested it, so that the requests and wrong attempts of others cost no one anything (decision 26).
 * @throws InputInvalid, RateLimited
 */
export async function requestSignInCode(
  app: AppServices,
  { email, rateLimitKey }: { email: string; rateLimitKey: string },
): Promise<void> {
  const address = normalizeAddress(email);
  const callerHash = callerHashOf(app, rateLimitKey);
  await app.rateLimiter.consume('signInCodesPerCaller', rateLimitKey);
  await app.rateLimiter.consume('signInCodesPerCallerAndAddress', `${rateLimitKey} ${address}`);
  const retryAfterSeconds = await app.rateLimiter.tryConsume('signInCodesPerAddress', address);
  // From where the person has signed in before, the requests of others do not count.
  if (retryAfterSeconds !== undefined && !(await isKnownCaller(app, { address, callerHash })))
    throw new RateLimited({ retryAfterSeconds });
  await app.db.$transaction(async (tx) => {
    const at = app.clock.now();
    const id = randomUUID();
    await tx.signInCode.create({
      data: {
        id,
        email: address,
        callerHash,
        codeHash: hashOf(signInCodeFor(app, id)),
        attemptsLeft: limits.signInCode.tries,
        createdAt: at,
        expiresAt: later(at, limits.signInCode.minutes * minuteMs),
      },
    });
    await queueSignInEmail(app, tx, { codeId: id, address });
  });
}

/** The digest of the network address of a caller, as it is stored. */
const callerHashOf = ({ config }: Pick<AppServices, 'config'>, rateLimitKey: string): string =>
  hashOf(`${config.secret} ${rateLimitKey}`);

async function isKnownCaller(
  { db }: AppServices,
  { address, callerHash }: { address: string; callerHash: string },
): Promise<boolean> {
  return (await db.session.count({ where: { person: { email: address }, callerHash } })) > 0;
}

export interface SignedIn {
  /** Returned only here; the database has its hash. */
  readonly token: string;
  readonly expiresAt: Date;
  readonly personId: string;
  /** True if the person has signed in for the first time. */
  readonly isNewPerson: boolean;
}

export interface SignInCall {
  readonly email: string;
  readonly code: string;
  readonly rateLimitKey: string;
  /** The User-Agent header of the caller. */
  readonly userAgent?: string | undefined;
}

/**
 * Exchanges a sign-in code for a session. Each code that the caller has requested works, for limited time and attempts,
 * until one of them is used. An unknown address becomes a person.
 * @throws InputInvalid, RateLimited, SignInCodeInvalid, SignUpClosed
 */
export async function signIn(
  app: AppServices,
  { email, code, rateLimitKey, userAgent }: SignInCall,
): Promise<SignedIn> {
  const address = normalizeAddress(email);
  const callerHash = callerHashOf(app, rateLimitKey);
  await app.rateLimiter.consume('signInTriesPerCaller', rateLimitKey);
  // A failed attempt must be counted although it is refused: it is committed first, and refused afterwards.
  const outcome = await app.db.$transaction(async (tx) => {
    await lockAddress(tx, address);
    if (!(await useCode(app, tx, { address, code, callerHash }))) return new SignInCodeInvalid();
    const person = await findOrCreatePerson(app, tx, address);
    if (!person) return new SignUpClosed();
    return { ...person, ...(await openSession(app, tx, person.personId, { callerHash, userAgent })) };
  });
  if (outcome instanceof Refusal) throw outcome;
  const { ended, ...session } = outcome;
  for (const sessionId of ended) app.live.publish(sessionTopic(sessionId));
  return { ...session, token: `${app.config.tokenPrefix}${session.token}` };
}

/** Counts an attempt on each valid code of the caller, and uses all codes of the address if one of them matches. */
async function useCode(
  { clock }: AppServices,
  tx: Tx,
  { address, code, callerHash }: { address: string; code: string; callerHash: string },
): Promise<boolean> {
  const at = clock.now();
  // The update locks the rows, so that no two requests use the same code.
  const candidates = await tx.signInCode.updateManyAndReturn({
    where: { email: address, callerHash, usedAt: null, attemptsLeft: { gt: 0 }, expiresAt: { gt: at } },
    data: { attemptsLeft: { decrement: 1 } },
    select: { codeHash: true },
  });
  const matches = candidates.filter(({ codeHash }) => matchesHash(code.trim(), codeHash));
  if (matches.length === 0) return false;
  await tx.signInCode.updateMany({ where: { email: address, usedAt: null }, data: { usedAt: at } });
  return true;
}

/** The person with an address, created if sign-up is open or the address was invited; undefined otherwise. */
async function findOrCreatePerson(
  app: AppServices,
  tx: Tx,
  email: string,
): Promise<{ personId: string; isNewPerson: boolean } | undefined> {
  const existing = await tx.person.findUnique({ where: { email }, select: { id: true } });
  if (existing) return { personId: existing.id, isNewPerson: false };
  const createdAt = app.clock.now();
  if (!app.config.isSignUpOpen && !(await isInvited(tx, email, createdAt))) return undefined;
  // The caller holds the address, so no other request creates the same person.
  const { id } = await tx.person.create({ data: { email, name: nameFromAddress(email), createdAt } });
  return { personId: id, isNewPerson: true };
}

const isInvited = async (tx: Tx, email: string, at: Date): Promise<boolean> =>
  (await tx.invitation.count({ where: { AND: [{ email }, openInvitations(at)] } })) > 0;

/**
 * Holds an address until the transaction ends: of the callers who sign in with it, or change theirs to it, at the same
 * time, each sees what the one before has done. It is taken before the row of a person.
 */
export async function lockAddress(tx: Tx, address: string): Promise<void> {
  await lockName(tx, `address ${address}`);
}

/** The name of a person until the person gives one. */
const nameFromAddress = (email: string): string => email.slice(0, email.indexOf('@'));
