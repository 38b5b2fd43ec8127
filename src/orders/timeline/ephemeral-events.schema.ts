/** The ephemeral events of an order in the API. */
import { AccountType, accountLoader } from '../../accounts/account.schema.ts';
import { builder } from '../../graphql/builder.ts';
import { OrderRoleEnum } from '../order.schema.ts';
import { type EphemeralEvent, PresenceChanged, ReadMarkerMoved, TypingChanged } from './ephemeral-events.ts';

const EphemeralEventInterface = builder.interfaceRef<EphemeralEvent>('EphemeralEvent').implement({
  description:
    'Typing, presence or a read position in an order. An ephemeral event has no cursor and may be dropped; of several about the same thing, only the newest is sent.',
  fields: (t) => ({
    account: t.field({
      type: AccountType,
      description: 'The account that the event is about.',
      resolve: ({ accountId }, _args, context) => accountLoader(context).load(accountId),
    }),
    role: t.field({
      type: OrderRoleEnum,
      description: 'The role of the participant in the order.',
      resolve: ({ role }) => role,
    }),
  }),
});

builder.objectType(TypingChanged, {
  name: 'TypingChanged',
  description: 'Somebody else has begun to type, or has stopped. A message from them ends it too.',
  interfaces: [EphemeralEventInterface],
  fields: (t) => ({ isTyping: t.exposeBoolean('isTyping', { description: 'True if the participant is typing now.' }) }),
});

builder.objectType(PresenceChanged, {
  name: 'PresenceChanged',
  description: 'The other party has begun to follow the order, or has left. Operators are not shown.',
  interfaces: [EphemeralEventInterface],
  fields: (t) => ({
    isPresent: t.exposeBoolean('isPresent', { description: 'True if the participant has the order open.' }),
  }),
});

const MarkerEnum = builder.enumType('ReadMarkerKind', {
  description: 'Kind of progress that a read marker records.',
  values: {
    DELIVERED: { description: 'Entries that were delivered to a client.' },
    READ: { description: 'Entries that the party has read.' },
  },
});

builder.objectType(ReadMarkerMoved, {
  name: 'ReadMarkerMoved',
  description:
    'A party, the viewer on another device perhaps, has read or been reached up to an entry. One that is behind what is known already says nothing new.',
  interfaces: [EphemeralEventInterface],
  fields: (t) => ({
    kind: t.field({
      type: MarkerEnum,
      description: 'The kind of the marker: delivered or read.',
      resolve: ({ kind }) => kind,
    }),
    upTo: t.int({ description: 'The number of the entry.', resolve: ({ number }) => number }),
  }),
});
