/** The notification preferences of a person. */
import { canSeePerson } from '../access/person-access.ts';
import { requirePerson } from '../access/scopes.ts';
import type { Person } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { idempotencyKeyField, runOnce } from '../graphql/idempotency.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { refusalType } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, NotSignedIn, RateLimited } from '../platform/errors.ts';
import { mapValues } from '../platform/objects.ts';
import { NotificationRequired, updateNotificationPreferences } from './change-preferences.ts';
import {
  allKinds,
  emailDeliveryOf,
  isPushable,
  isRequired,
  type NotificationKind,
  notificationDeliveries,
  notificationKinds,
  wantsPush,
} from './kinds.ts';
import { localTimeText, type QuietHours, quietHoursOf } from './quiet-hours.ts';

const NotificationKindEnum = builder.enumType('NotificationKind', {
  description: 'A kind of notifications, for which a person chooses the delivery.',
  values: mapValues(notificationKinds, ({ description }) => ({ description })),
});

const NotificationDeliveryEnum = builder.enumType('NotificationDelivery', {
  description: 'The way in which a channel delivers the notifications of a kind.',
  values: mapValues(notificationDeliveries, (description) => ({ description })),
});

builder.objectType(NotificationRequired, {
  ...refusalType(NotificationRequired),
  fields: (t) => ({
    kinds: t.field({
      type: [NotificationKindEnum],
      description: 'The required kinds that the input names.',
      resolve: ({ kinds }) => [...kinds],
    }),
  }),
});

const NotificationChoiceType = builder
  .objectRef<{ readonly person: Person; readonly kind: NotificationKind }>('NotificationChoice')
  .implement({
    description: 'The choice of a person for one kind of notifications, with a field for each channel.',
    fields: (t) => ({
      kind: t.field({
        type: NotificationKindEnum,
        description: 'The kind of the notifications.',
        resolve: ({ kind }) => kind,
      }),
      isRequired: t.boolean({
        description: 'True if the e-mails of this kind are always sent immediately and cannot be turned off.',
        resolve: ({ kind }) => isRequired(kind),
      }),
      email: t.field({
        type: NotificationDeliveryEnum,
        description: 'Delivery by e-mail; IMMEDIATELY if the person has chosen nothing.',
        resolve: ({ person, kind }) => emailDeliveryOf(person, kind),
      }),
      hasPush: t.boolean({
        nullable: true,
        description:
          'True if the subscribed browsers are notified, which is so if the person has chosen nothing. Null for a kind that is only mailed.',
        resolve: ({ person, kind }) => (isPushable(kind) ? wantsPush(person, kind) : null),
      }),
    }),
  });

const QuietHoursType = builder.objectRef<QuietHours>('QuietHours').implement({
  description:
    'The hours of every day in which only required e-mails are sent, in the time zone of the person. Other notifications wait.',
  fields: (t) => ({
    from: t.string({
      description: 'Local time at which they begin, such as 22:00.',
      resolve: ({ from }) => localTimeText(from),
    }),
    to: t.string({
      description: 'Local time at which they end, such as 07:00; of the next day if it is before `from`.',
      resolve: ({ to }) => localTimeText(to),
    }),
  }),
});

const NotificationPreferencesType = builder.objectRef<Person>('NotificationPreferences').implement({
  description: 'The preferences of a person about notifications.',
  fields: (t) => ({
    choices: t.field({
      type: [NotificationChoiceType],
      description: 'The choice for each kind; all kinds, in the order in which a page shows them.',
      resolve: (person) => allKinds.map((kind) => ({ person, kind })),
    }),
    quietHours: t.field({
      type: QuietHoursType,
      nullable: true,
      description: 'The quiet hours of every day; null if the person has none.',
      resolve: (person) => quietHoursOf(person),
    }),
    digestTime: t.string({
      description: 'Local time of the daily digest, such as 08:00. In quiet hours it is sent when they end.',
      resolve: () => localTimeText(limits.dailyDigest.hour * 60),
    }),
  }),
});

builder.prismaObjectField('Person', 'notificationPreferences', (t) =>
  t.field({
    type: NotificationPreferencesType,
    nullable: true,
    description: 'Preferences about notifications. Null for anyone but yourself.',
    resolve: (person, _args, { viewer }) => (canSeePerson(viewer, person.id) ? person : null),
  }),
);

const NotificationChoiceInput = builder.inputType('NotificationChoiceInput', {
  description: 'The choice for one kind of notifications.',
  fields: (t) => ({
    kind: t.field({ type: NotificationKindEnum, required: true, description: 'The kind of the notifications.' }),
    email: t.field({ type: NotificationDeliveryEnum, description: 'Delivery by e-mail; does not change if omitted.' }),
    hasPush: t.boolean({
      description: 'True to notify the subscribed browsers, false not to; does not change if omitted.',
    }),
  }),
});

const QuietHoursInput = builder.inputType('QuietHoursInput', {
  description: 'The hours of every day in which only required e-mails are sent.',
  fields: (t) => ({
    from: t.string({ required: true, description: 'Local time at which they begin, such as 22:00.' }),
    to: t.string({
      required: true,
      description: 'Local time at which they end, such as 07:00; it may be of the next day.',
    }),
  }),
});

const UpdateNotificationPreferencesInput = builder.inputType('UpdateNotificationPreferencesInput', {
  description: 'Input of the mutation `updateNotificationPreferences`. Omitted fields do not change.',
  fields: (t) => ({
    choices: t.field({
      type: [NotificationChoiceInput],
      description: 'Choices for kinds of notifications, each kind once. Other kinds do not change.',
    }),
    quietHours: t.field({ type: QuietHoursInput, description: 'New quiet hours; null ends them.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('updateNotificationPreferences', (t) =>
  t.prismaField({
    type: 'Person',
    description:
      'Changes for which events, how and when the person who is signed in is notified. Notifications that wait follow the new preferences.',
    errors: {
      types: [NotSignedIn, NotificationRequired, InputInvalid, RateLimited],
      union: resultOf('updateNotificationPreferences'),
    },
    args: { input: t.arg({ type: UpdateNotificationPreferencesInput, ...inputArgument }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const { personId } = requirePerson(viewer);
      const { choices, quietHours } = input;
      const changes = {
        choices: choices?.map(({ kind, email, hasPush }) => ({
          kind,
          email: email ?? undefined,
          hasPush: hasPush ?? undefined,
        })),
        quietHours: quietHours === undefined || quietHours === null ? quietHours : { ...quietHours },
      };
      await runOnce(context, 'updateNotificationPreferences', input, (inside) =>
        updateNotificationPreferences(inside, personId, changes),
      );
      return app.db.person.findUniqueOrThrow({ ...query, where: { id: personId } });
    },
  }),
);
