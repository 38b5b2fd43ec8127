import { orderEmail, wordOf } from '../email.ts';

export const adPublished = orderEmail('ad-published', ({ input }, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('published', { ad: wordOf(input['adName']) })],
}));
