import { type OrderMailTemplate, quote } from '../mail.ts';

export const orderCompleted: OrderMailTemplate = ({ number, other, input }) => ({
  subject: `Order #${number} is completed`,
  paragraphs: [
    `${other.name} has completed your order #${number}.`,
    ...quote(input['note']),
    ...(input['proofLink'] ? [`See it here: ${input['proofLink']}`] : []),
  ],
});
