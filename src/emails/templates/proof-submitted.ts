import { type OrderMailTemplate, quote, shown } from '../email.ts';

export const proofSubmitted: OrderMailTemplate = ({ number, other, input }) => ({
  subject: `Proof that your ad ran (order #${number})`,
  paragraphs: [
    `${other.name} has submitted proof that your ad ran${input['link'] ? `: ${input['link']}` : '.'}`,
    ...shown('Screenshots', input['screenshots']),
    ...quote(input['note']),
  ],
});
