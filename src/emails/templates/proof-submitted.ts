import { fileList, type OrderEmailTemplate, quote } from '../email.ts';

export const proofSubmitted: OrderEmailTemplate = ({ number, other, input }) => ({
  subject: `Proof that your ad ran (order #${number})`,
  paragraphs: [
    `${other.name} has submitted proof that your ad ran${input['link'] ? `: ${input['link']}` : '.'}`,
    ...fileList('Screenshots', input['screenshots']),
    ...quote(input['note']),
  ],
});
