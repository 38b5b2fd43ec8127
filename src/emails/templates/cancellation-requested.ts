import { orderEmail, quote } from '../email.ts';

export const cancellationRequested = orderEmail('cancellation-requested', ({ input }, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [writer.say('requested'), ...quote(input['reason'], writer), writer.say('answer')],
}));
