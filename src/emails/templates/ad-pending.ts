import type { OrderEmailTemplate } from '../email.ts';

export const adPending: OrderEmailTemplate = ({ number, other, input }) => ({
  subject: `An ad is waiting for your review (order #${number})`,
  paragraphs: [`${other.name} has submitted the ad “${input['adName']}”. Publish it, or reject it with a reason.`],
});
