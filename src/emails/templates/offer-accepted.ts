import { offerList, orderEmail } from '../email.ts';

export const offerAccepted = orderEmail('offer-accepted', ({ offer }, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [writer.say('accepted'), ...offerList(offer, writer), writer.say('next')],
}));
