import type { Effect, Effects } from '../orders/world.ts';
import type { OrderStep } from '../process/order.ts';
import { orderRow } from '../process/order.ts';

/** Has what a step says stand in the chat too, under the number of the step's entry. A step that says nothing adds nothing. */
const postToChat: Effect = async (tx, { entry, input }) => {
  // Effects run for steps alone, and a step's entry carries its name.
  const fields = Object.entries(orderRow(entry.type as OrderStep).input ?? {});
  const text = fields
    .flatMap(([name, field]) => (field.isSaid && input[name] ? [String(input[name])] : []))
    .join('\n\n');
  if (text && entry.actorId) {
    await tx.message.create({
      data: {
        orderId: entry.orderId,
        number: entry.number,
        authorId: entry.actorId,
        role: entry.role,
        text,
        createdAt: entry.at,
      },
    });
  }
  return undefined;
};

export const messageEffects = { postToChat } satisfies Partial<Effects>;
