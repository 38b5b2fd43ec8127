import { orderEmail } from '../email.ts';

export const adSetup = orderEmail(
  'ad-setup',
  ({ setup }, { say, moment }) =>
    setup && {
      subject: say('subject'),
      paragraphs: [say('setUp'), say('expiry', { expiry: moment(setup.expiresAt) })],
      link: { label: say('open'), url: setup.url },
    },
);
