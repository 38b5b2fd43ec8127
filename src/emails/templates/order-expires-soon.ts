import { orderEmail } from '../email.ts';

export const orderExpiresSoon = orderEmail('order-expires-soon', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('expires')],
}));
