import { orderEmail } from '../email.ts';

/** The e-mail reports that a rating exists, not its content, so that it cannot influence the other party. */
export const ratingGiven = orderEmail('rating-given', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('rated')],
}));
