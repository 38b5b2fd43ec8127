import type { OrderEmailTemplate } from '../email.ts';

export const metricsAnswered: OrderEmailTemplate = ({ number, other, input }) => ({
  subject: `Results from ${other.name} (order #${number})`,
  paragraphs: [
    `${other.name} reported the results of order #${number}: ${input['traffic']} visits, ${input['leads']} leads, ${input['conversions']} conversions.`,
  ],
});
