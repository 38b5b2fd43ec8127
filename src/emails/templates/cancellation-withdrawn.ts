import { orderEmail } from '../email.ts';

export const cancellationWithdrawn = orderEmail('cancellation-withdrawn', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('withdrawn')],
}));
