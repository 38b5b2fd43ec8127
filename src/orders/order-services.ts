import type { Tx } from '../platform/db.ts';
import type { AdMail } from '../process/ad.ts';
import type { ChatMail } from '../process/entries.ts';
import type { OrderEffect, OrderMail } from '../process/order.ts';
import type { AppServices, TenantDirectory } from '../services/services.ts';
import type { Order, OrderPatch, WithTopicUpdates } from './order.ts';
import type { Participant } from './timeline/ephemeral-events.ts';
import type { Entry } from './timeline/timeline.ts';

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
  readonly entry: Entry;
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
export interface Delivery extends Participant {
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
