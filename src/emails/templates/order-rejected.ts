import { orderEmail, quote, wordOf } from '../email.ts';

export const orderRejected = orderEmail('order-rejected', ({ input }, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [writer.say('rejected', { reason: wordOf(input['reasonCode']) }), ...quote(input['note'], writer)],
}));
