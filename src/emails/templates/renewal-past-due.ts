import { orderEmail } from '../email.ts';

export const renewalPastDue = orderEmail('renewal-past-due', ({ renewal: { periodEndsAt } }, { say, day }) => ({
  subject: say('subject'),
  paragraphs: [periodEndsAt ? say('overdueUntil', { end: day(periodEndsAt) }) : say('overdue'), say('grace')],
}));
