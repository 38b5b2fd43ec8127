import type { MailText } from '../email.ts';

/** What can be told of an endpoint that was disabled. */
export interface DisabledEndpoint {
  readonly application: string;
  readonly url: string;
  readonly reason: string | null;
}

const reasons: Readonly<Record<string, string>> = {
  FAILING: 'For three days it has not taken what was sent.',
  GONE: 'It has answered that it is gone (410).',
  OPERATION_RETIRED: 'Every version of the operation whose result it is sent is retired.',
};

/** An endpoint of webhooks is told of nothing any more. */
export const webhookDisabled = ({ application, url, reason }: DisabledEndpoint): MailText => ({
  subject: `A webhook of ${application} is disabled`,
  paragraphs: [
    `Nothing more is sent to ${url}, where the application ${application} was told of events.`,
    reasons[reason ?? ''] ?? 'It was disabled.',
    'Nothing is lost: enable it again with changeWebhookEndpoint, and it goes on where it stopped.',
  ],
});
