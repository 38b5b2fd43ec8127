import { orderEmail } from '../email.ts';

export const proofReminder = orderEmail('proof-reminder', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('reminder')],
}));
