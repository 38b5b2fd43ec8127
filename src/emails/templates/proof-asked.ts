import { orderEmail } from '../email.ts';

export const proofAsked = orderEmail('proof-asked', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('asks')],
}));
