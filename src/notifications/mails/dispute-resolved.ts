import { type OrderMailTemplate, quote } from '../mail.ts';

export const disputeResolved: OrderMailTemplate = ({ number, input }) => ({
  subject: `The dispute about order #${number} is decided`,
  paragraphs: [
    `The marketplace has decided the dispute about order #${number}: ${String(input['outcome']).toLowerCase()}. The reasoning:`,
    ...quote(input['reasoning']),
  ],
});
