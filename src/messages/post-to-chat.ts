import type { OrderStep } from '../process/order.ts';
import { orderRow } from '../process/order.ts';
import type { Effect, Effects } from '../services/order-services.ts';
import { raiseUnread } from './read-markers.ts';

/** Has what a step says stand in the chat too, under the number of the step's entry. A step that says nothing adds nothing. */
const postToChat: Effect = async (tx, { entry, input }) => {
  // Effects run for steps alone, and a step's entry carries its name.
  const fields = Object.entries(orderRow(entry.type as OrderStep).input ?? {});
  const text = fields
    .flatMap(([name, field]) => (field.isChatText && input[name] ? [String(input[name])] : []))
    .join('\n\n');
  if (text && entry.actorId) {
    const { orderId, number, actorId: authorId, role, at: createdAt } = entry;
    await tx.message.create({ data: { orderId, number, authorId, role, text, createdAt } });
    await raiseUnread(tx, { orderId, authorId });
  }
  return undefined;
};

export const messageEffects = { postToChat } satisfies Partial<Effects>;
