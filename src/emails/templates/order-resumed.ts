import type { OrderMailTemplate } from '../email.ts';

export const orderResumed: OrderMailTemplate = ({ number }) => ({
  subject: `Order #${number} goes on`,
  paragraphs: [`Order #${number} is no longer on hold. It goes on where it was.`],
});
