import { orderEmail } from '../email.ts';

export const renewalPastDue = orderEmail('renewal-past-due', ({ renewal: { periodEndsAt } }, { say, moment }) => ({
  subject: say('subject'),
  paragraphs: [periodEndsAt ? say('overdueUntil', { end: moment(periodEndsAt) }) : say('overdue'), say('grace')],
}));
