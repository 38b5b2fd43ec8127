import type { OrderEmailTemplate } from '../email.ts';

export const orderExpired: OrderEmailTemplate = ({ number }) => ({
  subject: `Order #${number} has expired`,
  paragraphs: [`Order #${number} has expired because there was no activity. You can place a new order at any time.`],
});
