import { offerList, orderEmail, quote } from '../email.ts';

export const offerProposed = orderEmail('offer-proposed', ({ offer, input }, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [
    writer.say('proposed'),
    ...quote(input['note'], writer),
    ...offerList(offer, writer),
    ...(offer ? [writer.say('answer', { expiry: writer.moment(offer.expiresAt) })] : []),
  ],
}));
