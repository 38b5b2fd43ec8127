/** The conditions of steps about ratings and the survey. */
import type { OrderExtensions } from '../services/order-services.ts';

export const reviewConditions = {
  yourRatingIsOpen: ({ reviewStatus, hasAdvertiserRated, hasSellerRated }, role) => {
    if (reviewStatus !== 'OPEN')
      return reviewStatus === 'NOT_OPEN' ? 'Ratings open on completion.' : 'The period for ratings has ended.';
    const hasRated = role === 'advertiser' ? hasAdvertiserRated : role === 'seller' ? hasSellerRated : true;
    return hasRated ? 'You have already rated this order.' : undefined;
  },
  reviewsAreOpen: ({ reviewStatus }) => (reviewStatus === 'OPEN' ? undefined : 'Ratings are not open.'),
  ratingsAreShown: ({ reviewStatus, hasAdvertiserRated, hasSellerRated }) =>
    reviewStatus === 'PUBLISHED' && (hasAdvertiserRated || hasSellerRated)
      ? undefined
      : 'There are no published ratings.',
  surveyIsStillToCome: ({ surveyStatus }) =>
    surveyStatus === 'NOT_DUE' ? undefined : 'The advertiser was already asked about the results.',
  surveyIsDue: ({ surveyStatus }) =>
    surveyStatus === 'DUE'
      ? undefined
      : surveyStatus === 'NOT_DUE'
        ? 'The survey opens a few days after completion.'
        : 'The survey was answered or has expired.',
} satisfies Partial<OrderExtensions['conditions']>;
