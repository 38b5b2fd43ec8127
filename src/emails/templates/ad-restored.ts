import { orderEmail, quote, wordOf } from '../email.ts';

export const adRestored = orderEmail('ad-restored', ({ input }, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [writer.say('restored', { ad: wordOf(input['adName']) }), ...quote(input['reason'], writer)],
}));
