import { type OrderMailTemplate, quote, wayBack } from '../email.ts';

/** The outcomes that give the money back. */
const refunding: readonly unknown[] = ['CANCELLED', 'REFUNDED'];

export const disputeResolved: OrderMailTemplate = (facts) => ({
  subject: `The dispute about order #${facts.number} is decided`,
  paragraphs: [
    `The marketplace has decided the dispute about order #${facts.number}: ${String(facts.input['outcome']).toLowerCase()}. The reasoning:`,
    ...quote(facts.input['reasoning']),
    ...(refunding.includes(facts.input['outcome']) ? wayBack(facts) : []),
  ],
});
