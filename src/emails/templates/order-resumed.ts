import type { OrderEmailTemplate } from '../email.ts';

export const orderResumed: OrderEmailTemplate = ({ number }) => ({
  subject: `Order #${number} has been resumed`,
  paragraphs: [`Order #${number} is no longer on hold. It continues where it stopped.`],
});
