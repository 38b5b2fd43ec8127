import { adList, orderEmail, quote, wordOf } from '../email.ts';

export const adRestored = orderEmail('ad-restored', (facts, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [
    writer.say('restored', { ad: wordOf(facts.input['adName']) }),
    ...quote(facts.input['reason'], writer),
    ...adList(facts, writer),
  ],
}));
