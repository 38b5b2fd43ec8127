import { type OrderMailTemplate, quote } from '../mail.ts';

export const orderCancelled: OrderMailTemplate = ({ number, input }) => ({
  subject: `Order #${number} was cancelled`,
  paragraphs: [`Order #${number} was cancelled. The reason given:`, ...quote(input['reason'])],
});
