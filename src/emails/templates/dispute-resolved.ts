import { orderEmail, quote, refundMethod, wordOf } from '../email.ts';

/** The outcomes that refund the payment. */
const refunding: readonly unknown[] = ['CANCELLED', 'REFUNDED'];

export const disputeResolved = orderEmail('dispute-resolved', (facts, writer) => {
  const { input } = facts;
  return {
    subject: writer.say('subject'),
    paragraphs: [
      writer.say('resolved', { outcome: wordOf(input['outcome']) }),
      ...quote(input['reasoning'], writer),
      ...(refunding.includes(input['outcome']) ? refundMethod(facts, writer) : []),
    ],
  };
});
