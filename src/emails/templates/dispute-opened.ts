import { type OrderMailTemplate, quote, shown } from '../email.ts';

export const disputeOpened: OrderMailTemplate = ({ number, reader, other, input }) => ({
  subject: `Dispute about order #${number}`,
  paragraphs: [
    `A dispute was opened about order #${number}, between ${reader.name} and ${other.name}:`,
    ...quote(input['reason']),
    ...(input['evidence'] ? [`See: ${input['evidence']}`] : []),
    ...shown('What was shown', input['evidenceImages']),
    'The order rests until the marketplace has decided. Whatever should be known for that can be said in the order.',
  ],
});
