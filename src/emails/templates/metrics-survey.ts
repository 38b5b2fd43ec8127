import type { OrderMailTemplate } from '../email.ts';

export const metricsSurvey: OrderMailTemplate = ({ number, other }) => ({
  subject: `What has the ad brought? (order #${number})`,
  paragraphs: [
    `Your order #${number} with ${other.name} was completed some days ago. How many visits, leads and conversions has the ad brought? Three numbers in the order are all it takes.`,
    `${other.name} reads them. Others see only averages over several orders.`,
  ],
});
