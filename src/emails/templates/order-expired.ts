import type { OrderMailTemplate } from '../email.ts';

export const orderExpired: OrderMailTemplate = ({ number }) => ({
  subject: `Order #${number} has expired`,
  paragraphs: [`Order #${number} has expired because nothing happened in it. A new order can be placed at any time.`],
});
