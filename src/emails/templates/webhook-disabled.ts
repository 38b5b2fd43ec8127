import type { Writer } from '../catalogues.ts';
import type { EmailText } from '../email.ts';

/** The facts about a disabled endpoint that the e-mail reports. */
export interface DisabledEndpoint {
  /** Name of the account of the application. */
  readonly account: string;
  readonly application: string;
  readonly url: string;
  readonly reason: string | null;
}

/** A webhook endpoint was disabled and receives no more events. */
export const webhookDisabled = (
  { account, application, url, reason }: DisabledEndpoint,
  { say }: Writer<'webhook-disabled'>,
): EmailText => ({
  subject: say('subject', { application }),
  paragraphs: [say('disabled', { application, url }), say('cause', { reason: reason ?? '' }), say('resume')],
  reason: say('reason', { account }),
});
