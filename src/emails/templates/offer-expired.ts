import { orderEmail } from '../email.ts';

export const offerExpired = orderEmail('offer-expired', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('expired')],
}));
