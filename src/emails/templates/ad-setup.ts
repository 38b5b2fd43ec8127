import type { OrderEmailTemplate } from '../email.ts';

export const adSetup: OrderEmailTemplate = ({ number, other, setup }) =>
  setup && {
    subject: `Set up your ads (order #${number})`,
    paragraphs: [
      `Set up the content of your ads with ${other.name}, and submit each ad for review. The link needs no sign-in: anyone who has it can do this for you.`,
      `The link works until ${setup.expiresAt.toISOString().slice(0, 10)}.`,
    ],
    link: { label: 'Set up your ads', url: setup.url },
  };
