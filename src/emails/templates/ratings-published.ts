import type { OrderEmailTemplate } from '../email.ts';

export const ratingsPublished: OrderEmailTemplate = ({ number, other }) => ({
  subject: `The ratings of order #${number} have been published`,
  paragraphs: [`The ratings by ${other.name} and by you are now visible in order #${number}.`],
});
