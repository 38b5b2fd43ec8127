/** What every mail is made from, and how one is laid out. */

import { escapeHtml } from '../http/route.ts';
import type { Email } from '../platform/mailer.ts';
import type { Money } from '../process/fields.ts';

/** What a mail about an order may tell. */
export interface OrderFacts {
  readonly number: number;
  readonly url: string;
  /** The one who reads it. */
  readonly reader: { readonly name: string };
  /** The other party. */
  readonly other: { readonly name: string };
  readonly brief: string;
  readonly items: readonly { readonly title: string; readonly price: Money }[];
  readonly value: Money;
  /** How the seller wants to be paid. */
  readonly paymentInstructions: string | undefined;
  /** How the money that is asked for is paid. */
  readonly payment: {
    /** Whether it is paid on a page that a link leads to. */
    readonly isByLink: boolean;
    /** How much is asked for; absent if nothing is any longer. */
    readonly sum: Money | undefined;
    /** Whether money has come for the order. */
    readonly hasCome: boolean;
    /** That link, for the advertiser; absent if none works. */
    readonly url: string | undefined;
    readonly expiresAt: Date | undefined;
  };
  /** The receipt of the money that the mail tells of. */
  readonly receipt: { readonly number: string; readonly url: string } | undefined;
  /** How its renewal for a next month stands. */
  readonly renewal: {
    /** When the month is over that was paid for. */
    readonly periodEndsAt: Date | undefined;
    /** The number of the order for the next month, once that is paid. */
    readonly successor: number | undefined;
  };
  /** The setup link of the order, for its advertiser; absent if none works. */
  readonly setup: { readonly url: string; readonly expiresAt: Date } | undefined;
  /** For a digest: what the reader has not read, oldest first; the newest of it if it is much. */
  readonly unread: {
    readonly messages: readonly { readonly author: string; readonly text: string }[];
    readonly count: number;
  };
  /** What the step was given, as it was logged; files by their addresses. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** One mail: what it says, in plain paragraphs. */
export interface MailText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Where it leads, if not to the order. */
  readonly link?: MailLink;
}

export interface MailLink {
  readonly label: string;
  readonly url: string;
}

/**
 * A mail about an order; undefined if there is nothing left to tell. Pure: the same facts give the same mail, which a
 * retry relies on.
 */
export type OrderMailTemplate = (facts: OrderFacts) => MailText | undefined;

/** How money that was paid goes back; nothing if none was. */
export function wayBack({ payment: { isByLink, hasCome } }: OrderFacts): string[] {
  if (!hasCome) return [];
  return isByLink
    ? ['The money goes back the way it was paid.']
    : ['The order was paid outside the marketplace: the seller gives the money back by hand, the way it was paid.'];
}

/** A moment as its day, e.g. 2026-12-01. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** How to pay on the page that a link leads to. */
export const byLink = ({ payment: { expiresAt } }: OrderFacts): string[] => [
  `The link leads to the page where you pay.${expiresAt ? ` It works until ${dayOf(expiresAt)}; your order gives you a new one after that.` : ''}`,
];

/** How to pay outside the marketplace. */
export const outside = ({ number, other, paymentInstructions }: OrderFacts): string[] => [
  paymentInstructions
    ? `How to pay:\n${paymentInstructions}`
    : `Reply to this mail to agree with ${other.name} on how to pay.`,
  `Give "Order #${number}" as the reference. ${other.name} confirms when the money is there.`,
];

/** Somebody's words, set apart as theirs; nothing if there are none. */
export const quote = (words: unknown): string[] => (typeof words === 'string' && words !== '' ? [`“${words}”`] : []);

/** Where the files are that go with a step, each on a line of its own; nothing if there are none. */
export const shown = (label: string, addresses: unknown): string[] =>
  Array.isArray(addresses) && addresses.length > 0 ? [[`${label}:`, ...addresses].join('\n')] : [];

/** The letter as text and as HTML, with the link that it leads to. Everything that people wrote is escaped. */
export function layOut(
  { subject, paragraphs }: MailText,
  link: MailLink | undefined,
): Pick<Email, 'subject' | 'text' | 'html'> {
  const text = [...paragraphs, ...(link ? [`${link.label}: ${link.url}`] : [])].join('\n\n');
  const body = paragraphs.map(
    (paragraph) => `<p style="margin:0 0 16px;white-space:pre-line">${escapeHtml(paragraph)}</p>`,
  );
  const button = link
    ? [
        `<p style="margin:24px 0"><a href="${escapeHtml(link.url)}" style="background:#1f4fd8;color:#fff;padding:10px 18px;border-radius:6px;text-decoration:none">${escapeHtml(link.label)}</a></p>`,
      ]
    : [];
  const html = `<!doctype html><html lang="en"><body style="font:16px/1.5 system-ui,sans-serif;color:#1c2333;max-width:36em;margin:24px auto;padding:0 16px">${[...body, ...button].join('')}</body></html>`;
  return { subject: oneLine(subject), text, html };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 200);
