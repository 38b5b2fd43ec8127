import type { Money } from '../../process/fields.ts';
import { orderEmail, quote, refundMethod } from '../email.ts';

export const orderRefunded = orderEmail('order-refunded', (facts, writer) => {
  const { say, money } = writer;
  const sum = facts.input['amount'] as Money | null | undefined;
  return {
    subject: say('subject'),
    paragraphs: [
      sum ? say('part', { sum: money(sum) }) : say('all'),
      ...quote(facts.input['reason'], writer),
      ...refundMethod(facts, writer),
    ],
  };
});
