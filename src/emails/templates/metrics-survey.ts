import { orderEmail } from '../email.ts';

export const metricsSurvey = orderEmail('metrics-survey', (_facts, { say }) => ({
  subject: say('subject'),
  paragraphs: [say('question'), say('visibility')],
}));
