import { itemList, orderEmail } from '../email.ts';

export const orderConfirmation = orderEmail('order-confirmation', (facts, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [writer.say('thanks'), ...itemList(facts, writer), writer.say('brief', { brief: facts.brief })],
}));
