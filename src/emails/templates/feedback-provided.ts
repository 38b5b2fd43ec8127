import { type OrderMailTemplate, quote, shown } from '../email.ts';

const openings: Record<string, string> = {
  EDITS: 'requests changes',
  APPROVAL: 'approves',
  INFORMATION: 'answered',
};

export const feedbackProvided: OrderMailTemplate = ({ number, other, input }) => ({
  subject: `${other.name} answered your question about order #${number}`,
  paragraphs: [
    `${other.name} ${openings[String(input['kind'])] ?? 'answered'}:`,
    ...quote(input['answer']),
    ...shown('Attachments', input['images']),
  ],
});
