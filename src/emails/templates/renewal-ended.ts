import type { OrderMailTemplate } from '../email.ts';

export const renewalEnded: OrderMailTemplate = ({ number }) => ({
  subject: `Order #${number} is no longer renewed`,
  paragraphs: [`The last month of order #${number} has ended. It is not renewed; the order itself does not change.`],
});
