import { orderEmail } from '../email.ts';

export const orderExpired = orderEmail('order-expired', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('expired')],
}));
