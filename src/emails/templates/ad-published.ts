import type { OrderEmailTemplate } from '../email.ts';

export const adPublished: OrderEmailTemplate = ({ number, other, input }) => ({
  subject: `Your ad has been published (order #${number})`,
  paragraphs: [`${other.name} has published the ad “${input['adName']}”.`],
});
