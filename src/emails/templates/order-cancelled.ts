import { orderEmail, quote, refundMethod } from '../email.ts';

export const orderCancelled = orderEmail('order-cancelled', (facts, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [writer.say('cancelled'), ...quote(facts.input['reason'], writer), ...refundMethod(facts, writer)],
}));
