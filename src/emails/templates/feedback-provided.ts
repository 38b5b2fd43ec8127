import { type OrderMailTemplate, quote, shown } from '../email.ts';

const openings: Record<string, string> = {
  EDITS: 'would like some changes',
  APPROVAL: 'approves',
  INFORMATION: 'answered',
};

export const feedbackProvided: OrderMailTemplate = ({ number, other, input }) => ({
  subject: `${other.name} answered on order #${number}`,
  paragraphs: [
    `${other.name} ${openings[String(input['kind'])] ?? 'answered'}:`,
    ...quote(input['answer']),
    ...shown('With it', input['images']),
  ],
});
