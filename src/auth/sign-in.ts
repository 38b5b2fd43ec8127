import { randomUUID } from 'node:crypto';
import { queueSignInEmail, signInCodeFor } from '../emails/queue-emails.ts';
import { limits } from '../limits.ts';
import { sessionTopic } from '../live/topics.ts';
import { later, minuteMs } from '../platform/clock.ts';
import { defineRefusal, InputInvalid } from '../platform/errors.ts';
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

const maxAddressCharacters = 254; // RFC 5321, 4.5.3.1.3

/** The address in the form in which it is stored. @throws InputInvalid */
function normalizeAddress(email: string): string {
  const address = email.trim().toLowerCase();
  if (address.length <= maxAddressCharacters && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return address;
  throw new InputInvalid([
    { field: 'email', message: `must be an e-mail address of at most ${maxAddressCharacters} characters` },
  ]);
}

/**
 * E-mails a sign-in code if the address has an account. Neither the result nor its timing reveals whether it has.
 * @throws InputInvalid, RateLimited
 */
export async function requestSignInCode(
  app: AppServices,
  { email, rateLimitKey }: { email: string; rateLimitKey: string },
): Promise<void> {
  const address = normalizeAddress(email);
  await app.rateLimiter.consume('signInCodesPerCaller', rateLimitKey);
  await app.rateLimiter.consume('signInCodesPerAddress', address);
  await app.db.$transaction(async (tx) => {
    const at = app.clock.now();
    const id = randomUUID();
    await tx.signInCode.create({
      data: {
        id,
        email: address,
        codeHash: hashOf(signInCodeFor(app, id)),
        attemptsLeft: limits.signInCode.tries,
        createdAt: at,
        expiresAt: later(at, limits.signInCode.minutes * minuteMs),
      },
    });
    await queueSignInEmail(app, tx, { codeId: id, address });
  });
}

export interface SignedIn {
  /** Returned only here; the database has its hash. */
  readonly token: string;
  readonly expiresAt: Date;
  readonly accountId: string;
}

/**
 * Exchanges a sign-in code for a session. Only the newest code of an address is valid, once, for limited time and
 * attempts.
 * @throws InputInvalid, RateLimited, SignInCodeInvalid
 */
export async function signIn(
  app: AppServices,
  { email, code, rateLimitKey }: { email: string; code: string; rateLimitKey: string },
): Promise<SignedIn> {
  const address = normalizeAddress(email);
  await app.rateLimiter.consume('signInTriesPerCaller', rateLimitKey);
  // A failed attempt must be counted although it is refused: it is committed first, and refused afterwards.
  const session = await app.db.$transaction(async (tx) => {
    const newest = await tx.signInCode.findFirst({
      where: { email: address },
      orderBy: { createdAt: 'desc' },
      select: { id: true, codeHash: true },
    });
    if (!newest) return undefined;
    const at = app.clock.now();
    const attempt = await tx.signInCode.updateMany({
      where: { id: newest.id, usedAt: null, attemptsLeft: { gt: 0 }, expiresAt: { gt: at } },
      data: { attemptsLeft: { decrement: 1 } },
    });
    if (attempt.count === 0 || !matchesHash(code.trim(), newest.codeHash)) return undefined;
    const account = await tx.account.findUnique({ where: { email: address }, select: { id: true } });
    // The update above has locked the row of the code, so that no other request can use it.
    await tx.signInCode.update({ where: { id: newest.id }, data: { usedAt: at } });
    return account ? { accountId: account.id, ...(await openSession(app, tx, account.id)) } : undefined;
  });
  if (!session) throw new SignInCodeInvalid();
  for (const sessionId of session.ended) app.live.publish(sessionTopic(sessionId));
  return { ...session, token: `${app.config.tokenPrefix}${session.token}` };
}
