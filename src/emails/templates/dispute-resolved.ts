import { type OrderMailTemplate, quote, wayBack } from '../email.ts';

/** The outcomes that refund the payment. */
const refunding: readonly unknown[] = ['CANCELLED', 'REFUNDED'];

export const disputeResolved: OrderMailTemplate = (facts) => ({
  subject: `The dispute about order #${facts.number} has been resolved`,
  paragraphs: [
    `The marketplace has resolved the dispute about order #${facts.number}: ${String(facts.input['outcome']).toLowerCase()}. Reasoning:`,
    ...quote(facts.input['reasoning']),
    ...(refunding.includes(facts.input['outcome']) ? wayBack(facts) : []),
  ],
});
