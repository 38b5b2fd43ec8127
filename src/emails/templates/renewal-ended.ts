import { orderEmail } from '../email.ts';

export const renewalEnded = orderEmail('renewal-ended', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('ended')],
}));
