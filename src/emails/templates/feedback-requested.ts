import { fileList, type OrderEmailTemplate, quote } from '../email.ts';

export const feedbackRequested: OrderEmailTemplate = ({ number, other, input }) => ({
  subject: `${other.name} has a question about order #${number}`,
  paragraphs: [
    `${other.name} asks:`,
    ...quote(input['question']),
    ...quote(input['draft']),
    ...fileList('The draft', input['draftImages']),
    'The order is waiting for your answer.',
  ],
});
