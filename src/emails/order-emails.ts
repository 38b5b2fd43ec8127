/** Every mail about an order, by the name that the process tables, or the chat, have for it. */
import type { OrderEmailTemplate } from './email.ts';
import type { OrderEmailName } from './email-names.ts';
import { adDisplaced } from './templates/ad-displaced.ts';
import { adExtended } from './templates/ad-extended.ts';
import { adPending } from './templates/ad-pending.ts';
import { adPublished } from './templates/ad-published.ts';
import { adRejected } from './templates/ad-rejected.ts';
import { adRestored } from './templates/ad-restored.ts';
import { adSetup } from './templates/ad-setup.ts';
import { adShownAgain } from './templates/ad-shown-again.ts';
import { adTakenDown } from './templates/ad-taken-down.ts';
import { cancellationAccepted } from './templates/cancellation-accepted.ts';
import { cancellationDeclined } from './templates/cancellation-declined.ts';
import { cancellationReminder } from './templates/cancellation-reminder.ts';
import { cancellationRequested } from './templates/cancellation-requested.ts';
import { cancellationUnanswered } from './templates/cancellation-unanswered.ts';
import { cancellationWithdrawn } from './templates/cancellation-withdrawn.ts';
import { disputeOpened } from './templates/dispute-opened.ts';
import { disputeResolved } from './templates/dispute-resolved.ts';
import { disputeWithdrawn } from './templates/dispute-withdrawn.ts';
import { feedbackProvided } from './templates/feedback-provided.ts';
import { feedbackRequested } from './templates/feedback-requested.ts';
import { metricsAnswered } from './templates/metrics-answered.ts';
import { metricsSurvey } from './templates/metrics-survey.ts';
import { offerAccepted } from './templates/offer-accepted.ts';
import { offerDeclined } from './templates/offer-declined.ts';
import { offerExpired } from './templates/offer-expired.ts';
import { offerExpiresSoon } from './templates/offer-expires-soon.ts';
import { offerProposed } from './templates/offer-proposed.ts';
import { offerWithdrawn } from './templates/offer-withdrawn.ts';
import { orderCancelled } from './templates/order-cancelled.ts';
import { orderCompleted } from './templates/order-completed.ts';
import { orderConfirmation } from './templates/order-confirmation.ts';
import { orderDelayed } from './templates/order-delayed.ts';
import { orderDueSoon } from './templates/order-due-soon.ts';
import { orderExpired } from './templates/order-expired.ts';
import { orderExpiresSoon } from './templates/order-expires-soon.ts';
import { orderOnHold } from './templates/order-on-hold.ts';
import { orderOverridden } from './templates/order-overridden.ts';
import { orderReceived } from './templates/order-received.ts';
import { orderRefunded } from './templates/order-refunded.ts';
import { orderRejected } from './templates/order-rejected.ts';
import { orderRenewed } from './templates/order-renewed.ts';
import { orderResumed } from './templates/order-resumed.ts';
import { paymentNotReceived } from './templates/payment-not-received.ts';
import { paymentReceived } from './templates/payment-received.ts';
import { paymentReported } from './templates/payment-reported.ts';
import { paymentRequested } from './templates/payment-requested.ts';
import { proofAsked } from './templates/proof-asked.ts';
import { proofMissing } from './templates/proof-missing.ts';
import { proofReminder } from './templates/proof-reminder.ts';
import { proofSubmitted } from './templates/proof-submitted.ts';
import { ratingGiven } from './templates/rating-given.ts';
import { ratingsPublished } from './templates/ratings-published.ts';
import { reminder } from './templates/reminder.ts';
import { renewalEnded } from './templates/renewal-ended.ts';
import { renewalPastDue } from './templates/renewal-past-due.ts';
import { renewalPaymentDue } from './templates/renewal-payment-due.ts';
import { renewalPaymentExpected } from './templates/renewal-payment-expected.ts';
import { renewalPaymentReminder } from './templates/renewal-payment-reminder.ts';
import { renewalStopped } from './templates/renewal-stopped.ts';
import { unreadMessages } from './templates/unread-messages.ts';
import { workStarted } from './templates/work-started.ts';

export const orderEmailTemplates: Readonly<Record<OrderEmailName, OrderEmailTemplate>> = {
  'ad-displaced': adDisplaced,
  'ad-extended': adExtended,
  'ad-pending': adPending,
  'ad-published': adPublished,
  'ad-rejected': adRejected,
  'ad-restored': adRestored,
  'ad-setup': adSetup,
  'ad-shown-again': adShownAgain,
  'ad-taken-down': adTakenDown,
  'cancellation-accepted': cancellationAccepted,
  'cancellation-declined': cancellationDeclined,
  'cancellation-reminder': cancellationReminder,
  'cancellation-requested': cancellationRequested,
  'cancellation-unanswered': cancellationUnanswered,
  'cancellation-withdrawn': cancellationWithdrawn,
  'dispute-opened': disputeOpened,
  'dispute-withdrawn': disputeWithdrawn,
  'dispute-resolved': disputeResolved,
  'feedback-provided': feedbackProvided,
  'feedback-requested': feedbackRequested,
  'metrics-answered': metricsAnswered,
  'metrics-survey': metricsSurvey,
  'offer-accepted': offerAccepted,
  'offer-declined': offerDeclined,
  'offer-expired': offerExpired,
  'offer-expires-soon': offerExpiresSoon,
  'offer-proposed': offerProposed,
  'offer-withdrawn': offerWithdrawn,
  'order-cancelled': orderCancelled,
  'order-completed': orderCompleted,
  'order-confirmation': orderConfirmation,
  'order-delayed': orderDelayed,
  'order-due-soon': orderDueSoon,
  'order-expired': orderExpired,
  'order-expires-soon': orderExpiresSoon,
  'order-on-hold': orderOnHold,
  'order-overridden': orderOverridden,
  'order-received': orderReceived,
  'order-refunded': orderRefunded,
  'order-rejected': orderRejected,
  'order-resumed': orderResumed,
  'payment-not-received': paymentNotReceived,
  'payment-received': paymentReceived,
  'payment-reported': paymentReported,
  'payment-requested': paymentRequested,
  'proof-asked': proofAsked,
  'proof-missing': proofMissing,
  'proof-reminder': proofReminder,
  'proof-submitted': proofSubmitted,
  reminder,
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
