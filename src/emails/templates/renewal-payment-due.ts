import { formatMoney } from '../../process/format-money.ts';
import { dayOf, linkInstructions, manualInstructions, type OrderEmailData, type OrderEmailTemplate } from '../email.ts';

export const renewalPaymentDue: OrderEmailTemplate = (data) => {
  const { number, other, input } = data;
  const due = input['dueAt'] instanceof Date ? ` Please pay by ${dayOf(input['dueAt'])}.` : '';
  return askingFor(data, {
    subject: `Payment for the next month of order #${number}`,
    says: (sum) => `The next month of order #${number} with ${other.name} costs ${sum}.${due}`,
  });
};

/** An e-mail that requests the payment of the next month; undefined if no payment is due or the link has expired. */
export function askingFor(
  data: OrderEmailData,
  { subject, says }: { subject: string; says: (sum: string) => string },
): ReturnType<OrderEmailTemplate> {
  const { input, payment } = data;
  if (!payment.sum || (payment.isByLink && !payment.url && !input['failureMessage'])) return undefined;
  const sum = formatMoney(payment.sum);
  return {
    subject,
    paragraphs: [
      says(sum),
      ...(payment.url ? linkInstructions(data) : manualInstructions(data)),
      'After the payment the ad continues. To end the order with the current month, stop the renewal in the order.',
    ],
    ...(payment.url ? { link: { label: `Pay ${sum}`, url: payment.url } } : {}),
  };
}
