/** Every mail about an order, by the name that the process tables, or the chat, have for it. */
import type { AdMail } from '../process/ad.ts';
import type { ChatMail } from '../process/entries.ts';
import type { OrderMail } from '../process/order.ts';
import type { OrderMailTemplate } from './mail.ts';
import { adPending } from './mails/ad-pending.ts';
import { adPublished } from './mails/ad-published.ts';
import { adRejected } from './mails/ad-rejected.ts';
import { adSetup } from './mails/ad-setup.ts';
import { disputeOpened } from './mails/dispute-opened.ts';
import { disputeResolved } from './mails/dispute-resolved.ts';
import { feedbackProvided } from './mails/feedback-provided.ts';
import { feedbackRequested } from './mails/feedback-requested.ts';
import { metricsAnswered } from './mails/metrics-answered.ts';
import { metricsSurvey } from './mails/metrics-survey.ts';
import { orderCancelled } from './mails/order-cancelled.ts';
import { orderCompleted } from './mails/order-completed.ts';
import { orderConfirmation } from './mails/order-confirmation.ts';
import { orderExpired } from './mails/order-expired.ts';
import { orderExpiresSoon } from './mails/order-expires-soon.ts';
import { orderOnHold } from './mails/order-on-hold.ts';
import { orderOverridden } from './mails/order-overridden.ts';
import { orderReceived } from './mails/order-received.ts';
import { orderRefunded } from './mails/order-refunded.ts';
import { orderRejected } from './mails/order-rejected.ts';
import { orderRenewed } from './mails/order-renewed.ts';
import { orderResumed } from './mails/order-resumed.ts';
import { paymentReceived } from './mails/payment-received.ts';
import { paymentRequested } from './mails/payment-requested.ts';
import { proofAsked } from './mails/proof-asked.ts';
import { proofReminder } from './mails/proof-reminder.ts';
import { proofSubmitted } from './mails/proof-submitted.ts';
import { ratingGiven } from './mails/rating-given.ts';
import { ratingsPublished } from './mails/ratings-published.ts';
import { renewalEnded } from './mails/renewal-ended.ts';
import { renewalPastDue } from './mails/renewal-past-due.ts';
import { renewalPaymentDue } from './mails/renewal-payment-due.ts';
import { renewalPaymentExpected } from './mails/renewal-payment-expected.ts';
import { renewalPaymentReminder } from './mails/renewal-payment-reminder.ts';
import { renewalStopped } from './mails/renewal-stopped.ts';
import { unreadMessages } from './mails/unread-messages.ts';
import { workStarted } from './mails/work-started.ts';

export const orderMails: Record<OrderMail | AdMail | ChatMail, OrderMailTemplate> = {
  'ad-pending': adPending,
  'ad-published': adPublished,
  'ad-rejected': adRejected,
  'ad-setup': adSetup,
  'dispute-opened': disputeOpened,
  'dispute-resolved': disputeResolved,
  'feedback-provided': feedbackProvided,
  'feedback-requested': feedbackRequested,
  'metrics-answered': metricsAnswered,
  'metrics-survey': metricsSurvey,
  'order-cancelled': orderCancelled,
  'order-completed': orderCompleted,
  'order-confirmation': orderConfirmation,
  'order-expired': orderExpired,
  'order-expires-soon': orderExpiresSoon,
  'order-on-hold': orderOnHold,
  'order-overridden': orderOverridden,
  'order-received': orderReceived,
  'order-refunded': orderRefunded,
  'order-rejected': orderRejected,
  'order-resumed': orderResumed,
  'payment-received': paymentReceived,
  'payment-requested': paymentRequested,
  'proof-asked': proofAsked,
  'proof-reminder': proofReminder,
  'proof-submitted': proofSubmitted,
  'order-renewed': orderRenewed,
  'renewal-ended': renewalEnded,
  'renewal-past-due': renewalPastDue,
  'renewal-payment-due': renewalPaymentDue,
  'renewal-payment-expected': renewalPaymentExpected,
  'renewal-payment-reminder': renewalPaymentReminder,
  'renewal-stopped': renewalStopped,
  'rating-given': ratingGiven,
  'ratings-published': ratingsPublished,
  'unread-messages': unreadMessages,
  'work-started': workStarted,
};
