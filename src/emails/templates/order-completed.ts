import { fileList, orderEmail, quote, wordOf } from '../email.ts';

export const orderCompleted = orderEmail('order-completed', ({ input }, writer) => {
  const { say, shared } = writer;
  return {
    subject: say('subject'),
    paragraphs: [
      say('completed'),
      ...quote(input['note'], writer),
      ...(input['proofLink'] ? [say('proof', { url: wordOf(input['proofLink']) })] : []),
      ...fileList(shared('screenshots'), input['proofScreenshots']),
      say('rate'),
    ],
  };
});
