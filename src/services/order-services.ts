import type {
  LogEntry,
  Order,
  PaymentStatus,
  ProofStatus,
  RenewalStatus,
  ReviewStatus,
  SurveyStatus,
} from '../generated/prisma/client.ts';
import type { TopicUpdate } from '../live/transport.ts';
import type { Tx } from '../platform/db.ts';
import type { RefusalClass } from '../platform/errors.ts';
import type { AdMail } from '../process/ad.ts';
import type { PersonRole, RecipientCondition, Role } from '../process/define.ts';
import type { ChatMail, ModerationMail } from '../process/entries.ts';
import type { Fallback } from '../process/fields.ts';
import type { OrderCondition, OrderEffect, OrderMail, OrderOutcome } from '../process/order.ts';
import type { OrderTables } from '../process/versions.ts';
import type { AppServices, TenantDirectory } from './services.ts';

/** The columns of an order, besides its status, that an effect may change. */
export interface OrderPatch {
  readonly paymentStatus?: PaymentStatus;
  readonly proofStatus?: ProofStatus;
  readonly reviewStatus?: ReviewStatus;
  readonly hasAdvertiserRated?: boolean;
  readonly hasSellerRated?: boolean;
  readonly surveyStatus?: SurveyStatus;
  readonly heldFor?: PersonRole;
  readonly paidMinorUnits?: bigint;
  readonly refundedMinorUnits?: bigint;
  readonly hasPaymentException?: boolean;
  readonly canBeDisputed?: boolean;
  readonly totalMinorUnits?: bigint;
  readonly taxMinorUnits?: bigint;
  readonly openOfferId?: string | null;
  readonly offeredBy?: PersonRole | null;
  readonly offeredAt?: Date | null;
  readonly cancellationRequestedAt?: Date | null;
  readonly disputedBy?: PersonRole;
  readonly paymentDueAt?: Date | null;
  readonly dueMinorUnits?: bigint | null;
  readonly paymentReportedAt?: Date | null;
  readonly paymentInProgressSince?: Date | null;
  readonly promisedFor?: Date | null;
  readonly overdueSince?: Date | null;
  readonly advertiserRemindedAt?: Date;
  readonly sellerRemindedAt?: Date;
  readonly renewalStatus?: RenewalStatus;
  readonly periodEndsAt?: Date;
  readonly periodDay?: number;
  readonly periodTimeZone?: string;
  readonly renewalNextAt?: Date | null;
  readonly isRenewalPaymentRequested?: boolean;
  readonly renewalReminderCount?: number;
  /** A list of `WaitingAds`. */
  readonly waitingAds?: Order['waitingAds'];
  /** The newest entry, if the work has written more of them than its step's. */
  readonly logNumber?: number;
}

/** Topics to publish after the commit. */
export type TopicUpdates = readonly TopicUpdate[];
/** An order, or a change of it, with the topics to publish besides those of the order itself. */
export interface WithTopicUpdates {
  readonly topicUpdates?: TopicUpdates;
}

/** A step that is being taken. */
export interface StepContext {
  /** The order before the step, with what earlier effects of the step have changed. */
  readonly order: Order;
  /** The step's entry, already on the timeline. */
  readonly entry: LogEntry;
  /** The parsed input of the step; the table says which fields it has. */
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * The work of an effect, in the transaction of its step. Returns what it changes on the order, and the topics to publish
 * besides those of the order.
 * @throws Refusal if the work cannot be done; then the step is not taken
 */
export type RunEffect = (
  app: OrderServices,
  tx: Tx,
  context: StepContext,
) => Promise<(OrderPatch & WithTopicUpdates) | undefined>;

/** An effect of the process table. One that throws other refusals than InputInvalid lists their classes. */
export type Effect = RunEffect | { readonly run: RunEffect; readonly refusals: readonly RefusalClass[] };

/** The code of every effect of the process table. */
export type Effects = Readonly<Record<OrderEffect, Effect>>;

/**
 * The reason why a condition does not hold for a role, or undefined if it holds. Conditions read only the row of the
 * order and the time, so that checking them needs no statement (decision 2).
 */
export type Condition = (order: Order, role: Role | undefined, now: Date) => string | undefined;

/** Returns true if a step of a role with this input has an outcome of the process table, such as a refund in full. */
export type Outcome = (order: Order, input: Readonly<Record<string, unknown>>, role: Role) => boolean;

/** The value that replaces a missing one in the input of a step, from the order before it; undefined if there is none. */
export type ComputeFallback = (order: Order, input: Readonly<Record<string, unknown>>) => unknown;

/** Something that a role is expected to do and that is not a step of the table. */
export interface Recommendation {
  readonly role: PersonRole;
  readonly title: string;
  readonly appliesTo: (order: Order) => boolean;
  /** Time since which it is expected; absent: since the order entered its status. */
  readonly since?: (order: Order) => Date | null;
  /** True if the order waits for it in place of the work of its state: the deadline of the state holds for it. */
  readonly replacesTask?: true;
  /** True if it is done on the page where the next month is paid. */
  readonly isRenewal?: true;
}

/** The code that features contribute to the process table of orders; joined in order-extensions.ts. */
export interface OrderExtensions {
  readonly effects: Effects;
  readonly conditions: Readonly<Record<OrderCondition, Condition>>;
  readonly outcomes: Readonly<Record<OrderOutcome, Outcome>>;
  readonly fallbacks: Readonly<Record<Fallback, ComputeFallback>>;
  readonly recommendations: readonly Recommendation[];
  /** The tables of the versions of the process. */
  readonly tables: OrderTables;
}

/** The contributions that decide what can be done with an order at present. */
export interface OrderRules extends Pick<OrderExtensions, 'conditions' | 'recommendations' | 'tables'> {
  readonly clock: Pick<AppServices['clock'], 'now'>;
}

/** An e-mail about an entry of an order, with its recipient. */
export interface EmailCause {
  readonly mail: OrderMail | AdMail | ChatMail | ModerationMail;
  readonly role: PersonRole;
  /** The condition under which it is sent; absent: always. */
  readonly when?: OrderCondition | RecipientCondition;
}

/** The delivery position of a party's client on the timeline of an order. */
export interface Delivery {
  readonly accountId: string;
  readonly role: PersonRole;
  readonly orderId: string;
  readonly number: number;
}

/** The services that orders need from the features that depend on them; joined in app.ts. */
export interface OrderServices extends AppServices, OrderExtensions {
  /** Queues e-mails about an entry, in the transaction of the entry. */
  readonly queueEmails: (tx: Tx, order: Order, entry: number, causes: readonly EmailCause[]) => Promise<void>;
  /** Notes that entries up to `number` have reached a party's client. Best effort: kept a little later, and together with others. */
  readonly recordDelivery: (delivery: Delivery) => void;
  /** The sandboxes of the server; undefined in a sandbox and where sandboxes are disabled. */
  readonly sandboxes: TenantDirectory<OrderServices> | undefined;
}
