import type { Writer } from '../catalogues.ts';
import type { EmailText } from '../email.ts';

/** The report to the old address of a person, or to the old contact address of an account, that it was replaced. */
export const emailChanged = (
  {
    oldAddress: address,
    account,
  }: {
    readonly oldAddress: string;
    /** Name of the account whose contact address has changed; undefined for the address of a person. */
    readonly account: string | undefined;
  },
  { say }: Writer<'email-changed'>,
): EmailText => ({
  subject: account === undefined ? say('subjectPerson') : say('subjectAccount', { account }),
  paragraphs: [
    account === undefined ? say('person', { address }) : say('account', { address, account }),
    say('unexpected'),
  ],
  reason: say('reason'),
});
