/** The task that releases e-mails whose time has come: those that were held in quiet hours, and daily digests. */
import type { Prisma } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { nextDigestAt, quietEndAt } from '../notifications/quiet-hours.ts';
import { lockWaitingEmails } from '../notifications/waiting-notifications.ts';
import type { BackgroundTask } from '../platform/background-tasks.ts';
import { later } from '../platform/clock.ts';
import { dayIn } from '../platform/days.ts';
import type { Tx } from '../platform/db.ts';
import { forEachDue } from '../platform/due-items.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';
import { dailyDigest, type EmailTemplate } from './email-names.ts';
import { scheduledReaderColumns, scheduleFor } from './email-schedule.ts';
import { deliverEmailJobName } from './queue-emails.ts';

type ReleaseServices = Pick<AppServices, 'db' | 'clock' | 'log' | 'jobs'>;

export const heldEmailTasks = (app: ReleaseServices): readonly BackgroundTask[] => [
  {
    name: 'held-emails',
    kind: 'clock',
    run: () => releaseDueEmails(app),
    nextDueAt: async () => {
      const next = await app.db.email.findFirst({
        where: { dueAt: { not: null } },
        orderBy: { dueAt: 'asc' },
        select: { dueAt: true },
      });
      return next?.dueAt ?? undefined;
    },
    // E-mails are held for hours: one that another instance has held is found in time.
    maxPauseMs: tuning.emails.heldCheckMs,
  },
];

interface DueEmail {
  readonly id: string;
  readonly personId: string | null;
  readonly status: string;
}

/** Queues the e-mails whose time has come, and the digests that are due. Returns the number of those queued. */
export const releaseDueEmails = (app: ReleaseServices): Promise<number> =>
  forEachDue<DueEmail>({
    name: 'held email',
    log: app.log,
    find: (limit) =>
      app.db.email.findMany({
        where: { dueAt: { lte: app.clock.now() } },
        orderBy: { dueAt: 'asc' },
        take: limit,
        select: { id: true, personId: true, status: true },
      }),
    handle: ({ id, personId, status }) =>
      app.db.$transaction((tx) =>
        status === 'DIGEST' && personId ? queueDigest(app, tx, { id, personId }) : releaseHeld(app, tx, id),
      ),
    reschedule: ({ id }) =>
      app.db.email.updateMany({
        where: { id, dueAt: { not: null } },
        data: { dueAt: later(app.clock.now(), tuning.emails.heldRetryMs) },
      }),
  });

/** Queues an e-mail that was held, unless the preferences of the person have changed. */
async function releaseHeld({ clock, jobs }: ReleaseServices, tx: Tx, id: string): Promise<boolean> {
  const at = clock.now();
  // The update locks the row: another instance may have released it.
  const [mail] = await tx.email.updateManyAndReturn({ where: { id, dueAt: { lte: at } }, data: { dueAt: null } });
  if (!mail) return false;
  const { personId } = mail;
  const person =
    personId &&
    (await tx.person.findFirst({ where: { id: personId, email: { not: null } }, select: scheduledReaderColumns }));
  // Written by insertAndEnqueue.
  const schedule = person ? scheduleFor(mail.template as EmailTemplate, person, at) : undefined;
  await tx.email.update({ where: { id }, data: schedule ?? { status: 'DROPPED', settledAt: at } });
  if (schedule?.status !== 'QUEUED') return false;
  await jobs.enqueue(tx, deliverEmailJobName, [{ mailId: id }]);
  return true;
}

/**
 * Collects the e-mails of a person that wait for a digest, and queues it. A person gets one digest a day: if today's was
 * queued already, they wait for the next one.
 */
async function queueDigest(
  { clock, jobs }: ReleaseServices,
  tx: Tx,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<boolean> {
  // Two instances, and two e-mails of the person that are due, collect the same e-mails.
  await lockWaitingEmails(tx, personId);
  const at = clock.now();
  const waiting = { personId, status: 'DIGEST', dueAt: { not: null } } as const satisfies Prisma.EmailWhereInput;
  if ((await tx.email.count({ where: { ...waiting, id, dueAt: { lte: at } } })) === 0) return false;
  const person = await tx.person.findUnique({ where: { id: personId } });
  if (!person?.email) {
    await tx.email.updateMany({ where: waiting, data: { status: 'DROPPED', dueAt: null, settledAt: at } });
    return false;
  }
  const cause = `${personId}:${dayIn(person.timeZone, at)}`;
  const quietEnd = quietEndAt(person, at);
  if (quietEnd || (await tx.email.count({ where: { cause, template: dailyDigest } })) > 0) {
    await tx.email.updateMany({ where: waiting, data: { dueAt: quietEnd ?? nextDigestAt(person, at) } });
    return false;
  }
  const mails = await tx.email.findMany({
    where: waiting,
    orderBy: { id: 'asc' },
    take: limits.dailyDigest.notifications,
    select: { id: true, template: true },
  });
  // Written by insertAndEnqueue.
  const isOff = ({ template }: { template: string }) => !scheduleFor(template as EmailTemplate, person, at);
  const idsOf = (list: typeof mails) => list.map((mail) => mail.id);
  await tx.email.updateMany({
    where: { id: { in: idsOf(mails.filter(isOff)) } },
    data: { status: 'DROPPED', dueAt: null, settledAt: at },
  });
  const collected = idsOf(mails.filter((mail) => !isOff(mail)));
  if (collected.length === 0) return false;
  const { language, timeZone, email: address } = person;
  const digest = await tx.email.create({
    data: { template: dailyDigest, cause, personId, address, language, timeZone, status: 'QUEUED', createdAt: at },
  });
  await tx.email.updateMany({ where: { id: { in: collected } }, data: { digestId: digest.id, dueAt: null } });
  await jobs.enqueue(tx, deliverEmailJobName, [{ mailId: digest.id }]);
  return true;
}
