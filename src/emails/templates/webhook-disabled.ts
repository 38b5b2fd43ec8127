import type { EmailText } from '../email.ts';

/** The facts about a disabled endpoint that the e-mail reports. */
export interface DisabledEndpoint {
  readonly application: string;
  readonly url: string;
  readonly reason: string | null;
}

const reasons: Readonly<Record<string, string>> = {
  FAILING: 'It has not accepted any delivery for three days.',
  GONE: 'It answered with status 410 (Gone).',
  OPERATION_RETIRED: 'Every version of its registered operation is retired.',
};

/** A webhook endpoint was disabled and receives no more events. */
export const webhookDisabled = ({ application, url, reason }: DisabledEndpoint): EmailText => ({
  subject: `A webhook of ${application} has been disabled`,
  paragraphs: [
    `The application ${application} no longer receives events at ${url}.`,
    reasons[reason ?? ''] ?? 'It was disabled.',
    'No event is lost: enable it again with updateWebhookEndpoint, and delivery resumes where it stopped.',
  ],
});
