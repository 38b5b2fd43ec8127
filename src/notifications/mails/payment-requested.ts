import type { Money } from '../../process/fields.ts';
import { formatMoney } from '../../process/format-money.ts';
import type { OrderFacts, OrderMailTemplate } from '../mail.ts';

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

export const paymentRequested: OrderMailTemplate = (facts) => {
  const { number, other, value, input, payment } = facts;
  // The link was made, and is over or was used before this could be written.
  if (payment.isByLink && !payment.url && !input['failure']) return undefined;
  // The entry is the step that asks for it, or tells of the link.
  const sum = formatMoney(((input['amount'] ?? input['sum']) as Money | null | undefined) ?? value);
  const due = input['dueAt'] instanceof Date ? ` by ${dayOf(input['dueAt'])}` : '';
  return {
    subject: `Payment for order #${number}`,
    paragraphs: [
      `${other.name} asks you to pay ${sum} for order #${number}${due}.`,
      ...(payment.url ? byLink(facts) : outside(facts)),
    ],
    ...(payment.url ? { link: { label: `Pay ${sum}`, url: payment.url } } : {}),
  };
};

const byLink = ({ payment: { expiresAt } }: OrderFacts): string[] => [
  `The link leads to the page where you pay.${expiresAt ? ` It works until ${dayOf(expiresAt)}; your order gives you a new one after that.` : ''}`,
];

const outside = ({ number, other, paymentInstructions }: OrderFacts): string[] => [
  paymentInstructions
    ? `How to pay:\n${paymentInstructions}`
    : `Reply to this mail to agree with ${other.name} on how to pay.`,
  `Give "Order #${number}" as the reference. ${other.name} confirms when the money is there.`,
];
