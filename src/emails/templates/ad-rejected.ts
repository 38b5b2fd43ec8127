import { orderEmail, quote, wordOf } from '../email.ts';

export const adRejected = orderEmail('ad-rejected', ({ input, setup }, writer) => {
  const { say } = writer;
  return {
    subject: say('subject'),
    paragraphs: [say('rejected', { ad: wordOf(input['adName']) }), ...quote(input['note'], writer), say('again')],
    ...(setup ? { link: { label: say('change'), url: setup.url } } : {}),
  };
});
