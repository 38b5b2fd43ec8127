import type { OrderMailTemplate } from '../email.ts';

export const adPublished: OrderMailTemplate = ({ number, other, input }) => ({
  subject: `Your ad has been published (order #${number})`,
  paragraphs: [`${other.name} has published the ad “${input['adName']}”.`],
});
