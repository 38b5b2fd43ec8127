import { adList, orderEmail, wordOf } from '../email.ts';

export const adDisplaced = orderEmail('ad-displaced', (facts, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [
    writer.say('displaced', { ad: wordOf(facts.input['adName']) }),
    ...adList(facts, writer),
    writer.say('days', { days: wordOf(facts.input['displacedDays']) }),
  ],
}));
