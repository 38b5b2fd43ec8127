import type { Money } from '../../process/fields.ts';
import { orderEmail, wordOf } from '../email.ts';

export const paymentReceived = orderEmail('payment-received', ({ input, receipt }, { say, money }) => {
  const [sum, due] = [input['amount'], input['amountDue']] as readonly (Money | null | undefined)[];
  const reference = wordOf(input['reference']);
  return {
    subject: say('subject'),
    paragraphs: [
      // Older entries have no amount.
      sum ? say('receivedSum', { sum: money(sum), reference }) : say('received', { reference }),
      ...(due ? [say('due', { due: money(due) })] : []),
      ...(receipt ? [say('receipt', { receipt: receipt.number, url: receipt.url })] : []),
    ],
  };
});
