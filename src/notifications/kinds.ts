/** The kinds of notifications, and how a person can be notified of each. */
import type { Person } from '../generated/prisma/client.ts';
import { keysOf } from '../platform/objects.ts';

interface KindDefinition {
  readonly description: string;
  /** True if its e-mails are always sent, immediately: a person cannot turn them off. */
  readonly isRequired: boolean;
  /** True if browsers can be notified as well. Codes and links that give access are only mailed. */
  readonly isPushable: boolean;
}

/** All kinds, in the order in which they are shown. */
export const notificationKinds = {
  ORDERS: {
    description: 'Progress of an order: questions, answers, work, proof, its end.',
    isRequired: false,
    isPushable: true,
  },
  MESSAGES: { description: 'Messages that are unread for some minutes.', isRequired: false, isPushable: true },
  ADS: { description: 'Ads to set up and to review, and the results of reviews.', isRequired: false, isPushable: true },
  PAYMENTS: { description: 'Requests to pay for an order.', isRequired: false, isPushable: true },
  RENEWALS: {
    description: 'Monthly orders: the payment of the next month, and the end of the renewal.',
    isRequired: false,
    isPushable: true,
  },
  REVIEWS: { description: 'Ratings, and the results of ads.', isRequired: false, isPushable: true },
  WEBHOOKS: { description: 'Webhook endpoints that were disabled.', isRequired: false, isPushable: true },
  RECEIPTS: {
    description: 'Confirmations of orders, payments that were received, and refunds.',
    isRequired: true,
    isPushable: true,
  },
  DISPUTES: {
    description: 'Disputes, and decisions of the operators about an order.',
    isRequired: true,
    isPushable: true,
  },
  ACCOUNT: {
    description: 'Sign-in codes, changes of addresses, and invitations.',
    isRequired: true,
    isPushable: false,
  },
} as const satisfies Record<string, KindDefinition>;

export type NotificationKind = keyof typeof notificationKinds;
export const allKinds = keysOf(notificationKinds);

/** True if browsers can be notified of a kind. */
export const isPushable = (kind: NotificationKind): boolean => notificationKinds[kind].isPushable;

/** True if e-mails of a kind cannot be turned off. */
export const isRequired = (kind: NotificationKind): boolean => notificationKinds[kind].isRequired;

/** The ways in which a channel delivers notifications of one kind. */
export const notificationDeliveries = {
  IMMEDIATELY: 'Each notification is sent immediately, or when the quiet hours end.',
  DIGEST: 'The notifications of a day are sent together.',
  OFF: 'No notification of this kind is sent.',
} as const;

export type NotificationDelivery = keyof typeof notificationDeliveries;

/** The choices of a person for the channels of a kind. A channel without a choice delivers immediately. */
export type ChannelChoices = {
  readonly email?: NotificationDelivery | undefined;
  /** False if browsers are not notified. */
  readonly hasPush?: boolean | undefined;
};

/** The choices as they are stored: those that the person has made. */
export type NotificationChoices = Readonly<Partial<Record<NotificationKind, ChannelChoices>>>;

/** The stored choices of a person. */
export const choicesOf = ({ notificationChoices }: Pick<Person, 'notificationChoices'>): NotificationChoices =>
  // Written from such an object by this feature only.
  notificationChoices as NotificationChoices;

/** The delivery of the e-mails of a kind to a person. */
export function emailDeliveryOf(
  person: Pick<Person, 'notificationChoices'>,
  kind: NotificationKind,
): NotificationDelivery {
  return (isRequired(kind) ? undefined : choicesOf(person)[kind]?.email) ?? 'IMMEDIATELY';
}

/** True if the browsers of a person are notified of a kind. */
export const wantsPush = (person: Pick<Person, 'notificationChoices'>, kind: NotificationKind): boolean =>
  isPushable(kind) && (choicesOf(person)[kind]?.hasPush ?? true);
