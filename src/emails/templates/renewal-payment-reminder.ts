import type { OrderMailTemplate } from '../email.ts';
import { askingFor } from './renewal-payment-due.ts';

export const renewalPaymentReminder: OrderMailTemplate = (facts) =>
  askingFor(facts, {
    subject: `Payment reminder: next month of order #${facts.number}`,
    says: (sum) => `The next month of order #${facts.number} with ${facts.other.name} has not been paid yet: ${sum}.`,
  });
