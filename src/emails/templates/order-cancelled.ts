import { type OrderEmailTemplate, quote, refundMethod } from '../email.ts';

export const orderCancelled: OrderEmailTemplate = (data) => ({
  subject: `Order #${data.number} was cancelled`,
  paragraphs: [`Order #${data.number} was cancelled. Reason:`, ...quote(data.input['reason']), ...refundMethod(data)],
});
