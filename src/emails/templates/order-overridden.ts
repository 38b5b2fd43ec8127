import { type OrderEmailTemplate, quote } from '../email.ts';

export const orderOverridden: OrderEmailTemplate = ({ number, input }) => ({
  subject: `The marketplace changed order #${number}`,
  paragraphs: [
    `The operator of the marketplace has changed the status of order #${number} to ${input['status']}. Reason:`,
    ...quote(input['reason']),
  ],
});
