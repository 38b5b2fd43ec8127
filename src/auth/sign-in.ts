import { randomUUID } from 'node:crypto';
import { deliverMail, queueSignInMail, signInCodeFor } from '../emails/queue-emails.ts';
import { limits } from '../limits.ts';
import { sessionTopic } from '../live/topics.ts';
import { later, minuteMs } from '../platform/clock.ts';
import { defineRefusal, InputInvalid } from '../platform/errors.ts';
import type { RateLimitName } from '../platform/rate-limits/rate-limiter.ts';
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
function normalAddress(given: string): string {
  const address = given.trim().toLowerCase();
  if (address.length <= maxAddressCharacters && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return address;
  throw new InputInvalid([
    { field: 'email', message: `must be an e-mail address of at most ${maxAddressCharacters} characters` },
  ]);
}

/**
 * Mails a sign-in code, if somebody has the address. The answer, and the time it takes, do not tell whether.
 * @throws InputInvalid, RateLimited
 */
export async function requestSignInCode(
  app: AppServices,
  { email, rateLimitKey }: { email: string; rateLimitKey: string },
): Promise<void> {
  const address = normalAddress(email);
  await takeRate(app, 'signInCodesPerCaller', rateLimitKey);
  await takeRate(app, 'signInCodesPerAddress', address);
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
    await queueSignInMail(app, tx, { codeId: id, address });
  });
  app.jobs.wake(deliverMail);
}

export interface SignedIn {
  /** Told this once. */
  readonly token: string;
  readonly expiresAt: Date;
  readonly accountId: string;
}

/**
 * Turns a mailed code into a session. Only the newest code of an address works, once, within its time and tries.
 * @throws InputInvalid, RateLimited, SignInCodeInvalid
 */
export async function signIn(
  app: AppServices,
  { email, code, rateLimitKey }: { email: string; code: string; rateLimitKey: string },
): Promise<SignedIn> {
  const address = normalAddress(email);
  await takeRate(app, 'signInTriesPerCaller', rateLimitKey);
  // A failed try must count although it is refused: so it commits, and the refusal comes after.
  const opened = await app.db.$transaction(async (tx) => {
    const newest = await tx.signInCode.findFirst({
      where: { email: address },
      orderBy: { createdAt: 'desc' },
      select: { id: true, codeHash: true },
    });
    if (!newest) return undefined;
    const at = app.clock.now();
    const tried = await tx.signInCode.updateMany({
      where: { id: newest.id, usedAt: null, attemptsLeft: { gt: 0 }, expiresAt: { gt: at } },
      data: { attemptsLeft: { decrement: 1 } },
    });
    if (tried.count === 0 || !matchesHash(code.trim(), newest.codeHash)) return undefined;
    const account = await tx.account.findUnique({ where: { email: address }, select: { id: true } });
    // The update above has locked the code's row: nobody else can be using it now.
    await tx.signInCode.update({ where: { id: newest.id }, data: { usedAt: at } });
    return account ? { accountId: account.id, ...(await openSession(app, tx, account.id)) } : undefined;
  });
  if (!opened) throw new SignInCodeInvalid();
  for (const sessionId of opened.ended) app.live.publish(sessionTopic(sessionId));
  return { ...opened, token: `${app.config.tokenPrefix}${opened.token}` };
}

async function takeRate(app: AppServices, name: RateLimitName, key: string): Promise<void> {
  await app.rateLimiter.consume(name, key);
}
