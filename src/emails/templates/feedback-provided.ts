import { fileList, type OrderEmailTemplate, quote } from '../email.ts';

const openings: Record<string, string> = {
  EDITS: 'requests changes',
  APPROVAL: 'approves',
  INFORMATION: 'answered',
};

export const feedbackProvided: OrderEmailTemplate = ({ number, other, input }) => ({
  subject: `${other.name} answered your question about order #${number}`,
  paragraphs: [
    `${other.name} ${openings[String(input['kind'])] ?? 'answered'}:`,
    ...quote(input['answer']),
    ...fileList('Attachments', input['images']),
  ],
});
