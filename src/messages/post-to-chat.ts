import { writeTexts } from '../orders/search/order-texts.ts';
import { searchTextOf } from '../platform/search-text.ts';
import type { OrderStep } from '../process/order.ts';
import { orderRow } from '../process/order.ts';
import type { Effects, RunEffect } from '../services/order-services.ts';
import { raiseUnread } from './read-markers.ts';

/** Has what a step says stand in the chat too, under the number of the step's entry. A step that says nothing adds nothing. */
const postToChat: RunEffect = async (_app, tx, { entry, input }) => {
  // Effects run for steps alone, and a step's entry carries its name.
  const fields = Object.entries(orderRow(entry.type as OrderStep).input ?? {});
  const text = fields
    .flatMap(([name, field]) => (field.isChatText && input[name] ? [String(input[name])] : []))
    .join('\n\n');
  const { orderId, number, actorId: authorId, role, at: createdAt } = entry;
  if (text && authorId && role !== 'system') {
    await tx.message.create({ data: { orderId, number, authorId, role, text, createdAt } });
    await writeTexts(tx, [{ orderId, number, text: searchTextOf(text) }]);
    await raiseUnread(tx, { orderId, authorId });
  }
  return undefined;
};

export const messageEffects = { postToChat } satisfies Partial<Effects>;
