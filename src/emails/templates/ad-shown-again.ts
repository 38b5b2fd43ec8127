import { adList, orderEmail, wordOf } from '../email.ts';

export const adShownAgain = orderEmail('ad-shown-again', (facts, writer) => {
  const { input } = facts;
  const { say, moment } = writer;
  return {
    subject: say('subject'),
    paragraphs: [
      say('shown', { ad: wordOf(input['adName']) }),
      ...(input['endsAt'] instanceof Date ? [say('end', { end: moment(input['endsAt']) })] : []),
      ...adList(facts, writer),
    ],
  };
});
