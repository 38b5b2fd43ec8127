import { orderEmail, quote } from '../email.ts';

export const disputeWithdrawn = orderEmail('dispute-withdrawn', ({ input }, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [writer.say('withdrawn'), ...quote(input['note'], writer)],
}));
