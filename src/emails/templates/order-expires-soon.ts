import type { OrderEmailTemplate } from '../email.ts';

export const orderExpiresSoon: OrderEmailTemplate = ({ number }) => ({
  subject: `Order #${number} will expire soon`,
  paragraphs: [
    `There has been no activity in order #${number} for a while. Without activity it will expire in a few days.`,
  ],
});
