import { orderEmail } from '../email.ts';

export const cancellationUnanswered = orderEmail('cancellation-unanswered', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('unanswered')],
}));
