import { type OrderMailTemplate, quote } from '../email.ts';

export const orderOverridden: OrderMailTemplate = ({ number, input }) => ({
  subject: `The marketplace changed order #${number}`,
  paragraphs: [
    `The operator of the marketplace has put order #${number} into the status ${input['status']}. The reason:`,
    ...quote(input['reason']),
  ],
});
