import { orderEmail, quote } from '../email.ts';

export const cancellationDeclined = orderEmail('cancellation-declined', ({ input }, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [writer.say('declined'), ...quote(input['reason'], writer), writer.say('next')],
}));
