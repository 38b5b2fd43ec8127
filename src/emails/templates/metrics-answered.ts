import type { OrderMailTemplate } from '../email.ts';

export const metricsAnswered: OrderMailTemplate = ({ number, other, input }) => ({
  subject: `What the ad has brought ${other.name} (order #${number})`,
  paragraphs: [
    `${other.name} tells what the ad of order #${number} has brought: ${input['traffic']} visits, ${input['leads']} leads, ${input['conversions']} conversions.`,
  ],
});
