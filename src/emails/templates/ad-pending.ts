import { adList, orderEmail, wordOf } from '../email.ts';

export const adPending = orderEmail('ad-pending', (facts, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [writer.say('submitted', { ad: wordOf(facts.input['adName']) }), ...adList(facts, writer)],
}));
