import { orderEmail } from '../email.ts';

export const offerWithdrawn = orderEmail('offer-withdrawn', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('withdrawn')],
}));
