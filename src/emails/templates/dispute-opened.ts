import { fileList, orderEmail, quote, wordOf } from '../email.ts';

export const disputeOpened = orderEmail('dispute-opened', ({ input }, writer) => {
  const { say, shared } = writer;
  return {
    subject: say('subject'),
    paragraphs: [
      say('opened'),
      ...quote(input['reason'], writer),
      ...(input['evidence'] ? [say('evidence', { url: wordOf(input['evidence']) })] : []),
      ...fileList(shared('evidence'), input['evidenceImages']),
      say('paused'),
    ],
  };
});
