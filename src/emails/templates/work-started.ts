import { orderEmail } from '../email.ts';

export const workStarted = orderEmail('work-started', ({ input }, { say, day }) => {
  const promised = input['promisedFor'];
  return {
    subject: say('subject'),
    paragraphs: [promised instanceof Date ? say('startedUntil', { promised: day(promised) }) : say('started')],
  };
});
