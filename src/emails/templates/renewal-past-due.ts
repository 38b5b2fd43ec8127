import { dayOf, type OrderMailTemplate } from '../email.ts';

export const renewalPastDue: OrderMailTemplate = ({ number, renewal: { periodEndsAt } }) => ({
  subject: `The next month of order #${number} is not paid`,
  paragraphs: [
    `No payment has come for the next month of order #${number}.${periodEndsAt ? ` What was paid for ends on ${dayOf(periodEndsAt)}.` : ''}`,
    'It can still be paid for some days; after that, the order is not renewed any longer.',
  ],
});
