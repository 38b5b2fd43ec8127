/** The daily digest: the e-mails of a day that a person has chosen to get together, grouped by order. */
import { findEmailReader } from '../access/email-readers.ts';
import { lockWaitingEmails } from '../notifications/waiting-notifications.ts';
import { topicUpdatesFor } from '../orders/order.ts';
import { appendSystemEntry } from '../orders/timeline/timeline.ts';
import type { AppServices } from '../services/services.ts';
import { accountEmails, isAccountEmail } from './account-emails.ts';
import { messageIn, type Writer, writerFor } from './catalogues.ts';
import type { AttemptResult } from './delivery-attempts.ts';
import type { EmailLink, EmailText } from './email.ts';
import { dailyDigest, type OrderEmailName } from './email-names.ts';
import { type EmailWithOrder, emailWithOrder, readOrderFacts } from './order-email-facts.ts';
import { orderEmailTemplates } from './order-emails.ts';

/** A digest, and the e-mails that it reports. */
export interface ComposedDigest {
  readonly text: EmailText;
  /** The ids of the e-mails whose subjects are in the digest. */
  readonly reported: readonly string[];
}

/** One notification in a digest. */
interface Notification {
  readonly subject: string;
  /** Target of its button, if it is not the order. */
  readonly link: EmailLink | undefined;
}

/** The notifications about one order, to one of its roles. */
interface Group {
  /** Undefined for notifications that are not about an order. */
  readonly order: { readonly number: number; readonly other: string; readonly url: string } | undefined;
  readonly notifications: Map<string, Notification>;
  /** Unread messages, in all e-mails about them. */
  unreadCount: number;
}

/**
 * Composes a digest from the e-mails that were collected in it. Those whose subject has ended, or that the person may no
 * longer read, are left out. Undefined if none is left.
 */
export async function composeDigest(app: AppServices, digest: EmailWithOrder): Promise<ComposedDigest | undefined> {
  const mails = await app.db.email.findMany({
    where: { digestId: digest.id },
    orderBy: { id: 'asc' },
    include: emailWithOrder,
  });
  const groups = new Map<string, Group>();
  const reported: string[] = [];
  for (const mail of mails) if (await addToGroup(app, groups, { mail, digest })) reported.push(mail.id);
  if (reported.length === 0) return undefined;
  const writer = writerFor(dailyDigest, digest);
  const all = [...groups.values()];
  const lists = all.map((group) => notificationsIn(group, digest));
  return {
    reported,
    text: {
      subject: writer.say('subject', { count: lists.flat().length }),
      paragraphs: all.map((group, index) => paragraphOf(group, lists[index] ?? [], writer)),
      link: { label: writer.say('open'), url: `${app.config.publicUrl}/orders` },
      reason: writer.say('reason'),
    },
  };
}

/** Adds an e-mail to the group of its order. Returns false if it is not to be reported. */
async function addToGroup(
  app: AppServices,
  groups: Map<string, Group>,
  { mail, digest }: { readonly mail: EmailWithOrder; readonly digest: EmailWithOrder },
): Promise<boolean> {
  const reader = await findEmailReader(app.db, mail);
  if (!reader) return false;
  const { language, timeZone } = digest;
  if (isAccountEmail(mail.template)) {
    const text = await accountEmails[mail.template](app, { ...mail, language, timeZone });
    if (text) add(groupFor(groups, '', undefined), text);
    return text !== undefined;
  }
  const { facts } = await readOrderFacts(app, mail, reader);
  // Written by queueOrderEmails from the causes of e-mails.
  const text = orderEmailTemplates[mail.template as OrderEmailName](facts, digest);
  if (!text) return false;
  const { number, url, other } = facts;
  const group = groupFor(groups, `${number} ${mail.role}`, { number, url, other: other.name });
  if (facts.unread.count > 0) group.unreadCount += facts.unread.count;
  else add(group, text);
  return true;
}

function groupFor(groups: Map<string, Group>, key: string, order: Group['order']): Group {
  const group = groups.get(key) ?? { order, notifications: new Map(), unreadCount: 0 };
  groups.set(key, group);
  return group;
}

/** Adds a notification; of several with the same subject, the newest remains. */
function add({ notifications }: Group, { subject, link }: EmailText): void {
  notifications.set(subject, { subject, link });
}

function notificationsIn(
  { order, notifications, unreadCount }: Group,
  { language }: EmailWithOrder,
): readonly Notification[] {
  if (!order || unreadCount === 0) return [...notifications.values()];
  const subject = messageIn(language, 'unread-messages', 'subject', { number: order.number, count: unreadCount });
  return [...notifications.values(), { subject, link: undefined }];
}

function paragraphOf(
  { order }: Group,
  notifications: readonly Notification[],
  { say }: Writer<typeof dailyDigest>,
): string {
  const lines = notifications.map(({ subject, link }) =>
    link ? say('linkedLine', { subject, label: link.label, url: link.url }) : say('line', { subject }),
  );
  return [order ? say('order', order) : say('others'), ...lines, ...(order ? [order.url] : [])].join('\n');
}

/**
 * Settles the e-mails that a digest has collected, order by order: those that it reports as the digest itself, with one
 * entry on the timeline of each order, and the others as dropped. Repeating it after an interruption continues it.
 */
export async function settleCollected(
  app: AppServices,
  { id: digestId, personId }: Pick<EmailWithOrder, 'id' | 'personId'>,
  { result, reported }: { readonly result: AttemptResult; readonly reported: readonly string[] },
): Promise<void> {
  const at = app.clock.now();
  const waiting = { digestId, status: 'DIGEST' } as const;
  await app.db.email.updateMany({
    where: { ...waiting, id: { notIn: [...reported] } },
    data: { status: 'DROPPED', settledAt: at },
  });
  const mails = await app.db.email.findMany({
    where: waiting,
    distinct: ['orderId'],
    orderBy: [{ orderId: 'asc' }, { id: 'asc' }],
    select: { orderId: true, role: true },
  });
  for (const { orderId, role } of mails) {
    const order = await app.db.$transaction(async (tx) => {
      if (personId) await lockWaitingEmails(tx, personId);
      const { count } = await tx.email.updateMany({
        where: { ...waiting, orderId },
        data: { status: result.status, error: result.error ?? null, settledAt: at },
      });
      if (count === 0 || !orderId) return undefined;
      const logNumber = await appendSystemEntry(tx, orderId, {
        type: result.status === 'SENT' ? 'emailSent' : 'emailFailed',
        at,
        input: {
          template: dailyDigest,
          recipient: role?.toUpperCase() ?? '',
          ...(result.error ? { reason: result.error } : {}),
        },
      });
      const parties = await tx.order.findUniqueOrThrow({
        where: { id: orderId },
        select: { id: true, advertiserId: true, sellerId: true },
      });
      return { ...parties, logNumber };
    });
    if (order) app.live.publishAll(topicUpdatesFor(order));
  }
}
