import { orderEmail, wordOf } from '../email.ts';

export const adDisplaced = orderEmail('ad-displaced', ({ input }, { say }) => ({
  subject: say('subject'),
  paragraphs: [
    say('displaced', { ad: wordOf(input['adName']) }),
    say('days', { days: wordOf(input['displacedDays']) }),
  ],
}));
