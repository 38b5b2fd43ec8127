import { orderEmail } from '../email.ts';

export const adSetup = orderEmail(
  'ad-setup',
  ({ setup }, { say, day }) =>
    setup && {
      subject: say('subject'),
      paragraphs: [say('setUp'), say('expiry', { expiry: day(setup.expiresAt) })],
      link: { label: say('open'), url: setup.url },
    },
);
