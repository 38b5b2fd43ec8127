import { orderEmail } from '../email.ts';

export const reminder = orderEmail('reminder', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('reminds')],
}));
