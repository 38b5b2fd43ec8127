import type { OrderEmailTemplate } from '../email.ts';

export const orderRenewed: OrderEmailTemplate = ({ number, renewal: { successor } }) => ({
  subject: `Order #${number} has been renewed for another month`,
  paragraphs: [`The next month of order #${number} is paid. It continues as order #${successor}.`],
});
