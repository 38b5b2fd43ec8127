import type { OrderMailTemplate } from '../email.ts';

export const orderRenewed: OrderMailTemplate = ({ number, renewal: { successor } }) => ({
  subject: `Order #${number} goes on for another month`,
  paragraphs: [`The next month of order #${number} is paid. It goes on as order #${successor}.`],
});
