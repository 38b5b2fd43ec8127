/** Editing and deleting: what an author may do to a message for a while. The timeline says that it was done. */

import { isSelf, roleIn, visibleOrderSql } from '../access/access.ts';
import { actorIn, entryActor, requireEditor } from '../access/actor.ts';
import { limitOwnerOf, type Member, type Viewer } from '../access/viewer.ts';
import { detachAll } from '../attachments/attach-files.ts';
import { limits } from '../limits.ts';
import { findByIdempotencyKey } from '../orders/idempotency.ts';
import type { Order } from '../orders/order.ts';
import { OrderNotFound } from '../orders/order-refusals.ts';
import { writeTexts } from '../orders/search/order-texts.ts';
import { lockOrder, publishOrderChange, refuseReusedKey } from '../orders/take-step.ts';
import { appendToTimeline, type Entry, type TimelinePosition } from '../orders/timeline/timeline.ts';
import { minuteMs } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { defineErrors } from '../platform/error-definitions.ts';
import { defineRefusalGroup, IdempotencyKeyReused, InputInvalid, notFound } from '../platform/errors.ts';
import { searchTextOf } from '../platform/search-text.ts';
import type { Role } from '../process/define.ts';
import type { EntryType } from '../process/entries.ts';
import { textProblem } from '../process/fields.ts';
import type { OrderServices } from '../services/order-services.ts';
import { type Message, messageKey } from './message.ts';
import { lowerUnread } from './read-markers.ts';

export const MessageNotFound = notFound('Message');

const { minutes } = limits.messageChanges;

export const MessageNotChangeable = defineRefusalGroup('MessageNotChangeable', {
  description: 'The message cannot be edited or deleted.',
  codes: defineErrors({
    NOT_THE_AUTHOR: {
      recovery: 'FINAL',
      message: 'Only the author of a message can edit or delete it.',
      description: 'The viewer is not the author of the message.',
      remedy: 'Write a message of your own.',
    },
    TEXT_OF_A_STEP: {
      recovery: 'FINAL',
      message: 'The text of a step cannot be edited or deleted.',
      description: 'The message is the text of a step, which is part of the record of the order.',
      remedy: 'Write another message to correct it.',
    },
    TOO_LATE: {
      recovery: 'FINAL',
      message: `A message can be edited or deleted for ${minutes} minutes only.`,
      description: 'The message is too old to be edited or deleted.',
      remedy: 'Write another message to correct it.',
    },
    DELETED: {
      recovery: 'FINAL',
      message: 'The message was deleted.',
      description: 'The message was deleted already.',
      remedy: 'Write another message.',
    },
  }),
});

export interface ChangeCall extends TimelinePosition {
  readonly idempotencyKey?: string | undefined;
}

/**
 * Replaces the text of a message; the old text is not stored.
 * @throws NotSignedIn, ScopeMissing, RateLimited, InputInvalid, MessageNotFound, MessageNotChangeable, IdempotencyKeyReused; then nothing has changed.
 */
export async function updateMessage(
  app: OrderServices,
  viewer: Viewer,
  call: ChangeCall & { readonly text: string },
): Promise<Message> {
  requireEditor(viewer, 'updateMessage');
  const problem = textProblem(call.text, limits.messageCharacters);
  if (problem) throw new InputInvalid([{ field: 'text', message: problem }]);
  const { message, earlierEntry } = await changeMessage(app, viewer, call, {
    type: 'updateMessage',
    apply: async (tx, where, at) => {
      await writeTexts(tx, [{ ...where, text: searchTextOf(call.text) }]);
      return tx.message.update({ where: { orderId_number: where }, data: { text: call.text, editedAt: at } });
    },
  });
  // The text of the earlier call is known until the message is changed again.
  if (earlierEntry && message.editedAt?.getTime() === earlierEntry.at.getTime() && message.text !== call.text)
    throw new IdempotencyKeyReused();
  return message;
}

/**
 * Takes the text of a message and what came with it away; what is left says that there was one.
 * @throws NotSignedIn, ScopeMissing, RateLimited, MessageNotFound, MessageNotChangeable, IdempotencyKeyReused; then nothing has changed.
 */
export async function deleteMessage(app: OrderServices, viewer: Viewer, call: ChangeCall): Promise<Message> {
  const { message } = await changeMessage(app, viewer, call, {
    type: 'deleteMessage',
    apply: async (tx, where, at) => {
      const deleted = await tx.message.update({
        where: { orderId_number: where },
        data: { text: '', deletedAt: at },
      });
      await tx.orderText.deleteMany({ where });
      await detachAll(tx, where, at);
      await lowerUnread(tx, deleted);
      return deleted;
    },
  });
  return message;
}

interface Change {
  readonly type: 'updateMessage' | 'deleteMessage';
  readonly apply: (tx: Tx, where: TimelinePosition, at: Date) => Promise<Message>;
}

/** Changes a message in one transaction that holds its order; `earlierEntry` is the entry of an earlier call with the same key. */
async function changeMessage(
  app: OrderServices,
  viewer: Viewer,
  { orderId, number, idempotencyKey }: ChangeCall,
  { type, apply }: Change,
): Promise<{ message: Message; earlierEntry: Entry | null }> {
  const author = requireEditor(viewer, type);
  await app.rateLimiter.consume('messages', limitOwnerOf(author));
  const { order, message, earlierEntry } = await app.db
    .$transaction(async (tx) => {
      const { order, message, entryType } = await lockMessage(tx, author, { orderId, number });
      const actor = actorIn(order, author);
      const input = { messageId: messageKey(message) };
      const idempotentRequest = { actorId: actor.accountId, idempotencyKey, type, orderId, input };
      const earlierEntry = await findByIdempotencyKey(tx, idempotentRequest);
      if (earlierEntry) return { order: undefined, message, earlierEntry };
      const at = app.clock.now();
      refuseUnlessChangeable(author, message, { at, entryType });
      const changed = await apply(tx, { orderId, number }, at);
      const role: Role = roleIn(order, viewer) ?? 'system';
      const { order: after } = await appendToTimeline(tx, order, {
        ...{ type, at, role, input, ...entryActor(actor) },
        idempotencyKey: idempotencyKey ?? null,
      });
      return { order: after, message: changed, earlierEntry };
    })
    .catch(refuseReusedKey);
  if (order) publishOrderChange(app, order);
  return { message, earlierEntry };
}

async function lockMessage(
  tx: Tx,
  viewer: Member,
  where: TimelinePosition,
): Promise<{ order: Order; message: Message; entryType: string }> {
  const order = await lockOrder(tx, where.orderId, visibleOrderSql(viewer)).catch((error: unknown) => {
    throw error instanceof OrderNotFound ? new MessageNotFound() : error;
  });
  const messageWithEntry = await tx.message.findUnique({ where: { orderId_number: where }, include: { entry: true } });
  if (!messageWithEntry) throw new MessageNotFound();
  const { entry, ...message } = messageWithEntry;
  return { order, message, entryType: entry.type };
}

function refuseUnlessChangeable(
  viewer: Member,
  message: Message,
  { at, entryType }: { at: Date; entryType: string },
): void {
  if (!isSelf(viewer, message.authorId)) throw new MessageNotChangeable('NOT_THE_AUTHOR');
  if (entryType !== ('sendMessage' satisfies EntryType)) throw new MessageNotChangeable('TEXT_OF_A_STEP');
  if (message.deletedAt) throw new MessageNotChangeable('DELETED');
  if (at.getTime() - message.createdAt.getTime() > minutes * minuteMs) throw new MessageNotChangeable('TOO_LATE');
}
