import { orderEmail } from '../email.ts';

export const offerExpiresSoon = orderEmail('offer-expires-soon', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('expires')],
}));
