import { adList, orderEmail, quote, wordOf } from '../email.ts';

export const adTakenDown = orderEmail('ad-taken-down', (facts, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [
    writer.say('takenDown', { ad: wordOf(facts.input['adName']) }),
    ...quote(facts.input['reason'], writer),
    ...adList(facts, writer),
  ],
}));
