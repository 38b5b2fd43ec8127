/** The footer of e-mails: the reason why one was sent, the settings, and the link that turns its kind off. */
import type { Email as EmailRow } from '../generated/prisma/client.ts';
import { isRequired } from '../notifications/kinds.ts';
import { writerFor } from './catalogues.ts';
import type { EmailLink } from './email.ts';
import { unsubscribeLinkOf } from './email-headers.ts';
import type { EmailTemplate } from './email-names.ts';
import { kindOf } from './email-schedule.ts';

export interface EmailFooter {
  readonly reason: string;
  readonly links: readonly EmailLink[];
}

/** The page of a person's notification settings. */
export const preferencesUrl = ({ publicUrl }: { readonly publicUrl: string }): string =>
  `${publicUrl}/settings/notifications`;

/** The footer of an e-mail that was sent for a reason. E-mails about an account have no settings. */
export function footerOf(
  config: { readonly publicUrl: string; readonly secret: string },
  mail: EmailRow,
  reason: string,
): EmailFooter {
  // Written by insertAndEnqueue.
  const kind = kindOf(mail.template as EmailTemplate);
  if (kind === 'ACCOUNT' || !mail.personId) return { reason, links: [] };
  const { say } = writerFor('footer', mail);
  const unsubscribe = unsubscribeLinkOf(config, mail);
  const label = kind ? say('unsubscribe', { kind: writerFor('kinds', mail).say(kind) }) : say('unsubscribeDigest');
  return {
    reason: kind && isRequired(kind) ? `${reason} ${say('required')}` : reason,
    links: [
      { label: say('preferences'), url: preferencesUrl(config) },
      ...(unsubscribe ? [{ label, url: unsubscribe }] : []),
    ],
  };
}
