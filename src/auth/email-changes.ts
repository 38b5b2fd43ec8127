/** Changes of addresses: the new one confirms by a mailed code, and the old one is notified. */

import { randomUUID } from 'node:crypto';
import type { Person } from '../access/viewer.ts';
import { emailChangeCodeFor } from '../emails/mailed-codes.ts';
import { queueEmailChangeCode, queueEmailChangedEmail } from '../emails/queue-emails.ts';
import { type EmailChange, Prisma } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { missingTextsTopic } from '../live/topics.ts';
import { later, minuteMs } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { defineRefusal, InputInvalid, Refusal } from '../platform/errors.ts';
import { lockName } from '../platform/lock-name.ts';
import { hashOf, matchesHash } from '../platform/secrets.ts';
import type { AppServices } from '../services/services.ts';
import { normalizeAddress } from './normalize-address.ts';
import { lockAddress } from './sign-in.ts';

/** The code is wrong, used, expired, or was tried too often. The message does not say which. */
export const EmailChangeCodeInvalid = defineRefusal('EmailChangeCodeInvalid', {
  code: 'EMAIL_CHANGE_CODE_INVALID',
  recovery: 'CORRECTABLE',
  message: 'Invalid or expired code. Request the change of the address again.',
  description: 'The code that confirms a new address is wrong, used or expired, or was tried too often.',
  remedy: 'Request a new code with `requestEmailChange` or `requestContactEmailChange`.',
});

/** The code was right, but the address is that of another person. */
export const EmailTaken = defineRefusal('EmailTaken', {
  code: 'EMAIL_TAKEN',
  recovery: 'CORRECTABLE',
  message: 'Another person signs in with this address. Use another address.',
  description: 'The new address was confirmed, but another person signs in with it.',
  remedy: 'Use another address, or sign in with this one.',
});

/** The address that changes: the person's own, or the contact address of an account. */
type Subject = Pick<EmailChange, 'personId' | 'accountId'>;

/** The code was e-mailed. */
type CodeSent = {
  /** Time at which the code expires, in ISO 8601. */
  readonly expiresAt: string;
};

/**
 * E-mails a code to the new address of a person. The answer does not depend on whether the address is taken.
 * @throws RateLimited, InputInvalid
 */
export async function requestEmailChange(app: AppServices, { personId }: Person, newEmail: string): Promise<CodeSent> {
  const { email } = await app.db.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } });
  return requestChange(app, { personId, accountId: null }, { current: email, newEmail });
}

/** E-mails a code to the new contact address of an account. @throws RateLimited, InputInvalid */
export async function requestContactEmailChange(
  app: AppServices,
  subject: { readonly personId: string; readonly accountId: string },
  newEmail: string,
): Promise<CodeSent> {
  const { contactEmail } = await app.db.account.findUniqueOrThrow({ where: { id: subject.accountId } });
  return requestChange(app, subject, { current: contactEmail, newEmail });
}

async function requestChange(
  app: AppServices,
  subject: Subject,
  { current, newEmail: enteredEmail }: { readonly current: string | null; readonly newEmail: string },
): Promise<CodeSent> {
  const newEmail = normalizeAddress(enteredEmail, 'newEmail');
  if (newEmail === current)
    throw new InputInvalid([{ field: 'newEmail', message: 'must differ from the old address' }]);
  await app.rateLimiter.consume('emailChangesPerPerson', subject.personId);
  await app.rateLimiter.consume('emailChangesPerAddress', newEmail);
  const id = randomUUID();
  const createdAt = app.clock.now();
  const expiresAt = later(createdAt, limits.emailChangeCode.minutes * minuteMs);
  await app.db.$transaction(async (tx) => {
    await tx.emailChange.create({
      data: {
        id,
        ...subject,
        purpose: subject.accountId === null ? 'PERSON' : 'CONTACT',
        newEmail,
        codeHash: hashOf(emailChangeCodeFor(app, id)),
        attemptsLeft: limits.emailChangeCode.tries,
        createdAt,
        expiresAt,
      },
    });
    await queueEmailChangeCode(app, tx, { id, newEmail, personId: subject.personId });
  });
  return { expiresAt: expiresAt.toISOString() };
}

/**
 * Changes the address of a person to the one that the code was e-mailed to, and notifies the old address. The sessions of
 * the person stay. Returns the refusal of a failed attempt, EmailChangeCodeInvalid or EmailTaken, because the attempt counts.
 * @throws RateLimited
 */
export async function confirmEmailChange(
  app: AppServices,
  { personId }: Person,
  code: string,
): Promise<Refusal | undefined> {
  return confirmChange(app, { personId, accountId: null }, code, async (tx, { newEmail }) => {
    await lockAddress(tx, newEmail);
    if ((await tx.person.count({ where: { email: newEmail, id: { not: personId } } })) > 0) return new EmailTaken();
    await tx.$queryRaw`select 1 from person where id = ${personId}::uuid for update`;
    const { email: oldEmail } = await tx.person.findUniqueOrThrow({ where: { id: personId } });
    await tx.person.update({ where: { id: personId }, data: { email: newEmail } });
    return oldEmail;
  }).catch((error: unknown) => {
    // Only the command that adds operators makes people without holding the address.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') throw new EmailTaken();
    throw error;
  });
}

/**
 * Changes the contact address of an account to the one that the code was e-mailed to, and notifies the old address.
 * Returns the refusal of a failed attempt, EmailChangeCodeInvalid, because the attempt counts.
 * @throws RateLimited
 */
export async function confirmContactEmailChange(
  app: AppServices,
  subject: { readonly personId: string; readonly accountId: string },
  code: string,
): Promise<Refusal | undefined> {
  const { accountId: id } = subject;
  const refusal = await confirmChange(app, subject, code, async (tx, { newEmail }) => {
    await tx.$queryRaw`select 1 from account where id = ${id}::uuid for no key update`;
    const { contactEmail: oldEmail } = await tx.account.findUniqueOrThrow({ where: { id } });
    await tx.account.update({ where: { id }, data: { contactEmail: newEmail } });
    return oldEmail;
  });
  if (!refusal) app.live.publish(missingTextsTopic);
  return refusal;
}

/** Uses a code in the transaction that changes the address. `apply` returns the old address, or a refusal, which is returned. */
async function confirmChange(
  app: AppServices,
  subject: Subject,
  code: string,
  apply: (tx: Tx, change: EmailChange) => Promise<string | null | Refusal>,
): Promise<Refusal | undefined> {
  await app.rateLimiter.consume('emailChangeTries', subject.personId);
  // A failed attempt must be counted although it is refused: it is committed first, and refused afterwards.
  return app.db.$transaction(async (tx) => {
    const change = await useCode(app, tx, subject, code);
    if (!change) return new EmailChangeCodeInvalid();
    const oldEmail = await apply(tx, change);
    if (oldEmail instanceof Refusal) return oldEmail;
    if (oldEmail) await queueEmailChangedEmail(app, tx, { changeId: change.id, oldEmail, personId: change.personId });
    return undefined;
  });
}

/** Counts an attempt on each valid code of the subject, and uses all of its codes if one of them matches. */
async function useCode(
  { clock }: AppServices,
  tx: Tx,
  subject: Subject,
  code: string,
): Promise<EmailChange | undefined> {
  const at = clock.now();
  // Two requests of one person would wait for the codes in different orders: they wait for each other here.
  await lockName(tx, `email change ${subject.personId}`);
  const candidates = await tx.emailChange.updateManyAndReturn({
    where: { ...subject, usedAt: null, attemptsLeft: { gt: 0 }, expiresAt: { gt: at } },
    data: { attemptsLeft: { decrement: 1 } },
  });
  const match = candidates.find(({ codeHash }) => matchesHash(code.trim(), codeHash));
  if (match) await tx.emailChange.updateMany({ where: { ...subject, usedAt: null }, data: { usedAt: at } });
  return match;
}
