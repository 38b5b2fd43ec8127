import { type OrderMailTemplate, quote, shown } from '../email.ts';

export const orderCompleted: OrderMailTemplate = ({ number, other, input }) => ({
  subject: `Order #${number} is completed`,
  paragraphs: [
    `${other.name} has completed your order #${number}.`,
    ...quote(input['note']),
    ...(input['proofLink'] ? [`See it here: ${input['proofLink']}`] : []),
    ...shown('How it looked', input['proofScreenshots']),
    'How was it to work together? Rate it in the order: neither of you reads what the other gave until both have, or the time for it is over.',
  ],
});
