import { type OrderEmailTemplate, quote, refundMethod } from '../email.ts';

/** The outcomes that refund the payment. */
const refunding: readonly unknown[] = ['CANCELLED', 'REFUNDED'];

export const disputeResolved: OrderEmailTemplate = (data) => ({
  subject: `The dispute about order #${data.number} has been resolved`,
  paragraphs: [
    `The marketplace has resolved the dispute about order #${data.number}: ${String(data.input['outcome']).toLowerCase()}. Reasoning:`,
    ...quote(data.input['reasoning']),
    ...(refunding.includes(data.input['outcome']) ? refundMethod(data) : []),
  ],
});
