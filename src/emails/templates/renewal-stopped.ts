import { orderEmail, quote } from '../email.ts';

export const renewalStopped = orderEmail('renewal-stopped', ({ input, renewal: { periodEndsAt } }, writer) => {
  const { say, day } = writer;
  return {
    subject: say('subject'),
    paragraphs: [
      periodEndsAt ? say('stoppedUntil', { end: day(periodEndsAt) }) : say('stopped'),
      ...quote(input['note'], writer),
    ],
  };
});
