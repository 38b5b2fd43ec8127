import { dayOf, type OrderEmailTemplate } from '../email.ts';

export const renewalPastDue: OrderEmailTemplate = ({ number, renewal: { periodEndsAt } }) => ({
  subject: `The next month of order #${number} is overdue`,
  paragraphs: [
    `No payment has been received for the next month of order #${number}.${periodEndsAt ? ` The paid month ends on ${dayOf(periodEndsAt)}.` : ''}`,
    'You can still pay for some days. After that, the order is no longer renewed.',
  ],
});
