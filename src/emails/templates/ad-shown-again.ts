import { orderEmail, wordOf } from '../email.ts';

export const adShownAgain = orderEmail('ad-shown-again', ({ input }, { say, moment }) => ({
  subject: say('subject'),
  paragraphs: [
    say('shown', { ad: wordOf(input['adName']) }),
    ...(input['endsAt'] instanceof Date ? [say('end', { end: moment(input['endsAt']) })] : []),
  ],
}));
