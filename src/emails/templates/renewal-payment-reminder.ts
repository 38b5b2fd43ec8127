import type { OrderMailTemplate } from '../email.ts';
import { askingFor } from './renewal-payment-due.ts';

export const renewalPaymentReminder: OrderMailTemplate = (facts) =>
  askingFor(facts, {
    subject: `Still to pay: the next month of order #${facts.number}`,
    says: (sum) => `The next month of order #${facts.number} with ${facts.other.name} is not paid yet: ${sum}.`,
  });
