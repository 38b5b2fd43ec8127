/** The mutations of a chat. */
import { actorRefusals } from '../access/actor.ts';
import { builder } from '../graphql/builder.ts';
import { idempotencyKeyField, idempotencyKeyFrom, runOnce } from '../graphql/idempotency.ts';
import { fromGlobalId, rowIdOf } from '../graphql/ids.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { OrderNotFound } from '../orders/order-refusals.ts';
import type { TimelinePosition } from '../orders/timeline/timeline.ts';
import { InputInvalid, RateLimited } from '../platform/errors.ts';
import { deleteMessage, MessageNotChangeable, MessageNotFound, updateMessage } from './change-message.ts';
import { MessageType, parseMessageKey } from './message.schema.ts';
import { sendMessage } from './send-message.ts';
import { type TypingStatus, updateTypingStatus } from './update-typing-status.ts';

const { minutes } = limits.messageChanges;

refusalTypes(MessageNotFound, MessageNotChangeable);

const text = `at most ${limits.messageCharacters} characters of plain text.`;

const SendMessageInput = builder.inputType('SendMessageInput', {
  description: 'Something to say in an order.',
  fields: (t) => ({
    orderId: t.id({ required: true, description: 'The global id of the order.' }),
    text: t.string({
      required: true,
      description: `Text of the message; ${text} It may be empty if there are attachments.`,
    }),
    attachments: t.idList({
      description: `Files that the viewer has uploaded for it, images or PDF; at most ${limits.attachmentsPerMessage}. A file is used once.`,
    }),
    replyTo: t.int({ description: 'The number of the message in the same order that it answers.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

const UpdateMessageInput = builder.inputType('UpdateMessageInput', {
  description: 'A message of the viewer, and its new text.',
  fields: (t) => ({
    messageId: t.id({ required: true, description: 'The global id of the message.' }),
    text: t.string({ required: true, description: `New text of the message; ${text}` }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

const DeleteMessageInput = builder.inputType('DeleteMessageInput', {
  description: 'A message of the viewer.',
  fields: (t) => ({
    messageId: t.id({ required: true, description: 'The global id of the message.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

const missingPosition: TimelinePosition = { orderId: rowIdOf('Order', ''), number: 0 };

/** The position of a message by its id. An id of another type gets a position without a message, like an unknown id. */
function placeOfId(id: string): TimelinePosition {
  try {
    const { typename, id: key } = fromGlobalId(id);
    return (typename === 'Message' ? parseMessageKey(key) : undefined) ?? missingPosition;
  } catch {
    return missingPosition;
  }
}

const changeRefusals = [...actorRefusals, MessageNotFound, MessageNotChangeable, InputInvalid, RateLimited];

builder.mutationFields((t) => ({
  sendMessage: t.field({
    type: MessageType,
    description: 'Says something in an order, in any status.',
    errors: {
      types: [...actorRefusals, OrderNotFound, InputInvalid, RateLimited],
      union: { name: 'SendMessageResult', description: 'Result of `sendMessage`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: SendMessageInput, required: true, description: 'The input of the mutation.' }) },
    resolve: (_root, { input }, { app, viewer }) =>
      sendMessage(app, viewer, {
        orderId: rowIdOf('Order', String(input.orderId)),
        text: input.text,
        replyTo: input.replyTo ?? undefined,
        attachments: input.attachments?.map((id) => rowIdOf('File', String(id))),
        idempotencyKey: idempotencyKeyFrom(input.idempotencyKey, viewer),
      }),
  }),
  updateMessage: t.field({
    type: MessageType,
    description: `Replaces the text of a message of the viewer, for ${minutes} minutes after it was sent. The timeline records the edit; the old text is not shown.`,
    errors: {
      types: changeRefusals,
      union: { name: 'UpdateMessageResult', description: 'Result of `updateMessage`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: UpdateMessageInput, required: true, description: 'The message, and its new text.' }) },
    resolve: (_root, { input }, { app, viewer }) =>
      updateMessage(app, viewer, {
        ...placeOfId(String(input.messageId)),
        text: input.text,
        idempotencyKey: idempotencyKeyFrom(input.idempotencyKey, viewer),
      }),
  }),
  deleteMessage: t.field({
    type: MessageType,
    description: `Takes the text of a message of the viewer away, and the files that came with it, for ${minutes} minutes after it was sent. What is left says that there was one.`,
    errors: {
      types: changeRefusals,
      union: { name: 'DeleteMessageResult', description: 'Result of `deleteMessage`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: DeleteMessageInput, required: true, description: 'The input of the mutation.' }) },
    resolve: (_root, { input }, { app, viewer }) =>
      deleteMessage(app, viewer, {
        ...placeOfId(String(input.messageId)),
        idempotencyKey: idempotencyKeyFrom(input.idempotencyKey, viewer),
      }),
  }),
}));

const TypingStatusType = builder.objectRef<TypingStatus>('TypingStatus').implement({
  description: 'The typing state of the viewer, as others see it.',
  fields: (t) => ({
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Time at which the state expires; null after it was cleared.',
      resolve: ({ expiresAt }) => (expiresAt === null ? null : new Date(expiresAt)),
    }),
  }),
});

const UpdateTypingStatusInput = builder.inputType('UpdateTypingStatusInput', {
  description: 'The typing state of the viewer in an order.',
  fields: (t) => ({
    orderId: t.id({ required: true, description: 'The global id of the order.' }),
    isTyping: t.boolean({ required: true, description: 'True while the viewer is typing; false clears the state.' }),
    idempotencyKey: t.string({
      description: `${idempotencyKeyField.description} A repeated request with a key does not extend the time; without a key it does.`,
    }),
  }),
});

builder.mutationField('updateTypingStatus', (t) =>
  t.field({
    type: TypingStatusType,
    description: `Shows the other participants that the viewer is typing. It expires after ${limits.typingSeconds} seconds: repeat it while the viewer is typing, not for every key.`,
    errors: {
      types: [...actorRefusals, OrderNotFound, RateLimited],
      union: {
        name: 'UpdateTypingStatusResult',
        description: 'Result of `updateTypingStatus`, or the reason for the refusal.',
      },
    },
    args: {
      input: t.arg({ type: UpdateTypingStatusInput, required: true, description: 'The input of the mutation.' }),
    },
    resolve: (_root, { input }, context) => {
      const status = { orderId: rowIdOf('Order', String(input.orderId)), isTyping: input.isTyping };
      return runOnce(context, 'updateTypingStatus', input, (app) => updateTypingStatus(app, context.viewer, status));
    },
  }),
);
