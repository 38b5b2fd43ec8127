import { adList, orderEmail, wordOf } from '../email.ts';

export const adPublished = orderEmail('ad-published', (facts, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [writer.say('published', { ad: wordOf(facts.input['adName']) }), ...adList(facts, writer)],
}));
