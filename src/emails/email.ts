/** The facts that e-mails are composed from, and the paragraphs that several of them share. */

import type { Money } from '../process/fields.ts';
import { type EmailLocale, type Section, type Writer, writerFor } from './catalogues.ts';

/** The facts that an e-mail about an order may contain. */
export interface OrderEmailData {
  readonly number: number;
  readonly url: string;
  /** The recipient. */
  readonly reader: { readonly name: string };
  /** The other party. */
  readonly other: { readonly name: string };
  /** The marketplace on which the order was placed. */
  readonly marketplace: { readonly name: string };
  readonly brief: string;
  readonly items: readonly { readonly title: string; readonly price: Money }[];
  readonly value: Money;
  /** Payment instructions of the seller. */
  readonly paymentInstructions: string | undefined;
  /** Reference to state for a payment outside the marketplace. */
  readonly transferReference: string;
  /** The payment that is requested now. */
  readonly payment: {
    /** True if the payment is made on a page behind a link. */
    readonly isByLink: boolean;
    /** Amount that is requested; undefined if no payment is open. */
    readonly sum: Money | undefined;
    /** True if a payment for the order was received. */
    readonly hasCome: boolean;
    /** The page on which the payment begins, for the advertiser; undefined if it cannot be paid there now. */
    readonly url: string | undefined;
  };
  /** Receipt of the payment that the e-mail reports. */
  readonly receipt: { readonly number: string; readonly url: string } | undefined;
  /** Credit notes of the refunds that the step has completed: those made outside. */
  readonly creditNotes: readonly { readonly number: string; readonly url: string }[];
  /** The renewal of the order for another month. */
  readonly renewal: {
    /** End of the paid month. */
    readonly periodEndsAt: Date | undefined;
    /** Number of the order for the next month, once that is paid. */
    readonly successor: number | undefined;
  };
  /** The offer that the e-mail is about, or else the open one; undefined if there is none. */
  readonly offer:
    | {
        readonly items: OrderEmailData['items'];
        readonly total: Money;
        readonly previousTotal: Money;
        readonly expiresAt: Date;
      }
    | undefined;
  /** The ads that the e-mail is about, with what they were bought for: the ad of the step, or all that are set up by the link. */
  readonly ads: readonly EmailAd[];
  /** Setup link of the order, for its advertiser; undefined if no link works. */
  readonly setup: { readonly url: string; readonly expiresAt: Date } | undefined;
  /** For a digest: the unread messages of the recipient, oldest first; only the newest if there are many. */
  readonly unread: {
    readonly messages: readonly UnreadMessage[];
    readonly count: number;
  };
  /** Input of the step as it was logged; files as URLs. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** An ad with what it was bought for. */
export interface EmailAd {
  readonly name: string;
  /** Titles of its space and price option. */
  readonly itemTitle: string;
  /** Size of an ad in its space in pixels; undefined if the space states none. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
}

/** An unread message, as an e-mail quotes it. */
export interface UnreadMessage {
  /** Name of the party, or of the marketplace, that wrote it. */
  readonly author: string;
  readonly text: string;
  /** Number of files that came with it. */
  readonly fileCount: number;
}

/** Content of one e-mail, in plain paragraphs. */
export interface EmailText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Target of the button, if it is not the order. */
  readonly link?: EmailLink;
  /** The reason why it was sent, if it is not about an order. */
  readonly reason?: string;
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
export type OrderEmailTemplate = (facts: OrderEmailData, locale: EmailLocale) => EmailText | undefined;

type SharedWriter = Omit<Writer<Section>, 'say'>;

/**
 * An e-mail about an order, from its section of the catalogues and a function that chooses messages and values. Every
 * message may use `number`, `reader` and `other`.
 */
export const orderEmail =
  <S extends Section>(
    section: S,
    compose: (facts: OrderEmailData, writer: Writer<S>) => EmailText | undefined,
  ): OrderEmailTemplate =>
  (facts, locale) => {
    const { number, reader, other, marketplace } = facts;
    const values = { number, reader: reader.name, other: other.name, marketplace: marketplace.name };
    return compose(facts, writerFor(section, locale, values));
  };

/** Explains how the payment is refunded; empty if nothing was paid. */
export function refundMethod({ payment, creditNotes }: OrderEmailData, { shared }: SharedWriter): string[] {
  if (!payment.hasCome) return [];
  const method = shared(payment.isByLink ? 'refundByLink' : 'refundOutside');
  return [method, ...creditNotes.map(({ number, url }) => shared('creditNote', { creditNote: number, url }))];
}

/** Instructions for paying: on the page behind the payment link if it works, or else outside the marketplace. */
export function paymentInstructions(facts: OrderEmailData, { shared }: SharedWriter): string[] {
  const { payment, paymentInstructions: instructions, transferReference: reference } = facts;
  if (payment.url) return [shared('payByLink')];
  return [
    instructions ? shared('howToPay', { instructions }) : shared('agreeOnPayment'),
    shared('paymentReference', { reference }),
  ];
}

/** The button that leads to the payment; none if no link works. */
export const paymentButton = (
  { payment: { url } }: OrderEmailData,
  sum: string,
  { shared }: SharedWriter,
): Pick<EmailText, 'link'> => (url ? { link: { label: shared('pay', { sum }), url } } : {});

/** False if the payment of the next month is made by a link that has expired or was used before the e-mail could be rendered. */
export const isRenewalPayable = ({ input, payment }: OrderEmailData): boolean =>
  !payment.isByLink || payment.url !== undefined || Boolean(input['failureMessage']);

/** The items of an order with their prices, and the total. */
export const itemList = ({ items, value }: OrderEmailData, { shared, money }: SharedWriter): string[] => [
  items.map(({ title, price }) => shared('item', { title, price: money(price) })).join('\n'),
  shared('total', { total: money(value) }),
];

/** The proposed items of an offer with their prices, and its total; empty if there is no offer. */
export const offerList = (offer: OrderEmailData['offer'], { shared, money }: SharedWriter): string[] =>
  offer
    ? [
        offer.items.map(({ title, price }) => shared('item', { title, price: money(price) })).join('\n'),
        shared('newTotal', { total: money(offer.total), previous: money(offer.previousTotal) }),
      ]
    : [];

/** The ads with their spaces and sizes, one per line; empty if they were not bought. */
export const adList = ({ ads }: OrderEmailData, { shared }: SharedWriter): string[] => {
  const lines = ads.map(({ name: ad, itemTitle: item, size }) =>
    size ? shared('adWithSize', { ad, item, ...size }) : shared('ad', { ad, item }),
  );
  return lines.length > 0 ? [lines.join('\n')] : [];
};

/** A quotation of what a person wrote; empty if there is no text. */
export const quote = (words: unknown, { shared }: SharedWriter): string[] =>
  typeof words === 'string' && words !== '' ? [shared('quote', { text: words })] : [];

/** The URLs of the files of a step, one per line, after a label; empty if there are no files. */
export const fileList = (label: string, addresses: unknown): string[] =>
  Array.isArray(addresses) && addresses.length > 0 ? [[label, ...addresses].join('\n')] : [];

/** A logged text, number or word of an enum. */
export const wordOf = (logged: unknown): string => String(logged ?? '');
