import { type OrderMailTemplate, quote, shown } from '../email.ts';

export const feedbackRequested: OrderMailTemplate = ({ number, other, input }) => ({
  subject: `${other.name} has a question about order #${number}`,
  paragraphs: [
    `${other.name} asks:`,
    ...quote(input['question']),
    ...quote(input['draft']),
    ...shown('The draft', input['draftImages']),
    'The order is waiting for your answer.',
  ],
});
