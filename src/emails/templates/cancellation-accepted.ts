import { orderEmail, quote, refundMethod } from '../email.ts';

export const cancellationAccepted = orderEmail('cancellation-accepted', (facts, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [writer.say('accepted'), ...quote(facts.input['note'], writer), ...refundMethod(facts, writer)],
}));
