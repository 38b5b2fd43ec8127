/** The facts that e-mails are rendered from, and the layout that all of them share. */

import { escapeHtml } from '../http/route.ts';
import type { Email } from '../platform/mailer.ts';
import type { Money } from '../process/fields.ts';

/** The facts that an e-mail about an order may contain. */
export interface OrderEmailData {
  readonly number: number;
  readonly url: string;
  /** The recipient. */
  readonly reader: { readonly name: string };
  /** The other party. */
  readonly other: { readonly name: string };
  readonly brief: string;
  readonly items: readonly { readonly title: string; readonly price: Money }[];
  readonly value: Money;
  /** Payment instructions of the seller. */
  readonly paymentInstructions: string | undefined;
  /** The payment that is requested now. */
  readonly payment: {
    /** True if the payment is made on a page behind a link. */
    readonly isByLink: boolean;
    /** Amount that is requested; undefined if no payment is open. */
    readonly sum: Money | undefined;
    /** True if a payment for the order was received. */
    readonly hasCome: boolean;
    /** The payment link, for the advertiser; undefined if no link works. */
    readonly url: string | undefined;
    readonly expiresAt: Date | undefined;
  };
  /** Receipt of the payment that the e-mail reports. */
  readonly receipt: { readonly number: string; readonly url: string } | undefined;
  /** The renewal of the order for another month. */
  readonly renewal: {
    /** End of the paid month. */
    readonly periodEndsAt: Date | undefined;
    /** Number of the order for the next month, once that is paid. */
    readonly successor: number | undefined;
  };
  /** Setup link of the order, for its advertiser; undefined if no link works. */
  readonly setup: { readonly url: string; readonly expiresAt: Date } | undefined;
  /** For a digest: the unread messages of the recipient, oldest first; only the newest if there are many. */
  readonly unread: {
    readonly messages: readonly { readonly author: string; readonly text: string }[];
    readonly count: number;
  };
  /** Input of the step as it was logged; files as URLs. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** Content of one e-mail, in plain paragraphs. */
export interface EmailText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Target of the button, if it is not the order. */
  readonly link?: EmailLink;
}

export interface EmailLink {
  readonly label: string;
  readonly url: string;
}

/**
 * Composes an e-mail about an order. Undefined if what it is about has ended since it was queued, such as a payment link
 * that has expired; the process table and queue-emails.ts decide who receives it. Pure: the same data gives the same
 * e-mail, which retries rely on.
 */
export type OrderEmailTemplate = (facts: OrderEmailData) => EmailText | undefined;

/** Explains how the payment is refunded; empty if nothing was paid. */
export function refundMethod({ payment: { isByLink, hasCome } }: OrderEmailData): string[] {
  if (!hasCome) return [];
  return isByLink
    ? ['The refund is made the way you paid.']
    : ['The order was paid outside the marketplace: the seller makes the refund the way it was paid.'];
}

/** The date of a moment in UTC, such as 2026-12-01. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Instructions for paying on the page behind the payment link. */
export const linkInstructions = ({ payment: { expiresAt } }: OrderEmailData): string[] => [
  `Use the link to pay.${expiresAt ? ` It works until ${dayOf(expiresAt)}; after that, get a new link in your order.` : ''}`,
];

/** Instructions for paying outside the marketplace. */
export const manualInstructions = ({ number, other, paymentInstructions }: OrderEmailData): string[] => [
  paymentInstructions
    ? `How to pay:\n${paymentInstructions}`
    : `Reply to this e-mail to agree with ${other.name} on how to pay.`,
  `Use "Order #${number}" as the reference. ${other.name} confirms the payment when it has been received.`,
];

/** A quotation of what a person wrote; empty if there is no text. */
export const quote = (words: unknown): string[] => (typeof words === 'string' && words !== '' ? [`“${words}”`] : []);

/** The URLs of the files of a step, one per line; empty if there are no files. */
export const fileList = (label: string, addresses: unknown): string[] =>
  Array.isArray(addresses) && addresses.length > 0 ? [[`${label}:`, ...addresses].join('\n')] : [];

/** Renders an e-mail as text and as HTML, with its button. Text that people wrote is escaped. */
export function render(
  { subject, paragraphs }: EmailText,
  link: EmailLink | undefined,
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
