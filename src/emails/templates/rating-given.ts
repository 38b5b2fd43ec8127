import type { OrderMailTemplate } from '../email.ts';

/** Says that there is a rating, and nothing of what it says: neither side is to be led by the other. */
export const ratingGiven: OrderMailTemplate = ({ number, other }) => ({
  subject: `${other.name} has rated order #${number}`,
  paragraphs: [
    `${other.name} has rated how it was to work with you in order #${number}. You can read it once you have rated too, or when the time for ratings is over.`,
  ],
});
