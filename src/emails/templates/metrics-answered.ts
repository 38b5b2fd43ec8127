import { orderEmail } from '../email.ts';

export const metricsAnswered = orderEmail('metrics-answered', ({ input }, { say }) => ({
  subject: say('subject'),
  paragraphs: [
    say('results', {
      traffic: Number(input['traffic']),
      leads: Number(input['leads']),
      conversions: Number(input['conversions']),
    }),
  ],
}));
