import type { OrderEmailTemplate } from '../email.ts';

export const workStarted: OrderEmailTemplate = ({ number, other, input }) => ({
  subject: `${other.name} has started to work on order #${number}`,
  paragraphs: [
    `${other.name} has started to work on your order #${number}${input['promisedFor'] instanceof Date ? ` and expects to finish by ${input['promisedFor'].toISOString().slice(0, 10)}` : ''}.`,
  ],
});
