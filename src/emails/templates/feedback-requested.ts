import { fileList, orderEmail, quote } from '../email.ts';

export const feedbackRequested = orderEmail('feedback-requested', ({ input }, writer) => {
  const { say, shared } = writer;
  return {
    subject: say('subject'),
    paragraphs: [
      say('asks'),
      ...quote(input['question'], writer),
      ...quote(input['draft'], writer),
      ...fileList(shared('draft'), input['draftImages']),
      say('waiting'),
    ],
  };
});
