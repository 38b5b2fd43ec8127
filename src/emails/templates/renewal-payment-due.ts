import { formatMoney } from '../../process/format-money.ts';
import { byLink, dayOf, type OrderFacts, type OrderMailTemplate, outside } from '../email.ts';

export const renewalPaymentDue: OrderMailTemplate = (facts) => {
  const { number, other, input } = facts;
  const due = input['dueAt'] instanceof Date ? ` Please pay by ${dayOf(input['dueAt'])}.` : '';
  return askingFor(facts, {
    subject: `The next month of order #${number}`,
    says: (sum) => `The next month of order #${number} with ${other.name} costs ${sum}.${due}`,
  });
};

/** A mail that asks for the payment of the next month; undefined if there is nothing left to pay, or the link is over. */
export function askingFor(
  facts: OrderFacts,
  { subject, says }: { subject: string; says: (sum: string) => string },
): ReturnType<OrderMailTemplate> {
  const { input, payment } = facts;
  if (!payment.sum || (payment.isByLink && !payment.url && !input['failure'])) return undefined;
  const sum = formatMoney(payment.sum);
  return {
    subject,
    paragraphs: [
      says(sum),
      ...(payment.url ? byLink(facts) : outside(facts)),
      'When it is paid, the ad goes on. If you do not want that, let the order end with this month there.',
    ],
    ...(payment.url ? { link: { label: `Pay ${sum}`, url: payment.url } } : {}),
  };
}
