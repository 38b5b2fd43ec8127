/** The codes in e-mails. They are derived, not stored: a retry of the e-mail has the same one (decision 6). */
import { derivedDigits } from '../platform/secrets.ts';
import type { AppServices } from '../services/services.ts';

const codeDigits = 8;

/** The sign-in code with this id. */
export const signInCodeFor = ({ config }: Pick<AppServices, 'config'>, codeId: string): string =>
  derivedDigits(config.secret, `sign-in:${codeId}`, codeDigits);

/** The code of the change of an address with this id, derived under a label of its own: it is never a sign-in code. */
export const emailChangeCodeFor = ({ config }: Pick<AppServices, 'config'>, changeId: string): string =>
  derivedDigits(config.secret, `email-change:${changeId}`, codeDigits);
