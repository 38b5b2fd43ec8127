import { orderEmail, quote } from '../email.ts';

export const renewalStopped = orderEmail('renewal-stopped', ({ input, renewal: { periodEndsAt } }, writer) => {
  const { say, moment } = writer;
  return {
    subject: say('subject'),
    paragraphs: [
      periodEndsAt ? say('stoppedUntil', { end: moment(periodEndsAt) }) : say('stopped'),
      ...quote(input['note'], writer),
    ],
  };
});
