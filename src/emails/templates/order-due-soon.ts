import { orderEmail } from '../email.ts';

export const orderDueSoon = orderEmail('order-due-soon', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('due')],
}));
