import type { OrderEmailTemplate } from '../email.ts';

export const renewalEnded: OrderEmailTemplate = ({ number }) => ({
  subject: `Order #${number} is no longer renewed`,
  paragraphs: [`The last month of order #${number} has ended. It is not renewed; the order itself does not change.`],
});
