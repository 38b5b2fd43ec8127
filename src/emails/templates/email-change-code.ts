import type { EmailText } from '../email.ts';

/** The code that confirms a new address of a person, or the new contact address of an account. */
export const emailChangeCode = ({
  code,
  minutes,
  account,
}: {
  readonly code: string;
  readonly minutes: number;
  /** Name of the account whose contact address changes; undefined for the address of a person. */
  readonly account: string | undefined;
}): EmailText => ({
  subject: `${code} confirms this address`,
  paragraphs: [
    account === undefined
      ? `Somebody wants to sign in with this address from now on. The code that confirms it is ${code}.`
      : `The account ${account} wants to use this address as its contact address. The code that confirms it is ${code}.`,
    `It works once, within ${minutes} minutes.`,
    'If you did not request it, ignore this e-mail: without the code, nothing changes.',
  ],
});
