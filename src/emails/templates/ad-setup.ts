import { adList, orderEmail } from '../email.ts';

export const adSetup = orderEmail('ad-setup', (facts, writer) => {
  const { setup } = facts;
  const { say, moment } = writer;
  return (
    setup && {
      subject: say('subject'),
      paragraphs: [say('setUp'), ...adList(facts, writer), say('expiry', { expiry: moment(setup.expiresAt) })],
      link: { label: say('open'), url: setup.url },
    }
  );
});
