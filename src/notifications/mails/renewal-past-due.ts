import type { OrderMailTemplate } from '../mail.ts';

export const renewalPastDue: OrderMailTemplate = ({ number }) => ({
  subject: `The next month of order #${number} is not paid`,
  paragraphs: [
    `The month that was paid for of order #${number} is over, and no payment has come for the next one.`,
    'It can still be paid for some days; after that, the order is not renewed any longer.',
  ],
});
