import { orderEmail } from '../email.ts';

export const workStarted = orderEmail('work-started', ({ input }, { say, moment }) => {
  const promised = input['promisedFor'];
  return {
    subject: say('subject'),
    paragraphs: [promised instanceof Date ? say('startedUntil', { promised: moment(promised) }) : say('started')],
  };
});
