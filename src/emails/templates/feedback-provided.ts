import { fileList, orderEmail, quote, wordOf } from '../email.ts';

export const feedbackProvided = orderEmail('feedback-provided', ({ input }, writer) => {
  const { say, shared } = writer;
  return {
    subject: say('subject'),
    paragraphs: [
      say('answer', { kind: wordOf(input['kind']) }),
      ...quote(input['answer'], writer),
      ...fileList(shared('attachments'), input['images']),
    ],
  };
});
