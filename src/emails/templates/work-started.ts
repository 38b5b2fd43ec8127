import type { OrderMailTemplate } from '../email.ts';

export const workStarted: OrderMailTemplate = ({ number, other, input }) => ({
  subject: `${other.name} has started on order #${number}`,
  paragraphs: [
    `${other.name} is at work on your order #${number}${input['promisedFor'] instanceof Date ? ` and promises it for ${input['promisedFor'].toISOString().slice(0, 10)}` : ''}.`,
  ],
});
