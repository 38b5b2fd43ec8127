import type { Money } from '../../process/fields.ts';
import { orderEmail } from '../email.ts';

export const renewalPaymentExpected = orderEmail('renewal-payment-expected', ({ value, input }, { say, money }) => ({
  subject: say('subject'),
  paragraphs: [say('expected', { sum: money((input['sum'] as Money | null | undefined) ?? value) }), say('confirm')],
}));
