import { fileList, type OrderEmailTemplate, quote } from '../email.ts';

export const disputeOpened: OrderEmailTemplate = ({ number, reader, other, input }) => ({
  subject: `Dispute about order #${number}`,
  paragraphs: [
    `A dispute was opened about order #${number}, between ${reader.name} and ${other.name}:`,
    ...quote(input['reason']),
    ...(input['evidence'] ? [`See: ${input['evidence']}`] : []),
    ...fileList('Evidence', input['evidenceImages']),
    'The order is paused until the marketplace has decided. Add further information to the order.',
  ],
});
