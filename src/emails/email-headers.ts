/** Headers of e-mails: the thread of an order, what a mail program needs to unsubscribe, and the mark of an automatic e-mail. */
import type { Email as EmailRow } from '../generated/prisma/client.ts';
import { isRequired, type NotificationKind } from '../notifications/kinds.ts';
import { unsubscribeUrl } from '../notifications/unsubscribe-tokens.ts';
import type { EmailTemplate } from './email-names.ts';
import { kindOf } from './email-schedule.ts';

interface LinkConfig {
  readonly publicUrl: string;
  readonly secret: string;
}

/** The columns of an e-mail from which its headers follow, so that every attempt has the same. */
type AddressedEmail = Pick<EmailRow, 'id' | 'orderId' | 'personId'> & { readonly template: string };

/** The kind of an e-mail as a link turns it off: a kind, or all that are collected in a digest. */
const kindOfRow = ({ template }: AddressedEmail): NotificationKind | 'DIGEST' =>
  // Written by insertAndEnqueue.
  kindOf(template as EmailTemplate) ?? 'DIGEST';

/** The link that turns off e-mails of the same kind; undefined if they are required. */
export function unsubscribeLinkOf(config: LinkConfig, mail: AddressedEmail): string | undefined {
  const kind = kindOfRow(mail);
  if (!mail.personId || (kind !== 'DIGEST' && isRequired(kind))) return undefined;
  return unsubscribeUrl(config, { personId: mail.personId, kind });
}

/**
 * The headers of an e-mail besides its addresses and its subject. `Auto-Submitted` (RFC 3834), `X-Auto-Response-Suppress`
 * (Exchange) and, for notifications, `Precedence` and `List-Id` keep programs from answering it, because an answer would
 * go to the other party.
 */
export function headersOf(config: LinkConfig, mail: AddressedEmail): Readonly<Record<string, string>> {
  const host = new URL(config.publicUrl).hostname;
  const kind = kindOfRow(mail);
  const link = unsubscribeLinkOf(config, mail);
  return {
    'Message-ID': `<mail.${mail.id}@${host}>`,
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    // The thread has a root that was never sent, so that it is the same for every reader and every first e-mail.
    ...(mail.orderId ? threadOf(`<order.${mail.orderId}@${host}>`) : {}),
    ...(kind === 'ACCOUNT' ? {} : { Precedence: 'list', 'List-Id': `<${kind.toLowerCase()}.notifications.${host}>` }),
    ...(link ? { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  };
}

const threadOf = (root: string) => ({ 'In-Reply-To': root, References: root });
