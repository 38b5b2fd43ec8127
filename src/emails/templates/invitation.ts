import type { Writer } from '../catalogues.ts';
import type { EmailText } from '../email.ts';

/** The facts about an invitation that the e-mail reports. */
export interface InvitationFacts {
  readonly account: string;
  readonly inviter: string;
  readonly address: string;
  readonly expiresAt: Date;
  readonly url: string;
}

/** An invitation to become a member of an account. */
export const invitation = (
  { account, inviter, address, expiresAt, url }: InvitationFacts,
  { say, moment }: Writer<'invitation'>,
): EmailText => ({
  subject: say('subject', { inviter, account }),
  paragraphs: [
    say('invites', { inviter, account }),
    say('accept', { address, expiry: moment(expiresAt) }),
    say('ignore'),
  ],
  link: { label: say('open'), url },
  reason: say('reason'),
});
