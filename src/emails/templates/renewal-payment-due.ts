import { formatMoney } from '../../process/format-money.ts';
import { byLink, dayOf, type OrderFacts, type OrderMailTemplate, outside } from '../email.ts';

export const renewalPaymentDue: OrderMailTemplate = (facts) => {
  const { number, other, input } = facts;
  const due = input['dueAt'] instanceof Date ? ` Please pay by ${dayOf(input['dueAt'])}.` : '';
  return askingFor(facts, {
    subject: `Payment for the next month of order #${number}`,
    says: (sum) => `The next month of order #${number} with ${other.name} costs ${sum}.${due}`,
  });
};

/** An e-mail that requests the payment of the next month; undefined if no payment is due or the link has expired. */
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
      'After the payment the ad continues. To end the order with the current month, stop the renewal in the order.',
    ],
    ...(payment.url ? { link: { label: `Pay ${sum}`, url: payment.url } } : {}),
  };
}
