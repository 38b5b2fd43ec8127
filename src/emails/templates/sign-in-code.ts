import type { MailText } from '../email.ts';

/** The code that signs in. It is asked for by somebody who may not be the reader: the mail says so. */
export const signInCode = ({ code, minutes }: { code: string; minutes: number }): MailText => ({
  subject: `${code} is your sign-in code`,
  paragraphs: [
    `Your sign-in code is ${code}.`,
    `It works once, within ${minutes} minutes.`,
    'If you did not ask for it, ignore this mail: nobody can sign in without the code.',
  ],
});
