/** The texts of push notifications: the subjects of the e-mails about the same, without what people have written. */
import { findEmailReader } from '../access/email-readers.ts';
import type { Person, PushNotification } from '../generated/prisma/client.ts';
import type { PushText } from '../push/deliver-push.ts';
import type { AppServices } from '../services/services.ts';
import { accountEmails, isAccountEmail } from './account-emails.ts';
import { messageIn } from './catalogues.ts';
import type { OrderEmailName } from './email-names.ts';
import { emailWithOrder, readOrderFacts } from './order-email-facts.ts';
import { orderEmailTemplates } from './order-emails.ts';

/** Composes a push notification. Undefined if its subject has ended, or the person may not read it any more. */
export async function composePush(
  app: AppServices,
  notification: PushNotification,
  { email }: Person,
): Promise<PushText | undefined> {
  const { template, orderId, entryNumber, language } = notification;
  const cause = { ...notification, address: email ?? '' };
  if (isAccountEmail(template)) {
    const text = await accountEmails[template](app, cause);
    return text && { title: text.subject, body: '', path: '/partner' };
  }
  const [order, logEntry] = await Promise.all([
    app.db.order.findUniqueOrThrow({ where: { id: orderId ?? '' }, ...emailWithOrder.order }),
    app.db.logEntry.findUniqueOrThrow({
      where: { orderId_number: { orderId: orderId ?? '', number: entryNumber ?? 0 } },
    }),
  ]);
  const reader = await findEmailReader(app.db, { ...notification, order });
  if (!reader) return undefined;
  const { facts } = await readOrderFacts(app, { ...cause, order, logEntry }, reader);
  // Written by queueOrderEmails from the causes of e-mails.
  const text = orderEmailTemplates[template as OrderEmailName](facts, notification);
  if (!text) return undefined;
  const body = messageIn(language, 'shared', 'orderWith', { number: facts.number, other: facts.other.name });
  return { title: text.subject, body, path: `/orders/${facts.number}` };
}
