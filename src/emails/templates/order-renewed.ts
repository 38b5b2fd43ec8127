import { orderEmail } from '../email.ts';

export const orderRenewed = orderEmail('order-renewed', ({ renewal: { successor } }, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('renewed', { successor: successor ?? '' })],
}));
