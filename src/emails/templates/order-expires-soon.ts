import type { OrderMailTemplate } from '../email.ts';

export const orderExpiresSoon: OrderMailTemplate = ({ number }) => ({
  subject: `Order #${number} will expire soon`,
  paragraphs: [`Nothing has happened in order #${number} for a while. If nothing does, it will expire in a few days.`],
});
