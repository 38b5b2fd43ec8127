import type { OrderEmailTemplate } from '../email.ts';

export const paymentReceived: OrderEmailTemplate = ({ number, input, receipt }) => ({
  subject: `Payment received for order #${number}`,
  paragraphs: [
    `The payment for order #${number} has been received (reference: ${input['reference']}). The work can start.`,
    ...(receipt ? [`Receipt ${receipt.number}: ${receipt.url}`] : []),
  ],
});
