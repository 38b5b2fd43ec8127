/** The browsers in which a person is notified, and the mutations that subscribe and unsubscribe them. */
import { isSamePerson, ownPushSubscriptions } from '../access/person-access.ts';
import { requirePerson, ScopeMissing } from '../access/scopes.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf, toGlobalId } from '../graphql/ids.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, NotSignedIn, RateLimited } from '../platform/errors.ts';
import {
  createPushSubscription,
  deletePushSubscription,
  PushSubscriptionNotFound,
  PushUnavailable,
  workingSubscriptions,
} from './subscriptions.ts';

refusalTypes(PushSubscriptionNotFound, PushUnavailable);

const { subscriptionsPerPerson, endpointCharacters } = limits.push;
/** The columns that the type shows. */
const shownColumns = {
  select: { id: true, sessionId: true, createdAt: true, session: { select: { userAgent: true } } },
} as const satisfies Prisma.PushSubscriptionDefaultArgs;

const PushSubscriptionType = builder
  .objectRef<Prisma.PushSubscriptionGetPayload<typeof shownColumns>>('PushSubscription')
  .implement({
    description: 'A browser that shows push notifications to a person while its session lasts.',
    fields: (t) => ({
      id: t.id({
        description: 'Opaque id that is unique in the whole API.',
        resolve: ({ id }) => toGlobalId('PushSubscription', id),
      }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Time at which the browser subscribed.' }),
      userAgent: t.string({
        nullable: true,
        description: 'Browser, as the User-Agent header of its sign-in describes it; null if it sent none.',
        resolve: ({ session }) => session.userAgent,
      }),
      isCurrent: t.boolean({
        description: 'True for the browser of the session of this request.',
        resolve: ({ sessionId }, _args, { viewer }) => viewer.kind === 'person' && viewer.sessionId === sessionId,
      }),
    }),
  });

builder.prismaObjectField('Person', 'pushSubscriptions', (t) =>
  t.field({
    type: [PushSubscriptionType],
    description: `Browsers in which the person is notified, newest first, at most ${subscriptionsPerPerson}. Empty for anyone but yourself.`,
    resolve: ({ id }, _args, { app, viewer }) =>
      isSamePerson(viewer, id)
        ? app.db.pushSubscription.findMany({
            ...shownColumns,
            where: { AND: [ownPushSubscriptions(viewer), workingSubscriptions(app)] },
            orderBy: { id: 'desc' },
            take: subscriptionsPerPerson,
          })
        : [],
  }),
);

const CreatePushSubscriptionInput = builder.inputType('CreatePushSubscriptionInput', {
  description: 'Input of the mutation `createPushSubscription`: a subscription as the Push API of a browser has it.',
  fields: (t) => ({
    endpoint: t.string({
      required: true,
      description: `Address of the push service, with https, at most ${endpointCharacters} characters.`,
    }),
    p256dh: t.string({ required: true, description: 'Public key of the browser: 65 bytes in base64url.' }),
    auth: t.string({ required: true, description: 'Authentication secret of the browser: 16 bytes in base64url.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

const DeletePushSubscriptionInput = builder.inputType('DeletePushSubscriptionInput', {
  description: 'Input of the mutation `deletePushSubscription`.',
  fields: (t) => ({
    pushSubscriptionId: t.id({ required: true, description: 'The global id of the subscription.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

const PushSubscriptionDeleted = builder.objectRef<{ id: string }>('PushSubscriptionDeleted').implement({
  description: 'The browser is not notified any more.',
  fields: (t) => ({
    id: t.id({
      description: 'The id of the deleted subscription.',
      resolve: ({ id }) => toGlobalId('PushSubscription', id),
    }),
  }),
});

builder.mutationFields((t) => ({
  createPushSubscription: t.field({
    type: PushSubscriptionType,
    description: `Notifies the person who is signed in by Web Push, in the browser of this session, until the session ends. It replaces an earlier subscription of the browser; of more than ${subscriptionsPerPerson} browsers of a person, the oldest is deleted.`,
    errors: {
      types: [NotSignedIn, ScopeMissing, PushUnavailable, InputInvalid, RateLimited],
      union: resultOf('createPushSubscription'),
    },
    args: { input: t.arg({ type: CreatePushSubscriptionInput, ...inputArgument }) },
    resolve: async (_root, { input }, context) => {
      const { app, viewer } = context;
      const person = requirePerson(viewer);
      // The request of another session is another request.
      const request = { ...input, sessionId: person.sessionId };
      const { id } = await runOnce(context, 'createPushSubscription', request, async (inside) => ({
        id: (await createPushSubscription(inside, person, input)).id,
      }));
      return requireResult(
        app.db.pushSubscription.findFirst({ ...shownColumns, where: { AND: [{ id }, ownPushSubscriptions(viewer)] } }),
      );
    },
  }),
  deletePushSubscription: t.field({
    type: PushSubscriptionDeleted,
    description: 'Ends the push notifications to one browser of the person who is signed in.',
    errors: {
      types: [NotSignedIn, ScopeMissing, InputInvalid, PushSubscriptionNotFound],
      union: resultOf('deletePushSubscription'),
    },
    args: { input: t.arg({ type: DeletePushSubscriptionInput, ...inputArgument }) },
    resolve: (_root, { input }, context) => {
      const person = requirePerson(context.viewer);
      const id = rowIdOf('PushSubscription', String(input.pushSubscriptionId));
      return runOnce(context, 'deletePushSubscription', input, async (inside) => {
        await deletePushSubscription(inside, person, id);
        return { id };
      });
    },
  }),
}));
