import type { OrderMailTemplate } from '../email.ts';

export const proofReminder: OrderMailTemplate = ({ number, other }) => ({
  subject: `Still to show: the ad of order #${number}`,
  paragraphs: [
    `${other.name} has not seen yet where the ad of order #${number} ran. Give a link to it in the order. This is the only reminder.`,
  ],
});
