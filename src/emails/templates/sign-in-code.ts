import type { EmailText } from '../email.ts';

/** The sign-in code. The reader may not be the person who requested it, and the e-mail says so. */
export const signInCode = ({ code, minutes }: { code: string; minutes: number }): EmailText => ({
  subject: `${code} is your sign-in code`,
  paragraphs: [
    `Your sign-in code is ${code}.`,
    `It works once, within ${minutes} minutes.`,
    'If you did not request it, ignore this e-mail: it is not possible to sign in without the code.',
  ],
});
