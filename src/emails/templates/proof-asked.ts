import type { OrderMailTemplate } from '../email.ts';

export const proofAsked: OrderMailTemplate = ({ number, other }) => ({
  subject: `Show ${other.name} that the ad ran (order #${number})`,
  paragraphs: [
    `Order #${number} is completed. ${other.name} waits to see where the ad ran: give a link to it in the order.`,
  ],
});
