import DataLoader from 'dataloader';
import { visibleOrders } from '../access/access.ts';
import { AccountType, accountLoader } from '../access/account.schema.ts';
import { builder } from '../graphql/builder.ts';
import { contextLoader } from '../graphql/context.ts';
import { registerNodeType, rowIdOf } from '../graphql/ids.ts';
import { pageCost } from '../graphql/pages.ts';
import { limits } from '../limits.ts';
import { OrderNotFound } from '../orders/refusals.ts';
import { idempotencyKeyField, idempotencyKeyFrom } from '../orders/steps.schema.ts';
import { ActorEnum, TimelineEntry, timelinePage, windowLoader, windowOf } from '../orders/timeline.schema.ts';
import { cursorOf } from '../orders/timeline.ts';
import { IdempotencyKeyReused, InputInvalid, NotSignedIn, RateLimited } from '../platform/errors.ts';
import { isUuid } from '../platform/uuid.ts';
import { type Message, sendMessage } from './send-message.ts';

registerNodeType('Message');

const parseKey = (id: string) => {
  const [orderId = '', number = ''] = id.split(':');
  return isUuid(orderId) && /^\d{1,9}$/.test(number) ? { orderId, number: Number(number) } : undefined;
};

const MessageType = builder.node(builder.objectRef<Message>('Message'), {
  description: 'Something said in an order.',
  id: { resolve: ({ orderId, number }) => `${orderId}:${number}` },
  loadManyWithoutCache: async (ids: string[], { app, viewer }) => {
    const keys = ids.map(parseKey);
    const found = await app.db.message.findMany({
      where: { OR: keys.flatMap((key) => key ?? []), entry: { order: visibleOrders(viewer) } },
    });
    const byKey = new Map(found.map((message) => [`${message.orderId}:${message.number}`, message]));
    return ids.map((id) => byKey.get(id) ?? null);
  },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'The number of its entry on the timeline.' }),
    cursor: t.string({ description: 'Its place on the timeline.', resolve: cursorOf }),
    text: t.exposeString('text', { description: 'What was said, as plain text.' }),
    author: t.field({
      type: AccountType,
      nullable: true,
      description: 'Who said it.',
      resolve: ({ authorId }, _args, context) => accountLoader(context).load(authorId),
    }),
    role: t.field({ type: ActorEnum, description: 'In which part.', resolve: ({ role }) => role as 'seller' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When.' }),
  }),
});

const messages = windowLoader<Message>('message');

builder.prismaObjectField('Order', 'messages', (t) =>
  t.connection({
    type: MessageType,
    description:
      'The chat of this order, oldest first; `last: 20` gives the newest. Questions and answers of steps stand in it too.',
    complexity: pageCost,
    resolve: async ({ id }, args, context) => {
      const request = windowOf(id, args);
      return timelinePage(request, await messages(context).load({ orderId: id, request }));
    },
  }),
);

const messageOfEntry = contextLoader(
  ({ app }) =>
    new DataLoader<{ orderId: string; number: number }, Message | null, string>(
      async (keys) => {
        const found = await app.db.message.findMany({
          where: { OR: keys.map(({ orderId, number }) => ({ orderId, number })) },
        });
        const byKey = new Map(found.map((message) => [`${message.orderId}:${message.number}`, message]));
        return keys.map(({ orderId, number }) => byKey.get(`${orderId}:${number}`) ?? null);
      },
      { cacheKeyFn: ({ orderId, number }) => `${orderId}:${number}` },
    ),
);

builder.interfaceField(TimelineEntry, 'message', (t) =>
  t.field({
    type: MessageType,
    nullable: true,
    description: 'What was said, if something was: a message, or the words of a step.',
    resolve: (entry, _args, context) => messageOfEntry(context).load(entry),
  }),
);

const SendMessageInput = builder.inputType('SendMessageInput', {
  description: 'Something to say in an order.',
  fields: (t) => ({
    orderId: t.id({ required: true, description: 'The order.' }),
    text: t.string({
      required: true,
      description: `What to say; at most ${limits.messageCharacters} characters of plain text.`,
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('sendMessage', (t) =>
  t.field({
    type: MessageType,
    description: 'Says something in an order, in any status.',
    errors: {
      types: [NotSignedIn, OrderNotFound, InputInvalid, IdempotencyKeyReused, RateLimited],
      union: { name: 'SendMessageResult', description: 'What comes of `sendMessage`.' },
    },
    args: { input: t.arg({ type: SendMessageInput, required: true, description: 'What to say, and where.' }) },
    resolve: (_root, { input }, { app, viewer }) =>
      sendMessage(app, viewer, {
        orderId: rowIdOf('Order', String(input.orderId)),
        text: input.text,
        idempotencyKey: idempotencyKeyFrom(input.idempotencyKey, viewer),
      }),
  }),
);
