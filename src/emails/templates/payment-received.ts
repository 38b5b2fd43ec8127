import type { OrderMailTemplate } from '../email.ts';

export const paymentReceived: OrderMailTemplate = ({ number, input, receipt }) => ({
  subject: `Payment received for order #${number}`,
  paragraphs: [
    `The payment for order #${number} has arrived (reference: ${input['reference']}). The work can begin.`,
    ...(receipt ? [`Receipt ${receipt.number}, to read and to print: ${receipt.url}`] : []),
  ],
});
