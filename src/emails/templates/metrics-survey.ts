import type { OrderEmailTemplate } from '../email.ts';

export const metricsSurvey: OrderEmailTemplate = ({ number, other }) => ({
  subject: `How did your ad perform? (order #${number})`,
  paragraphs: [
    `Your order #${number} with ${other.name} was completed a few days ago. How many visits, leads and conversions did the ad bring? Enter three numbers in the order.`,
    `${other.name} sees your numbers. Others see only averages over several orders.`,
  ],
});
