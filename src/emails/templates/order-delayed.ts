import { orderEmail } from '../email.ts';

export const orderDelayed = orderEmail('order-delayed', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('delayed')],
}));
