import type { LogEntry, Order } from '../generated/prisma/client.ts';
import type { TopicUpdate } from '../live/transport.ts';
import type { Tx } from '../platform/db.ts';
import type { AdMail } from '../process/ad.ts';
import type { PersonRole } from '../process/define.ts';
import type { ChatMail } from '../process/entries.ts';
import type { OrderEffect, OrderMail } from '../process/order.ts';
import type { SubStatus } from '../process/sub-statuses.ts';
import type { AppServices, TenantDirectory } from './services.ts';

/** The columns of an order, besides its status, that an effect may change. */
export interface OrderPatch {
  readonly paymentStatus?: SubStatus<'PaymentStatus'>;
  readonly proofStatus?: SubStatus<'ProofStatus'>;
  readonly reviewStatus?: SubStatus<'ReviewStatus'>;
  readonly hasAdvertiserRated?: boolean;
  readonly hasSellerRated?: boolean;
  readonly surveyStatus?: SubStatus<'SurveyStatus'>;
  readonly heldFor?: PersonRole;
  readonly paidMinorUnits?: bigint;
  readonly refundedMinorUnits?: bigint;
  readonly hasPaymentException?: boolean;
  readonly canBeDisputed?: boolean;
  readonly renewalStatus?: SubStatus<'RenewalStatus'>;
  readonly periodEndsAt?: Date;
  readonly periodDay?: number;
  readonly renewalNextAt?: Date | null;
  readonly isRenewalPaymentRequested?: boolean;
  readonly renewalReminderCount?: number;
  /** The newest entry, if the work has written more of them than its step's. */
  readonly logNumber?: number;
}

/** Topics to publish after the commit. */
export type TopicUpdates = readonly TopicUpdate[];
/** An order, or a change of it, with the topics to publish besides those of the order itself. */
export interface WithTopicUpdates {
  readonly topicUpdates?: TopicUpdates;
}

/**
 * The work that a step does besides changing the status, in the step's transaction.
 * Hands back what it changes on the order itself, and what is to be told live besides that the order has moved. Throws
 * a Refusal if it cannot be done: then nothing has happened.
 */
export type Effect = (tx: Tx, deed: StepContext) => Promise<(OrderPatch & WithTopicUpdates) | undefined>;

/** A step that is being taken. */
export interface StepContext {
  /** The order as it was before. */
  readonly order: Order;
  /** The step's entry, already on the timeline. */
  readonly entry: LogEntry;
  /** What the step asked for, parsed. The effect's author knows which steps name it. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** The code behind every effect that the table names. */
export type Effects = Readonly<Record<OrderEffect, Effect>>;

/** A mail that a step, or a message, causes. */
export interface EmailCause {
  readonly mail: OrderMail | AdMail | ChatMail;
  readonly role: 'advertiser' | 'seller' | 'operator';
  /** The link that it tells is there; without it, the mail of a payment by link is left for when there is one. */
  readonly hasLink?: true;
}

/** How far a party's client has got the timeline of an order. */
export interface Delivery {
  readonly accountId: string;
  readonly role: PersonRole;
  readonly orderId: string;
  readonly number: number;
}

/** What orders need from the features that point at them; joined in app.ts. */
export interface OrderServices extends AppServices {
  readonly effects: Effects;
  /** Queues mails about an entry, inside the transaction. */
  readonly queueEmails: (tx: Tx, order: Order, entry: number, causes: readonly EmailCause[]) => Promise<void>;
  /** Notes that entries up to `number` have reached a party's client. Best effort: kept a little later, and together with others. */
  readonly recordDelivery: (delivery: Delivery) => void;
  /** After the commit: sends what was queued without waiting for the next poll. */
  readonly wakeEmailWorker: () => void;
  /** The sandboxes of this world; absent where there are none: in a sandbox, and where they are switched off. */
  readonly sandboxes: TenantDirectory<OrderServices> | undefined;
}
