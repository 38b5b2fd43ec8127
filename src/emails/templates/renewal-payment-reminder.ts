import type { OrderEmailTemplate } from '../email.ts';
import { askingFor } from './renewal-payment-due.ts';

export const renewalPaymentReminder: OrderEmailTemplate = (data) =>
  askingFor(data, {
    subject: `Payment reminder: next month of order #${data.number}`,
    says: (sum) => `The next month of order #${data.number} with ${data.other.name} has not been paid yet: ${sum}.`,
  });
