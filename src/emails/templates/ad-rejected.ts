import { adList, orderEmail, quote, wordOf } from '../email.ts';

export const adRejected = orderEmail('ad-rejected', (facts, writer) => {
  const { input, setup } = facts;
  const { say } = writer;
  return {
    subject: say('subject'),
    paragraphs: [
      say('rejected', { ad: wordOf(input['adName']) }),
      ...quote(input['note'], writer),
      say('again'),
      ...adList(facts, writer),
    ],
    ...(setup ? { link: { label: say('change'), url: setup.url } } : {}),
  };
});
