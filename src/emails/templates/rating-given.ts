import type { OrderEmailTemplate } from '../email.ts';

/** The e-mail reports that a rating exists, not its content, so that it cannot influence the other party. */
export const ratingGiven: OrderEmailTemplate = ({ number, other }) => ({
  subject: `${other.name} has rated order #${number}`,
  paragraphs: [
    `${other.name} has rated the collaboration in order #${number}. You can read the rating after you have rated too, or when the rating period has ended.`,
  ],
});
