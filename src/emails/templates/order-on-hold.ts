import { type OrderMailTemplate, quote } from '../email.ts';

export const orderOnHold: OrderMailTemplate = ({ number, input }) => ({
  subject: `Order #${number} is on hold`,
  paragraphs: [
    `Order #${number} was put on hold:`,
    ...quote(input['reason']),
    `It waits for the ${String(input['mustAct']).toLowerCase()}.`,
  ],
});
