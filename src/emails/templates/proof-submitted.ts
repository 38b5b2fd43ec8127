import { type OrderMailTemplate, quote, shown } from '../email.ts';

export const proofSubmitted: OrderMailTemplate = ({ number, other, input }) => ({
  subject: `Your ad can be seen (order #${number})`,
  paragraphs: [
    `${other.name} shows that your ad ran${input['link'] ? `: ${input['link']}` : '.'}`,
    ...shown('How it looked', input['screenshots']),
    ...quote(input['note']),
  ],
});
