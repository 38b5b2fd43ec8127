/** The kind of each e-mail, and the time at which a person receives it. */
import type { Email, Person } from '../generated/prisma/client.ts';
import { emailDeliveryOf, isRequired, type NotificationKind } from '../notifications/kinds.ts';
import { nextDigestAt, quietEndAt, type TimedReader } from '../notifications/quiet-hours.ts';
import { dailyDigest, type EmailTemplate } from './email-names.ts';

/** The kind of notification of each e-mail. The daily digest collects several kinds. */
const emailKinds: Readonly<Record<Exclude<EmailTemplate, typeof dailyDigest>, NotificationKind>> = {
  'ad-displaced': 'ADS',
  'ad-extended': 'ADS',
  'ad-pending': 'ADS',
  'ad-published': 'ADS',
  'ad-rejected': 'ADS',
  'ad-restored': 'DISPUTES',
  'ad-setup': 'ADS',
  'ad-shown-again': 'ADS',
  'ad-taken-down': 'DISPUTES',
  'cancellation-accepted': 'ORDERS',
  'cancellation-declined': 'ORDERS',
  'cancellation-reminder': 'ORDERS',
  'cancellation-requested': 'ORDERS',
  'cancellation-unanswered': 'ORDERS',
  'cancellation-withdrawn': 'ORDERS',
  'dispute-opened': 'DISPUTES',
  'dispute-withdrawn': 'DISPUTES',
  'dispute-resolved': 'DISPUTES',
  'email-change-code': 'ACCOUNT',
  'email-changed': 'ACCOUNT',
  'feedback-provided': 'ORDERS',
  'feedback-requested': 'ORDERS',
  invitation: 'ACCOUNT',
  'metrics-answered': 'REVIEWS',
  'metrics-survey': 'REVIEWS',
  'offer-accepted': 'ORDERS',
  'offer-declined': 'ORDERS',
  'offer-expired': 'ORDERS',
  'offer-expires-soon': 'ORDERS',
  'offer-proposed': 'ORDERS',
  'offer-withdrawn': 'ORDERS',
  'order-cancelled': 'ORDERS',
  'order-completed': 'ORDERS',
  'order-confirmation': 'RECEIPTS',
  'order-delayed': 'ORDERS',
  'order-due-soon': 'ORDERS',
  'order-expired': 'ORDERS',
  'order-expires-soon': 'ORDERS',
  'order-on-hold': 'ORDERS',
  'order-overridden': 'DISPUTES',
  'order-received': 'ORDERS',
  'order-refunded': 'RECEIPTS',
  'order-rejected': 'ORDERS',
  'order-renewed': 'RENEWALS',
  'order-resumed': 'ORDERS',
  'payment-not-received': 'PAYMENTS',
  'payment-received': 'RECEIPTS',
  'payment-reported': 'PAYMENTS',
  'payment-requested': 'PAYMENTS',
  'proof-asked': 'ORDERS',
  'proof-missing': 'ORDERS',
  'proof-reminder': 'ORDERS',
  'proof-submitted': 'ORDERS',
  'rating-given': 'REVIEWS',
  'ratings-published': 'REVIEWS',
  reminder: 'ORDERS',
  'renewal-ended': 'RENEWALS',
  'renewal-past-due': 'RENEWALS',
  'renewal-payment-due': 'RENEWALS',
  'renewal-payment-expected': 'RENEWALS',
  'renewal-payment-reminder': 'RENEWALS',
  'renewal-stopped': 'RENEWALS',
  'sign-in-code': 'ACCOUNT',
  'unread-messages': 'MESSAGES',
  'webhook-disabled': 'WEBHOOKS',
  'work-started': 'ORDERS',
};

/** The kind of an e-mail; undefined for the daily digest. */
export const kindOf = (template: EmailTemplate): NotificationKind | undefined =>
  template === dailyDigest ? undefined : emailKinds[template];

/** The columns of a person that decide when an e-mail is sent. */
export const scheduledReaderColumns = {
  id: true,
  timeZone: true,
  notificationChoices: true,
  quietFrom: true,
  quietTo: true,
} as const;

export type ScheduledReader = TimedReader & Pick<Person, 'id' | 'notificationChoices'>;

/** The status of an e-mail that was not sent yet, and the time for which it waits. */
export type EmailSchedule = Pick<Email, 'dueAt'> & { readonly status: 'QUEUED' | 'HELD' | 'DIGEST' };

export const sendNow: EmailSchedule = { status: 'QUEUED', dueAt: null };

/** The schedule of an e-mail that is to be sent to a person at a time; undefined if the person has turned its kind off. */
export function scheduleFor(template: EmailTemplate, person: ScheduledReader, at: Date): EmailSchedule | undefined {
  const kind = kindOf(template);
  if (kind && isRequired(kind)) return sendNow;
  const delivery = kind ? emailDeliveryOf(person, kind) : 'IMMEDIATELY';
  if (delivery === 'OFF') return undefined;
  if (delivery === 'DIGEST') return { status: 'DIGEST', dueAt: nextDigestAt(person, at) };
  const quietEnd = quietEndAt(person, at);
  return quietEnd ? { status: 'HELD', dueAt: quietEnd } : sendNow;
}
