import { type OrderMailTemplate, quote, wayBack } from '../email.ts';

export const orderCancelled: OrderMailTemplate = (facts) => ({
  subject: `Order #${facts.number} was cancelled`,
  paragraphs: [`Order #${facts.number} was cancelled. Reason:`, ...quote(facts.input['reason']), ...wayBack(facts)],
});
