/** Notifications that wait: for the end of quiet hours, or, by e-mail, for the daily digest. */
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { lockName } from '../platform/lock-name.ts';
import { nextDigestAt, quietEndAt } from './quiet-hours.ts';

/**
 * Holds the e-mails of a person that wait until the transaction ends, so that changes of several of them wait for each
 * other instead of for single rows in different orders. It is taken after the person and before an order.
 */
export const lockWaitingEmails = (tx: Tx, personId: string): Promise<void> =>
  lockName(tx, `waiting emails ${personId}`);

/**
 * Gives the e-mails and the push notifications of a person that wait the times that follow from the preferences and the time zone of the person now.
 * All that wait for the same have the same time.
 */
export async function rescheduleWaitingNotifications(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  personId: string,
): Promise<void> {
  await lockWaitingEmails(tx, personId);
  const at = clock.now();
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  const waiting = { personId, dueAt: { not: null } };
  const held = { dueAt: quietEndAt(person, at) ?? at };
  await tx.email.updateMany({ where: { ...waiting, status: 'HELD' }, data: held });
  await tx.pushNotification.updateMany({ where: waiting, data: held });
  await tx.email.updateMany({
    where: { ...waiting, status: 'DIGEST' },
    data: { dueAt: nextDigestAt(person, at) },
  });
}
