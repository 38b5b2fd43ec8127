import { orderEmail, quote, wordOf } from '../email.ts';

export const orderOverridden = orderEmail('order-overridden', ({ input }, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [writer.say('changed', { status: wordOf(input['status']) }), ...quote(input['reason'], writer)],
}));
