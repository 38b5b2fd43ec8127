import { orderEmail, quote, wordOf } from '../email.ts';

export const orderOnHold = orderEmail('order-on-hold', ({ input }, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [
    writer.say('onHold'),
    ...quote(input['reason'], writer),
    writer.say('mustAct', { party: wordOf(input['mustAct']) }),
  ],
}));
