import { type AdStep, adSteps } from './ad.ts';
import { choice, type Fields, optional, text } from './fields.ts';
import { type OrderStep, orderSteps } from './order.ts';

const mail = text('The name of the mail.', 100);
const to = choice('MailReceiver', 'Whom it was for.', {
  ADVERTISER: 'The party that ordered.',
  SELLER: 'The party that owns the space.',
  OPERATOR: 'Who runs the marketplace.',
});

/** What stands on a timeline besides the steps of the table. */
export const otherEntries = {
  sendMessage: { title: 'Message', input: {} },
  rotateSetupLink: { title: 'A new setup link was mailed; the one before is dead', input: {} },
  revokeSetupLink: { title: 'The setup link was revoked', input: {} },
  mailSent: {
    title: 'Mail sent',
    input: { mail, to },
  },
  mailFailed: {
    title: 'Mail could not be delivered',
    input: { mail, to, reason: text('What the mail service answered.', 500) },
  },
} as const satisfies Record<string, { title: string; input: Fields }>;

/** Which ad an entry about an ad is of, as it was called then. */
const adName = text('The name of the ad.', 200);
/** Through what an ad was worked on, where nobody signed in. */
const via = optional(
  choice('EntryVia', 'Through what it was done, where nobody signed in.', {
    SETUP_LINK: 'The setup link that was mailed to the advertiser. Whoever held it is counted as the advertiser.',
  }),
);
/** What is logged of a step of an ad that was taken through its setup link. */
export const viaSetupLink = { via: 'SETUP_LINK' } as const;

export type EntryType = OrderStep | AdStep | keyof typeof otherEntries;

/** Every type of entry, with its title and what is logged with it. */
export const entryTypes: readonly { type: EntryType; title: string; input: Fields }[] = [
  ...orderSteps.map(([type, row]) => ({ type, title: row.title, input: row.input ?? {} })),
  ...adSteps.map(([type, row]) => ({ type, title: row.title, input: { adName, via, ...row.input, ...row.logs } })),
  // Object.entries forgets the type of the keys.
  ...(Object.entries(otherEntries) as [keyof typeof otherEntries, { title: string; input: Fields }][]).map(
    ([type, entry]) => ({ type, ...entry }),
  ),
];
