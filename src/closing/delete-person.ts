/** Deletion of people. Timelines keep their entries, under a replaced name. */
import { openOrdersOf } from '../access/open-orders.ts';
import type { Person } from '../access/viewer.ts';
import { lastOwnerOf, lockAccount } from '../accounts/memberships.ts';
import { raiseRightsRevision } from '../accounts/rights.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import { endSessions } from '../auth/sessions.ts';
import { sessionTopic } from '../live/topics.ts';
import { lockWaitingEmails } from '../notifications/waiting-notifications.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import { closeLockedAccount } from './close-account.ts';

/** The name of a deleted person in new reads. */
const deletedPersonName = 'Deleted person';

/**
 * Deletes the person who is signed in. Accounts without other members are closed; the sessions end.
 * `confirmation` is the person's own address.
 * @throws RateLimited, InputInvalid, LastOwner
 */
export async function deletePerson(
  app: AppServices,
  { personId }: Person,
  { confirmation }: { readonly confirmation: string },
): Promise<Date> {
  await app.rateLimiter.consume('closings', personId);
  const { deletedAt, topics } = await app.db.$transaction(async (tx) => {
    const person = await raiseRightsRevision(tx, personId);
    if (person.email === null) return { deletedAt: person.deletedAt ?? app.clock.now(), topics: [] };
    if (confirmation.trim().toLowerCase() !== person.email)
      throw new InputInvalid([{ field: 'confirmation', message: 'must be the address that you sign in with' }]);
    const closed = await leaveAccounts(app, tx, personId);
    const ended = await clearPerson(app, tx, { personId, email: person.email });
    return { deletedAt: app.clock.now(), topics: [...closed, ...ended] };
  });
  app.live.publishAll(topics.map((topic) => ({ topic })));
  return deletedAt;
}

/** Ends all memberships, and closes the accounts that have no other member. @throws LastOwner */
async function leaveAccounts(app: AppServices, tx: Tx, personId: string): Promise<readonly string[]> {
  // In the order of the ids, so that two transactions never wait for each other.
  const memberships = await tx.membership.findMany({
    where: { personId },
    orderBy: { accountId: 'asc' },
    select: { accountId: true },
  });
  const toClose: string[] = [];
  const ownedNames: string[] = [];
  for (const { accountId } of memberships) {
    await lockAccount(tx, accountId);
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId }, include: { memberships: true } });
    const others = account.memberships.filter((membership) => membership.personId !== personId);
    if (account.memberships.length === others.length || others.some(({ role }) => role === 'OWNER')) continue;
    if (!account.memberships.some((membership) => membership.personId === personId && membership.role === 'OWNER'))
      continue;
    const isNeeded =
      account.isOperator || others.length > 0 || (await tx.order.count({ where: openOrdersOf(accountId) })) > 0;
    if (isNeeded) ownedNames.push(account.name);
    else toClose.push(accountId);
  }
  if (ownedNames.length > 0) throw lastOwnerOf(ownedNames);
  const topics: string[] = [];
  for (const accountId of toClose) topics.push(...(await closeLockedAccount(app, tx, accountId)));
  await auditOwnRemoval(app, tx, personId);
  await tx.membership.deleteMany({ where: { personId } });
  return topics;
}

/** An operator who is deleted is an operator no longer. */
async function auditOwnRemoval(app: AppServices, tx: Tx, personId: string): Promise<void> {
  const operatorAccounts = await tx.membership.findMany({ where: { personId, account: { isOperator: true } } });
  for (const { accountId } of operatorAccounts)
    await appendAuditEntry(app, tx, {
      personId,
      action: 'OPERATOR_REMOVED',
      subject: { type: 'Person', id: personId },
      details: { accountId },
    });
}

/** Clears what is stored about the person and not needed by others. Returns the topics of the sessions that ended. */
async function clearPerson(
  { clock }: AppServices,
  tx: Tx,
  { personId, email }: { readonly personId: string; readonly email: string },
): Promise<readonly string[]> {
  const at = clock.now();
  // The address is free from here on; a sign-in that runs at the same time waits, and gets a session of no one.
  await tx.person.update({
    where: { id: personId },
    data: {
      email: null,
      name: deletedPersonName,
      language: 'EN',
      timeZone: 'UTC',
      isTimeZoneChosen: false,
      notificationChoices: {},
      quietFrom: null,
      quietTo: null,
      deletedAt: at,
    },
  });
  const ended = await endSessions(tx, { personId }, at);
  await tx.pushNotification.deleteMany({ where: { personId } });
  await tx.session.updateMany({ where: { personId }, data: { userAgent: null, callerHash: null } });
  await tx.signInCode.deleteMany({ where: { email } });
  await tx.invitation.updateMany({ where: { email, acceptedAt: null, withdrawnAt: null }, data: { withdrawnAt: at } });
  await tx.invitation.updateMany({ where: { email }, data: { email: '' } });
  await lockWaitingEmails(tx, personId);
  const received = { OR: [{ address: email }, { personId }] };
  await tx.email.updateMany({
    where: { ...received, status: { in: ['QUEUED', 'HELD', 'DIGEST'] } },
    data: { status: 'DROPPED', dueAt: null, settledAt: at },
  });
  // The rows stay, because an e-mail is sent once for each cause; the addresses in them do not.
  await tx.$executeRaw`
    update mail set address = 'deleted:' || id where address = ${email} or person_id = ${personId}::uuid`;
  return ended.map(sessionTopic);
}
