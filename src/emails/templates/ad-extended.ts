import { adList, orderEmail, quote, wordOf } from '../email.ts';

export const adExtended = orderEmail('ad-extended', (facts, writer) => {
  const { input } = facts;
  const { say, moment } = writer;
  return {
    subject: say('subject'),
    paragraphs: [
      say('extended', { ad: wordOf(input['adName']), days: Number(input['days']) }),
      ...quote(input['reason'], writer),
      ...(input['endsAt'] instanceof Date ? [say('end', { end: moment(input['endsAt']) })] : []),
      ...adList(facts, writer),
    ],
  };
});
