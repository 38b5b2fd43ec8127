/** The names of all e-mails, as the process tables, the chat and accounts have them. Each has a section in the catalogues. */
import type { AdMail } from '../process/ad.ts';
import type { ChatMail, ModerationMail } from '../process/entries.ts';
import type { OrderMail } from '../process/order.ts';

/** The e-mails about an entry of an order. */
export type OrderEmailName = OrderMail | AdMail | ChatMail | ModerationMail;

/** The e-mails that are not about an order. */
export type AccountEmailName =
  | 'sign-in-code'
  | 'email-change-code'
  | 'email-changed'
  | 'invitation'
  | 'webhook-disabled';

/** The e-mail with the notifications of a day. */
export const dailyDigest = 'daily-digest';

export type EmailTemplate = OrderEmailName | AccountEmailName | typeof dailyDigest;
