import { type OrderEmailTemplate, quote } from '../email.ts';

const reasons: Record<string, string> = {
  TIMING: 'the space is not available at that time',
  NO_FIT: 'the ad does not fit the space',
  CONTENT: 'the content cannot be shown',
  OTHER: 'see the note',
};

export const orderRejected: OrderEmailTemplate = ({ number, other, input }) => ({
  subject: `Order #${number} was rejected`,
  paragraphs: [
    `${other.name} cannot accept your order #${number}: ${reasons[String(input['reasonCode'])]}.`,
    ...quote(input['note']),
  ],
});
