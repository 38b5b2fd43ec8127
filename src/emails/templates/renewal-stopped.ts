import { dayOf, type OrderEmailTemplate, quote } from '../email.ts';

export const renewalStopped: OrderEmailTemplate = ({ number, input, renewal: { periodEndsAt } }) => ({
  subject: `Order #${number} ends with this month`,
  paragraphs: [
    `Order #${number} will not be renewed${periodEndsAt ? `: its month ends on ${dayOf(periodEndsAt)}` : ''}. Nothing changes until then.`,
    ...quote(input['note']),
  ],
});
