import type { Writer } from '../catalogues.ts';
import type { EmailText } from '../email.ts';

/** The code that confirms a new address of a person, or the new contact address of an account. */
export const emailChangeCode = (
  {
    code,
    minutes,
    account,
  }: {
    readonly code: string;
    readonly minutes: number;
    /** Name of the account whose contact address changes; undefined for the address of a person. */
    readonly account: string | undefined;
  },
  { say, shared }: Writer<'email-change-code'>,
): EmailText => ({
  subject: say('subject', { code }),
  paragraphs: [
    account === undefined ? say('person', { code }) : say('account', { account, code }),
    shared('worksOnce', { minutes }),
    shared('ignore'),
  ],
  reason: say('reason'),
});
