import { fileList, type OrderEmailTemplate, quote } from '../email.ts';

export const orderCompleted: OrderEmailTemplate = ({ number, other, input }) => ({
  subject: `Order #${number} has been completed`,
  paragraphs: [
    `${other.name} has completed your order #${number}.`,
    ...quote(input['note']),
    ...(input['proofLink'] ? [`See the ad: ${input['proofLink']}`] : []),
    ...fileList('Screenshots', input['proofScreenshots']),
    'Rate the collaboration in the order. Ratings stay sealed until both of you have rated or the rating period has ended.',
  ],
});
