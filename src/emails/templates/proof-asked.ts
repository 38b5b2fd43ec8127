import type { OrderEmailTemplate } from '../email.ts';

export const proofAsked: OrderEmailTemplate = ({ number, other }) => ({
  subject: `${other.name} is waiting for proof that the ad ran (order #${number})`,
  paragraphs: [
    `Order #${number} has been completed. Show ${other.name} where the ad ran: add a link or a screenshot to the order.`,
  ],
});
