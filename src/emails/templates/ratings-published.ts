import type { OrderMailTemplate } from '../email.ts';

export const ratingsPublished: OrderMailTemplate = ({ number, other }) => ({
  subject: `The ratings of order #${number} can be read`,
  paragraphs: [`What ${other.name} and you gave each other in order #${number} can be read from now on, in the order.`],
});
