import { itemList, orderEmail } from '../email.ts';

export const orderReceived = orderEmail('order-received', (facts, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [
    writer.say('placed'),
    ...itemList(facts, writer),
    writer.say('brief', { brief: facts.brief }),
    writer.say('next'),
  ],
}));
