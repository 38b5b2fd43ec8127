import type { OrderEmailTemplate } from '../email.ts';

export const proofReminder: OrderEmailTemplate = ({ number, other }) => ({
  subject: `Reminder: proof for the ad of order #${number}`,
  paragraphs: [
    `${other.name} has not yet seen where the ad of order #${number} ran. Add a link or a screenshot to the order. This is the only reminder.`,
  ],
});
