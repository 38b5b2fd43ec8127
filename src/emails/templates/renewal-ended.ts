import type { OrderMailTemplate } from '../email.ts';

export const renewalEnded: OrderMailTemplate = ({ number }) => ({
  subject: `Order #${number} is not renewed any longer`,
  paragraphs: [
    `The last month of order #${number} is over. There will be no next one; the order itself stays as it is.`,
  ],
});
