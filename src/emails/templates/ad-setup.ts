import type { OrderMailTemplate } from '../email.ts';

export const adSetup: OrderMailTemplate = ({ number, other, setup }) =>
  setup && {
    subject: `Set up your ads (order #${number})`,
    paragraphs: [
      `Say what your ads with ${other.name} shall show, and submit each for review. The link needs no sign-in: whoever has it can do that in your place.`,
      `It works until ${setup.expiresAt.toISOString().slice(0, 10)}.`,
    ],
    link: { label: 'Set up your ads', url: setup.url },
  };
