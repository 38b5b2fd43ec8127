import { orderEmail } from '../email.ts';

export const cancellationReminder = orderEmail('cancellation-reminder', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('reminder')],
}));
