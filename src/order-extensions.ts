/** The contributions of features to orders. A name in the process table that has no code does not compile. */
import { orderAdEffects } from './ads/ad-effects.ts';
import { setupLinkEffects } from './ads/setup-link/setup-links.ts';
import { attachmentEffects } from './attachments/attach-files.ts';
import { messageEffects } from './messages/post-to-chat.ts';
import { offerConditions, offerOutcomes } from './offers/offer-conditions.ts';
import { offerEffects } from './offers/offers.ts';
import { cancellationConditions, cancellationEffects } from './orders/cancellation-requests.ts';
import { delayRecommendation, orderConditions } from './orders/conditions.ts';
import { orderEffects } from './orders/effects.ts';
import { agreedAmountEffects } from './payments/agreed-amounts.ts';
import { payableAmountEffects } from './payments/payable-amounts.ts';
import {
  paymentConditions,
  paymentFallbacks,
  paymentOutcomes,
  paymentRecommendation,
  reportRecommendation,
} from './payments/payment-conditions.ts';
import { paymentEffects } from './payments/payments.ts';
import { orderTables } from './process/versions.ts';
import { successorEffects } from './renewals/create-renewal-order.ts';
import { renewalConditions, renewalRecommendation } from './renewals/renewal-conditions.ts';
import { renewalEffects } from './renewals/renewal-effects.ts';
import { ratingEffects } from './reviews/ratings.ts';
import { reviewConditions } from './reviews/review-conditions.ts';
import { statsEffects } from './reviews/seller-stats.ts';
import { surveyEffects } from './reviews/survey.ts';
import type { OrderExtensions } from './services/order-services.ts';
import { reservationEffects } from './spaces/reservation-effects.ts';

export const orderExtensions: OrderExtensions = {
  effects: {
    ...orderEffects,
    ...messageEffects,
    ...attachmentEffects,
    ...payableAmountEffects,
    ...agreedAmountEffects,
    ...paymentEffects,
    ...ratingEffects,
    ...surveyEffects,
    ...statsEffects,
    ...orderAdEffects,
    ...setupLinkEffects,
    ...renewalEffects,
    ...successorEffects,
    ...reservationEffects,
    ...offerEffects,
    ...cancellationEffects,
  },
  conditions: {
    ...orderConditions,
    ...paymentConditions,
    ...reviewConditions,
    ...renewalConditions,
    ...offerConditions,
    ...cancellationConditions,
  },
  outcomes: { ...paymentOutcomes, ...offerOutcomes },
  fallbacks: paymentFallbacks,
  tables: orderTables,
  recommendations: [paymentRecommendation, reportRecommendation, renewalRecommendation, delayRecommendation],
};
