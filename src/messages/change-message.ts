/** Editing and deleting: what an author may do to a message for a while. The timeline says that it was done. */
import { isSelf, roleIn, visibleOrderSql } from '../access/access.ts';
import { requireMember } from '../access/scopes.ts';
import { applicationOf, type Member, type Viewer } from '../access/viewer.ts';
import { detachAll } from '../attachments/attach-files.ts';
import { limits } from '../limits.ts';
import { findByIdempotencyKey } from '../orders/idempotency.ts';
import type { Order } from '../orders/order.ts';
import { OrderNotFound } from '../orders/order-refusals.ts';
import { lockOrder, publishOrderChange, refuseReusedKey } from '../orders/take-step.ts';
import { appendEntry, type Entry, type TimelinePosition } from '../orders/timeline/timeline.ts';
import { minuteMs } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { IdempotencyKeyReused, InputInvalid, RateLimited, Refusal } from '../platform/errors.ts';
import type { Role } from '../process/define.ts';
import type { EntryType } from '../process/entries.ts';
import { textProblem } from '../process/fields.ts';
import type { OrderServices } from '../services/order-services.ts';
import { type Message, messageKey } from './message.ts';
import { lowerUnread } from './read-markers.ts';

/** There is no such message among those that the viewer can see. */
export class MessageNotFound extends Refusal {
  constructor() {
    super('There is no such message among those that you can see.', 'MESSAGE_NOT_FOUND', 'FINAL');
  }
}

const minutes = limits.messageChanges.minutes;
const reasons = {
  NOT_THE_AUTHOR: 'Only who wrote a message can edit or delete it.',
  WORDS_OF_A_STEP: 'The words of a step stand as they were said; they cannot be edited or deleted.',
  TOO_LATE: `A message can be edited or deleted for ${minutes} minutes; this one is older.`,
  DELETED: 'The message was deleted.',
} as const;

/** The message stands as it is. */
export class MessageNotChangeable extends Refusal {
  constructor(code: keyof typeof reasons) {
    super(reasons[code], code, 'FINAL');
  }
}

export interface ChangeCall extends TimelinePosition {
  readonly idempotencyKey?: string | undefined;
}

/**
 * Replaces the text of a message; the old one is kept nowhere.
 * @throws NotSignedIn, ScopeMissing, RateLimited, InputInvalid, MessageNotFound, MessageNotChangeable, IdempotencyKeyReused; then nothing has changed.
 */
export async function editMessage(
  app: OrderServices,
  viewer: Viewer,
  call: ChangeCall & { readonly text: string },
): Promise<Message> {
  requireMember(viewer, 'editMessage');
  const problem = textProblem(call.text, limits.messageCharacters);
  if (problem) throw new InputInvalid([{ field: 'text', message: problem }]);
  const { message, first } = await change(app, viewer, call, {
    type: 'editMessage',
    apply: (tx, where, at) =>
      tx.message.update({ where: { orderId_number: where }, data: { text: call.text, editedAt: at } }),
  });
  // What the first call said is known as long as nothing has changed it since.
  if (first && message.editedAt?.getTime() === first.at.getTime() && message.text !== call.text)
    throw new IdempotencyKeyReused();
  return message;
}

/**
 * Takes the text of a message and what came with it away; what is left says that there was one.
 * @throws NotSignedIn, ScopeMissing, RateLimited, MessageNotFound, MessageNotChangeable, IdempotencyKeyReused; then nothing has changed.
 */
export async function deleteMessage(app: OrderServices, viewer: Viewer, call: ChangeCall): Promise<Message> {
  const { message } = await change(app, viewer, call, {
    type: 'deleteMessage',
    apply: async (tx, where, at) => {
      const deleted = await tx.message.update({
        where: { orderId_number: where },
        data: { text: '', deletedAt: at },
      });
      await detachAll(tx, where, at);
      await lowerUnread(tx, deleted);
      return deleted;
    },
  });
  return message;
}

interface Change {
  readonly type: 'editMessage' | 'deleteMessage';
  readonly apply: (tx: Tx, where: TimelinePosition, at: Date) => Promise<Message>;
}

/** Changes a message in one transaction that holds its order; `first` is the entry of an earlier call with the same key. */
async function change(
  app: OrderServices,
  viewer: Viewer,
  { orderId, number, idempotencyKey }: ChangeCall,
  { type, apply }: Change,
): Promise<{ message: Message; first: Entry | null }> {
  const actor = requireMember(viewer, type);
  const wait = await app.rateLimiter.take('messages', actor.accountId);
  if (wait !== undefined) throw new RateLimited(wait);
  const { order, message, first } = await app.db
    .$transaction(async (tx) => {
      const { order, message, entryType } = await lockMessage(tx, actor, { orderId, number });
      const input = { messageId: messageKey(message) };
      const deed = { actorId: actor.accountId, idempotencyKey, type, orderId, input };
      const first = await findByIdempotencyKey(tx, deed);
      if (first) return { order: undefined, message, first };
      const at = app.clock.now();
      refuseUnlessChangeable(actor, message, { at, entryType });
      const changed = await apply(tx, { orderId, number }, at);
      const role: Role = roleIn(order, viewer) ?? 'system';
      const entry = { ...deed, number: order.logNumber + 1, at, role, revision: order.revision };
      await appendEntry(tx, { ...entry, idempotencyKey: idempotencyKey ?? null, applicationId: applicationOf(viewer) });
      const data = { logNumber: entry.number, lastActivityAt: at };
      return { order: await tx.order.update({ where: { id: orderId }, data }), message: changed, first };
    })
    .catch(refuseReusedKey);
  if (order) publishOrderChange(app, order);
  return { message, first };
}

async function lockMessage(
  tx: Tx,
  viewer: Member,
  where: TimelinePosition,
): Promise<{ order: Order; message: Message; entryType: string }> {
  const order = await lockOrder(tx, where.orderId, visibleOrderSql(viewer)).catch((error: unknown) => {
    throw error instanceof OrderNotFound ? new MessageNotFound() : error;
  });
  const found = await tx.message.findUnique({ where: { orderId_number: where }, include: { entry: true } });
  if (!found) throw new MessageNotFound();
  const { entry, ...message } = found;
  return { order, message, entryType: entry.type };
}

function refuseUnlessChangeable(
  viewer: Member,
  message: Message,
  { at, entryType }: { at: Date; entryType: string },
): void {
  if (!isSelf(viewer, message.authorId)) throw new MessageNotChangeable('NOT_THE_AUTHOR');
  if (entryType !== ('sendMessage' satisfies EntryType)) throw new MessageNotChangeable('WORDS_OF_A_STEP');
  if (message.deletedAt) throw new MessageNotChangeable('DELETED');
  if (at.getTime() - message.createdAt.getTime() > minutes * minuteMs) throw new MessageNotChangeable('TOO_LATE');
}
