import { type OrderEmailTemplate, quote } from '../email.ts';

export const orderOnHold: OrderEmailTemplate = ({ number, input }) => ({
  subject: `Order #${number} is on hold`,
  paragraphs: [
    `Order #${number} was put on hold. Reason:`,
    ...quote(input['reason']),
    `The ${String(input['mustAct']).toLowerCase()} has to act next.`,
  ],
});
