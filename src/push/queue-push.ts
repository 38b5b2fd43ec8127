/** Queues push notifications, in the transaction of their cause. */
import type { Language, Person, PersonRole } from '../generated/prisma/client.ts';
import { type NotificationKind, wantsPush } from '../notifications/kinds.ts';
import { quietEndAt, type TimedReader } from '../notifications/quiet-hours.ts';
import type { Tx } from '../platform/db.ts';
import type { AppServices } from '../services/services.ts';
import { workingSubscriptions } from './subscriptions.ts';

export const deliverPushJobName = 'deliver-push';

/** The columns of a person that decide if and when push notifications are sent. */
type PushReader = TimedReader & Pick<Person, 'id' | 'notificationChoices'>;

/** A notification to a person, with the cause and the template of the e-mail about the same. */
export interface PersonNotification {
  readonly person: PushReader;
  readonly kind: NotificationKind;
  readonly template: string;
  readonly cause: string;
  readonly orderId?: string;
  readonly entryNumber?: number;
  readonly role?: PersonRole;
  readonly language: Language;
  readonly timeZone: string;
}

/** The end of the quiet hours for which a notification waits; null if it is sent now, undefined if it is not chosen. */
export function pushDueAt(person: PushReader, kind: NotificationKind, at: Date): Date | null | undefined {
  return wantsPush(person, kind) ? (quietEndAt(person, at) ?? null) : undefined;
}

/**
 * Queues a push notification to each browser of the people who want it. The same cause never notifies a browser twice at a
 * time, also that of a person who is a member of both parties.
 */
export async function queuePushNotifications(
  app: Pick<AppServices, 'clock' | 'config' | 'jobs'>,
  tx: Tx,
  notifications: readonly PersonNotification[],
): Promise<void> {
  const createdAt = app.clock.now();
  const chosen = notifications.flatMap(({ person, ...notification }) => {
    const dueAt = pushDueAt(person, notification.kind, createdAt);
    return dueAt === undefined ? [] : [{ ...notification, personId: person.id, dueAt, createdAt }];
  });
  if (chosen.length === 0) return;
  const subscriptions = await tx.pushSubscription.findMany({
    where: { AND: [{ personId: { in: chosen.map(({ personId }) => personId) } }, workingSubscriptions(app)] },
    select: { id: true, personId: true },
  });
  const subscriptionsOf = Map.groupBy(subscriptions, ({ personId }) => personId);
  const inserted = await tx.pushNotification.createManyAndReturn({
    data: chosen.flatMap((notification) =>
      (subscriptionsOf.get(notification.personId) ?? []).map(({ id }) => ({ ...notification, subscriptionId: id })),
    ),
    skipDuplicates: true,
    select: { id: true, dueAt: true },
  });
  await app.jobs.enqueue(
    tx,
    deliverPushJobName,
    inserted.flatMap(({ id, dueAt }) => (dueAt === null ? [{ notificationId: id }] : [])),
  );
}
