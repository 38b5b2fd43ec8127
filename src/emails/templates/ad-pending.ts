import { orderEmail, wordOf } from '../email.ts';

export const adPending = orderEmail('ad-pending', ({ input }, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('submitted', { ad: wordOf(input['adName']) })],
}));
