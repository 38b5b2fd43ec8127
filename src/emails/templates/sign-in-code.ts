import type { Writer } from '../catalogues.ts';
import type { EmailText } from '../email.ts';

/** The sign-in code. The reader may not be the person who requested it, and the e-mail says so. */
export const signInCode = (
  { code, minutes }: { readonly code: string; readonly minutes: number },
  { say, shared }: Writer<'sign-in-code'>,
): EmailText => ({
  subject: say('subject', { code }),
  paragraphs: [say('code', { code }), shared('worksOnce', { minutes }), say('ignore')],
  reason: say('reason'),
});
