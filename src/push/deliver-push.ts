/** The job that sends a push notification to the push service of a browser. */
import webPush from 'web-push';
import type { Person, PushNotification, PushSubscription } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import type { NotificationKind } from '../notifications/kinds.ts';
import { later } from '../platform/clock.ts';
import type { JobDefinition } from '../platform/jobs.ts';
import { type PostingResult, post } from '../platform/post.ts';
import { retryCount } from '../platform/retries.ts';
import type { Resolver } from '../platform/ssrf-guard.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';
import { deliverPushJobName, pushDueAt } from './queue-push.ts';
import { workingSubscriptions } from './subscriptions.ts';

/** The content of a push notification. */
export interface PushText {
  readonly title: string;
  readonly body: string;
  /** Path of the page that the notification opens. */
  readonly path: string;
}

export interface PushServices extends AppServices {
  readonly resolve: Resolver;
  /** Composes a notification for a person. Undefined if its subject has ended, or the person may not read it any more. */
  readonly composePush: (notification: PushNotification, person: Person) => Promise<PushText | undefined>;
}

const hourMs = 3_600_000;
/** The answers of a push service to a subscription that does not exist any more. */
const goneStatusCodes: readonly (number | undefined)[] = [404, 410];

/**
 * The job of one notification to one browser. An attempt that is repeated after a crash has the same tag, so that the browser
 * replaces the notification instead of showing a second one.
 */
export function deliverPushJob(app: PushServices): JobDefinition<{ notificationId: string }> {
  const { retrySeconds, timeoutSeconds } = app.config.push;
  const { maxRetrySeconds } = tuning.push;
  return {
    name: deliverPushJobName,
    retryLimit: retryCount({
      firstPauseSeconds: retrySeconds,
      maxPauseSeconds: maxRetrySeconds,
      withinSeconds: limits.push.hours * 3_600,
    }),
    retrySeconds,
    retryMaxSeconds: maxRetrySeconds,
    timeoutSeconds: 4 * timeoutSeconds,
    work: ({ notificationId }, isLastTry) => deliver(app, notificationId, isLastTry),
  };
}

/** The notification cannot be sent now; the job runner tries again. */
class PushDelayed extends Error {}

async function deliver(app: PushServices, id: string, isLastTry: boolean): Promise<void> {
  const { db, clock, log } = app;
  const notification = await db.pushNotification.findFirst({ where: { id, dueAt: null } });
  if (!notification) return;
  const settle = () => db.pushNotification.deleteMany({ where: { id } });
  const subscription = await db.pushSubscription.findFirst({
    where: { AND: [{ id: notification.subscriptionId }, workingSubscriptions(app)] },
    include: { person: true },
  });
  const endsAt = later(notification.createdAt, limits.push.hours * hourMs);
  if (!subscription || endsAt <= clock.now()) return void (await settle());
  // Written by queuePushNotifications.
  const dueAt = pushDueAt(subscription.person, notification.kind as NotificationKind, clock.now());
  if (dueAt) return void (await db.pushNotification.updateMany({ where: { id }, data: { dueAt } }));
  const text = dueAt === null ? await app.composePush(notification, subscription.person) : undefined;
  if (!text) return void (await settle());
  const result = await send(app, { id, subscription, text, endsAt });
  if (result.error !== undefined && isTemporary(result) && !isLastTry) throw new PushDelayed(result.error);
  if (result.error !== undefined)
    log.warn({ notificationId: id, reason: result.error }, 'push notification not delivered');
  if (goneStatusCodes.includes(result.statusCode))
    await db.pushSubscription.deleteMany({ where: { id: subscription.id } });
  await settle();
}

/** True if a later attempt may succeed. */
const isTemporary = ({ statusCode = 500 }: PostingResult): boolean =>
  statusCode >= 500 || statusCode === 408 || statusCode === 429;

interface Push {
  readonly id: string;
  readonly subscription: PushSubscription;
  readonly text: PushText;
  readonly endsAt: Date;
}

function send(
  { config, clock, resolve }: PushServices,
  { id, subscription, text, endsAt }: Push,
): Promise<PostingResult> {
  const { vapid, subject, timeoutSeconds } = config.push;
  if (!vapid) throw new Error('Push notifications are sent without a key');
  const { endpoint, p256dh, auth } = subscription;
  const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payloadOf(id, text), {
    vapidDetails: { subject, ...vapid },
    TTL: Math.round((endsAt.getTime() - clock.now().getTime()) / 1_000),
    // Of several attempts that wait for a browser, the push service keeps the last.
    topic: id.replaceAll('-', ''),
  });
  return post({
    url: endpoint,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])),
    body,
    timeoutSeconds,
    allowsAny: config.webhooks.allowsAnyTarget,
    resolve,
  });
}

/** The payload that the service worker of the browser client reads. */
function payloadOf(tag: string, { title, body, path }: PushText): string {
  return JSON.stringify({ title: shorten(title), body: shorten(body), path, tag });
}

function shorten(words: string): string {
  const { textCharacters } = limits.push;
  const text = words.replace(/\s+/g, ' ').trim();
  return text.length <= textCharacters ? text : `${text.slice(0, textCharacters - 1).toWellFormed()}…`;
}
