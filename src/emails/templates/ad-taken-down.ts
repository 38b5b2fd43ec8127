import { orderEmail, quote, wordOf } from '../email.ts';

export const adTakenDown = orderEmail('ad-taken-down', ({ input }, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [writer.say('takenDown', { ad: wordOf(input['adName']) }), ...quote(input['reason'], writer)],
}));
