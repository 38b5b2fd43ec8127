import { orderEmail } from '../email.ts';

export const orderResumed = orderEmail('order-resumed', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('resumed')],
}));
