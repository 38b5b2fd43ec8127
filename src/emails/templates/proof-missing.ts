import { orderEmail } from '../email.ts';

export const proofMissing = orderEmail('proof-missing', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('missing')],
}));
