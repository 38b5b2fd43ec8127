import { orderEmail, quote } from '../email.ts';

export const offerDeclined = orderEmail('offer-declined', ({ input }, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [writer.say('declined'), ...quote(input['note'], writer)],
}));
