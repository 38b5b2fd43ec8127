import { visibleOrders } from '../access/access.ts';
import { AccountType, accountLoader } from '../accounts/account.schema.ts';
import { attachmentsOf, filesAtPosition, filesCost } from '../attachments/attachment.schema.ts';
import { FileType } from '../files/file.schema.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf } from '../graphql/connection-types.ts';
import { pageCost } from '../graphql/connections.ts';
import { sharedLoader } from '../graphql/context.ts';
import { registerNodeType } from '../graphql/ids.ts';
import { readPart } from '../orders/timeline/order-parts.schema.ts';
import {
  ActorRoleEnum,
  TimelineEntry,
  timelinePage,
  timelinePageLoader,
  timelinePagePlan,
  timelinePageRequest,
} from '../orders/timeline/timeline.schema.ts';
import { type Entry, encodeTimelineCursor, type TimelinePosition } from '../orders/timeline/timeline.ts';
import { planned } from '../plans/declarations.ts';
import { isUuid } from '../platform/uuid.ts';
import { type Message, messageKey } from './message.ts';

registerNodeType('Message', messageKey);

/** The order and number in the key of a message; undefined for what is none. */
export const parseMessageKey = (id: string) => {
  const [orderId = '', number = ''] = id.split(':');
  return isUuid(orderId) && /^\d{1,9}$/.test(number) ? { orderId, number: Number(number) } : undefined;
};

const MessageRef = builder.objectRef<Message>('Message');
export const MessageType = builder.node(MessageRef, {
  description: 'Something said in an order.',
  id: { resolve: messageKey },
  loadManyWithoutCache: async (ids: string[], { app, viewer }) => {
    const keys = ids.map(parseMessageKey);
    const rows = await app.db.message.findMany({
      where: { OR: keys.flatMap((key) => key ?? []), entry: { order: visibleOrders(viewer) } },
    });
    const byKey = new Map(rows.map((message) => [messageKey(message), message]));
    return ids.map((id) => byKey.get(id) ?? null);
  },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'The number of its entry on the timeline.' }),
    cursor: t.string({
      description: 'Its place on the timeline.',
      resolve: (message, _args, { app }) => encodeTimelineCursor(app.epoch.name, message),
    }),
    text: t.exposeString('text', {
      description: 'Current text of the message as plain text; empty after it was deleted.',
    }),
    replyTo: t.field({
      type: MessageRef,
      nullable: true,
      description: 'The message that it answers.',
      ...planned({
        kind: 'only-row',
        model: 'Message',
        match: (answered, message) =>
          `${answered}.order_id = ${message}.order_id and ${answered}.number = ${message}.reply_to`,
      }),
      resolve: ({ orderId, replyToNumber }, _args, context) =>
        replyToNumber === null ? null : messageAt(context).load({ orderId, number: replyToNumber }),
    }),
    attachments: t.field({
      type: [FileType],
      description:
        'The files that came with it, in the order in which they were uploaded; those of a step are shown with its entry too. None once it was deleted.',
      complexity: filesCost,
      ...planned(filesAtPosition),
      resolve: (message, _args, context) => attachmentsOf(context).load(message),
    }),
    author: t.field({
      type: AccountType,
      nullable: true,
      description: 'The account that wrote the message.',
      ...planned({ kind: 'row', model: 'Account', idField: 'authorId' }),
      resolve: ({ authorId }, _args, context) => accountLoader(context).load(authorId),
    }),
    authorRole: t.field({
      type: ActorRoleEnum,
      description: 'The role in which the author wrote it.',
      resolve: ({ role }) => role as 'seller',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Time at which the message was sent.' }),
    editedAt: t.expose('editedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Time of the last edit by its author; null if never edited.',
    }),
    deletedAt: t.expose('deletedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Time at which its author deleted it; null if it was not deleted.',
    }),
  }),
});

const messages = timelinePageLoader<Message>('message');

builder.prismaObjectField('Order', 'messages', (t) =>
  t.connection(
    {
      type: MessageType,
      description:
        'The chat of this order, oldest first; `last: 20` gives the newest. Questions and answers of steps stand in it too.',
      complexity: pageCost,
      ...planned(timelinePagePlan('Message')),
      resolve: async ({ id }, args, context) => {
        const request = timelinePageRequest(context, id, args);
        return timelinePage(
          context,
          request,
          await readPart(context, messages(context).load({ ownerId: id, request })),
        );
      },
    },
    connectionOf(MessageType),
  ),
);

const messageAt = sharedLoader<TimelinePosition, Message | null>(async ({ db }, positions) => {
  const rows = await db.message.findMany({
    where: { OR: positions.map(({ orderId, number }) => ({ orderId, number })) },
  });
  const byKey = new Map(rows.map((message) => [messageKey(message), message]));
  return positions.map((position) => byKey.get(messageKey(position)) ?? null);
}, messageKey);

/**
 * The position of the message of an entry: the message that the entry changes, or the message with the number of the
 * entry.
 */
function messageOf({ orderId, number, input }: Entry): TimelinePosition {
  const { messageId } = input as { messageId?: unknown };
  return (typeof messageId === 'string' ? parseMessageKey(messageId) : undefined) ?? { orderId, number };
}

builder.interfaceField(TimelineEntry, 'message', (t) =>
  t.field({
    type: MessageType,
    nullable: true,
    description: 'The message that was sent or posted by the step, with its current text; null if there is none.',
    ...planned({
      kind: 'only-row',
      model: 'Message',
      // As `messageOf`: the message that the entry changes is one of the same order.
      match: (message, entry) => `${message}.order_id = ${entry}.order_id and ${message}.number =
        coalesce(substring(${entry}.input->>'messageId' from '^[0-9a-f-]{36}:([0-9]{1,9})$')::int, ${entry}.number)`,
    }),
    resolve: (entry, _args, context) => messageAt(context).load(messageOf(entry)),
  }),
);
