import { fileList, orderEmail, quote, wordOf } from '../email.ts';

export const proofSubmitted = orderEmail('proof-submitted', ({ input }, writer) => {
  const { say, shared } = writer;
  return {
    subject: say('subject'),
    paragraphs: [
      input['link'] ? say('submittedLink', { url: wordOf(input['link']) }) : say('submitted'),
      ...fileList(shared('screenshots'), input['screenshots']),
      ...quote(input['note'], writer),
    ],
  };
});
