import { type OrderMailTemplate, quote } from '../email.ts';

const reasons: Record<string, string> = {
  TIMING: 'the time does not fit',
  NO_FIT: 'the ad does not fit the space',
  CONTENT: 'the content cannot be shown',
  OTHER: 'for another reason',
};

export const orderRejected: OrderMailTemplate = ({ number, other, input }) => ({
  subject: `Order #${number} was rejected`,
  paragraphs: [
    `${other.name} cannot take your order #${number}: ${reasons[String(input['reasonCode'])]}.`,
    ...quote(input['note']),
  ],
});
