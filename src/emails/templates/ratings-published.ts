import { orderEmail } from '../email.ts';

export const ratingsPublished = orderEmail('ratings-published', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('published')],
}));
