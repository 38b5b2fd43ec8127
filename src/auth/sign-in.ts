import { randomUUID } from 'node:crypto';
import { openInvitations } from '../access/invitation-tokens.ts';
import { recordAcceptance, TermsNotAccepted, termsOf } from '../accounts/terms.ts';
import { signInCodeFor } from '../emails/mailed-codes.ts';
import { queueSignInEmail } from '../emails/queue-emails.ts';
import type { Language } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { sessionTopic } from '../live/topics.ts';
import { later, minuteMs } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { defineRefusal, IdempotencyKeyReused, RateLimited, Refusal } from '../platform/errors.ts';
import { changeOnce, type KeyedRequest } from '../platform/idempotency-keys.ts';
import { lockName } from '../platform/lock-name.ts';
import { hashOf, matchesHash } from '../platform/secrets.ts';
import { offeredLanguageOf, readMarketplace, signUpPolicyOf } from '../services/marketplace-settings.ts';
import type { AppServices } from '../services/services.ts';
import { normalizeAddress } from './normalize-address.ts';
import { findSessionToken, openSession } from './sessions.ts';

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

/**
 * E-mails a sign-in code to an address, known or not: no one learns from it who has signed up. The code works for the
 * caller who requested it, so that the requests and wrong attempts of others cost no one anything (decision 26). The
 * `language` is that of the e-mail to an address that is not that of a person. Returns the id of the code, which is not for
 * the caller.
 * @throws InputInvalid, RateLimited
 */
export async function requestSignInCode(
  app: AppServices,
  { email, language, rateLimitKey }: { email: string; language?: Language | undefined; rateLimitKey: string },
): Promise<string> {
  const address = normalizeAddress(email);
  const callerHash = callerHashOf(app, rateLimitKey);
  await app.rateLimiter.consume('signInCodesPerCaller', rateLimitKey);
  await app.rateLimiter.consume('signInCodesPerCallerAndAddress', `${rateLimitKey} ${address}`);
  const retryAfterSeconds = await app.rateLimiter.tryConsume('signInCodesPerAddress', address);
  // From where the person has signed in before, the requests of others do not count.
  if (retryAfterSeconds !== undefined && !(await isKnownCaller(app, { address, callerHash })))
    throw new RateLimited({ retryAfterSeconds });
  const id = randomUUID();
  await app.db.$transaction(async (tx) => {
    const at = app.clock.now();
    const offered = offeredLanguageOf(await readMarketplace(tx), language);
    const mailedIn = await queueSignInEmail(app, tx, { codeId: id, address, language: offered });
    await tx.signInCode.create({
      data: {
        id,
        language: mailedIn,
        email: address,
        callerHash,
        codeHash: hashOf(signInCodeFor(app, id)),
        attemptsLeft: limits.signInCode.tries,
        createdAt: at,
        expiresAt: later(at, limits.signInCode.minutes * minuteMs),
      },
    });
  });
  return id;
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
  /** Derived from the id of the session; the database has its hash. */
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
  /** The version of the terms that the person accepts. */
  readonly acceptedTermsVersion?: number | null | undefined;
  /** The User-Agent header of the caller. */
  readonly userAgent?: string | undefined;
  /** The request with its idempotency key. Its actor is the caller, and its input has the address and the code. */
  readonly request: KeyedRequest;
}

/**
 * Exchanges a sign-in code for a session. An unknown address becomes a person, who accepts the terms of the marketplace.
 *
 * A repeated request with the same key gets the same session while the code would still work and the session has not ended.
 * The key is not a credential: without the right code it gives nothing, and wrong codes count as attempts.
 * @throws InputInvalid, RateLimited, SignInCodeInvalid, SignUpClosed, IdempotencyKeyReused, and TermsNotAccepted for a new
 * person who has not accepted the current version; then the code still works
 */
export async function signIn(app: AppServices, call: SignInCall): Promise<SignedIn> {
  let ended: readonly string[] | undefined;
  const signedIn = await attemptOnce(app, call, async (tx, attempt) => {
    const openOnce = () =>
      changeOnce<OpenedSession>(tx, { ...call.request, at: app.clock.now() }, async () => {
        const person = await confirmPerson(app, tx, { ...attempt, acceptedTermsVersion: call.acceptedTermsVersion });
        if (person instanceof Refusal) return person;
        const { callerHash } = attempt;
        const session = await openSession(app, tx, person.personId, { callerHash, userAgent: call.userAgent });
        ended = session.ended;
        return { sessionId: session.id, isNewPerson: person.isNewPerson };
      });
    const opened = await openOnce().catch((error: unknown) => {
      if (error instanceof IdempotencyKeyReused) return error;
      throw error;
    });
    if (opened instanceof IdempotencyKeyReused) await countGuess(app, tx, attempt);
    if (opened instanceof Refusal) return opened;
    const isRepeated = ended === undefined;
    if (isRepeated && !(await hasUsedCode(app, tx, attempt))) return new SignInCodeInvalid();
    const session = await findSessionToken(app, tx, opened.sessionId);
    return session ? { ...session, isNewPerson: opened.isNewPerson } : new SignInCodeInvalid();
  });
  for (const sessionId of ended ?? []) app.live.publish(sessionTopic(sessionId));
  return { ...signedIn, token: `${app.config.tokenPrefix}${signedIn.token}` };
}

/** The person who has entered the right code. */
type ConfirmedPerson = Pick<SignedIn, 'personId' | 'isNewPerson'>;

type CodeEntry = Pick<SignInCall, 'email' | 'code' | 'rateLimitKey'>;

/**
 * Confirms that the caller reads the mailbox of an address, and calls `use` in the transaction that uses the code up. An
 * unknown address becomes a person.
 * @throws InputInvalid, RateLimited, SignInCodeInvalid, SignUpClosed, TermsNotAccepted for a new person while there are terms
 */
export const withSignInCode = <Result extends object>(
  app: AppServices,
  entry: CodeEntry,
  use: (tx: Tx, person: ConfirmedPerson, callerHash: string) => Promise<Result>,
): Promise<Result> =>
  attemptOnce(app, entry, async (tx, attempt) => {
    const person = await confirmPerson(app, tx, attempt);
    return person instanceof Refusal ? person : use(tx, person, attempt.callerHash);
  });

/**
 * Runs an attempt to sign in. Each code that the caller has requested works, for limited time and attempts, until one of
 * them is used. A refusal that `change` returns is thrown after the commit, because the attempt counts.
 * @throws InputInvalid, RateLimited, and what `change` throws or returns
 */
async function attemptOnce<Result extends object>(
  app: AppServices,
  { email, code, rateLimitKey }: CodeEntry,
  change: (tx: Tx, attempt: Attempt) => Promise<Result | Refusal>,
): Promise<Result> {
  const address = normalizeAddress(email);
  const callerHash = callerHashOf(app, rateLimitKey);
  await app.rateLimiter.consume('signInTriesPerCaller', rateLimitKey);
  const outcome = await app.db.$transaction(async (tx) => {
    await lockAddress(tx, address);
    return change(tx, { address, code, callerHash });
  });
  if (outcome instanceof Refusal) throw outcome;
  return outcome;
}

/** Uses a code, and returns the person who has entered it, or the refusal. @throws TermsNotAccepted */
async function confirmPerson(
  app: AppServices,
  tx: Tx,
  { acceptedTermsVersion, ...attempt }: Attempt & Pick<SignInCall, 'acceptedTermsVersion'>,
): Promise<ConfirmedPerson | Refusal> {
  const usedCode = await useCode(app, tx, attempt);
  if (!usedCode) return new SignInCodeInvalid();
  const { language } = usedCode;
  return (
    (await findOrCreatePerson(app, tx, { email: attempt.address, language, acceptedTermsVersion })) ??
    new SignUpClosed()
  );
}

/** The result of a sign-in, as it is stored under its idempotency key. */
type OpenedSession = {
  readonly sessionId: string;
  readonly isNewPerson: boolean;
};

interface Attempt {
  readonly address: string;
  readonly code: string;
  readonly callerHash: string;
}

/** The codes of the caller that are not expired and have attempts left. */
const validCodes = ({ clock }: AppServices, { address, callerHash }: Attempt) => ({
  email: address,
  callerHash,
  attemptsLeft: { gt: 0 },
  expiresAt: { gt: clock.now() },
});

/** Counts an attempt on each valid code of the caller that was used: a request with a known key may be a guess. */
async function countGuess(app: AppServices, tx: Tx, attempt: Attempt): Promise<void> {
  await tx.signInCode.updateMany({
    where: { ...validCodes(app, attempt), usedAt: { not: null } },
    data: { attemptsLeft: { decrement: 1 } },
  });
}

/** True if the code was used, and would still work if it had not been used. */
async function hasUsedCode(app: AppServices, tx: Tx, attempt: Attempt): Promise<boolean> {
  const codeHash = hashOf(attempt.code.trim());
  return (await tx.signInCode.count({ where: { ...validCodes(app, attempt), usedAt: { not: null }, codeHash } })) > 0;
}

/**
 * Counts an attempt on each valid code of the caller, and uses all codes of the address if one of them matches. Returns
 * that one.
 */
async function useCode(
  app: AppServices,
  tx: Tx,
  attempt: Attempt,
): Promise<{ readonly language: Language } | undefined> {
  const { address, code } = attempt;
  // The update locks the rows, so that no two requests use the same code.
  const candidates = await tx.signInCode.updateManyAndReturn({
    where: { ...validCodes(app, attempt), usedAt: null },
    data: { attemptsLeft: { decrement: 1 } },
    select: { codeHash: true, language: true },
  });
  const match = candidates.find(({ codeHash }) => matchesHash(code.trim(), codeHash));
  if (match)
    await tx.signInCode.updateMany({ where: { email: address, usedAt: null }, data: { usedAt: app.clock.now() } });
  return match;
}

/**
 * The person with an address, created if sign-up is open or the address was invited; undefined otherwise. A new person
 * has the language of the e-mail with the code.
 * @throws TermsNotAccepted, which undoes the use of the code
 */
async function findOrCreatePerson(
  app: AppServices,
  tx: Tx,
  {
    email,
    language,
    acceptedTermsVersion,
  }: Pick<SignInCall, 'email' | 'acceptedTermsVersion'> & { readonly language: Language },
): Promise<ConfirmedPerson | undefined> {
  const existing = await tx.person.findUnique({ where: { email }, select: { id: true } });
  const at = app.clock.now();
  const settings = await readMarketplace(tx);
  const terms = termsOf(settings);
  const hasAccepted = terms !== undefined && acceptedTermsVersion === terms.version;
  if (!existing) {
    if (signUpPolicyOf(app.config, settings) === 'INVITE' && !(await isInvited(tx, email, at))) return undefined;
    if (terms && !hasAccepted) throw new TermsNotAccepted({ terms });
  }
  // The caller holds the address, so no other request creates the same person.
  const person =
    existing ?? (await tx.person.create({ data: { email, name: nameFromAddress(email), language, createdAt: at } }));
  if (hasAccepted) await recordAcceptance(tx, { personId: person.id, terms, at });
  return { personId: person.id, isNewPerson: !existing };
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
