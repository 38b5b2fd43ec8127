import { dayOf, type EmailText } from '../email.ts';

/** The facts about an invitation that the e-mail reports. */
export interface InvitationFacts {
  readonly account: string;
  readonly inviter: string;
  readonly address: string;
  readonly expiresAt: Date;
  readonly url: string;
}

/** An invitation to become a member of an account. */
export const invitation = ({ account, inviter, address, expiresAt, url }: InvitationFacts): EmailText => ({
  subject: `${inviter} invites you to ${account}`,
  paragraphs: [
    `${inviter} invites you to become a member of the account ${account}.`,
    `Sign in with ${address} to accept the invitation. It works until ${dayOf(expiresAt)}.`,
    'If you do not know the sender, ignore this e-mail: without your consent, nothing happens.',
  ],
  link: { label: 'Open the invitation', url },
});
