/** The mutations that change applications and their keys. */

import { actorRefusals, requirePersonActor } from '../access/actor.ts';
import { OperatorRequired } from '../access/operator-access.ts';
import { requirePerson } from '../access/scopes.ts';
import { ApplicationScopeEnum } from '../accounts/scopes.schema.ts';
import { builder } from '../graphql/builder.ts';
import { rowIdOf, toGlobalId } from '../graphql/ids.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, LimitReached, RateLimited } from '../platform/errors.ts';
import { ApplicationKeyType, ApplicationType } from './application.schema.ts';
import { ApplicationKeyNotFound, createApplicationKey, type NewKey, revokeApplicationKey } from './application-keys.ts';
import {
  ApplicationNotFound,
  createApplication,
  deleteApplication,
  updateApplicationQuota,
  updateApplicationScopes,
} from './applications.ts';

refusalTypes(ApplicationNotFound, ApplicationKeyNotFound, OperatorRequired);

const changeRefusals = [...actorRefusals, ApplicationNotFound, RateLimited] as const;
const applicationIdField = { required: true, description: 'The global id of the application.' } as const;
const CreateApplicationInput = builder.inputType('CreateApplicationInput', {
  description: 'The properties of a new application.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: `Name of the application; at most ${limits.applications.nameCharacters} characters; shown beside its actions.`,
    }),
    scopes: t.field({
      type: [ApplicationScopeEnum],
      required: true,
      description: 'Scopes that the application is granted.',
    }),
    accountId: t.id({
      description:
        "The account on whose behalf it acts; defaults to the viewer's account. Operators may name any account.",
    }),
  }),
});

builder.mutationField('createApplication', (t) =>
  t.prismaField({
    type: ApplicationType,
    description: `Makes an application, without a key; an account has at most ${limits.applications.applicationsPerAccount}.`,
    errors: {
      types: [...actorRefusals, InputInvalid, LimitReached, RateLimited],
      union: resultOf('createApplication'),
    },
    args: { input: t.arg({ ...inputArgument, type: CreateApplicationInput }) },
    resolve: async (query, _root, { input }, { app, viewer }) => {
      const person = requirePerson(viewer);
      const accountId = input.accountId
        ? rowIdOf('Account', String(input.accountId))
        : requirePersonActor(person).accountId;
      const { id } = await createApplication(app, viewer, { name: input.name, scopes: input.scopes, accountId });
      return app.db.application.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);

const UpdateApplicationScopesInput = builder.inputType('UpdateApplicationScopesInput', {
  description: 'The new scopes of an application, which replace the old ones.',
  fields: (t) => ({
    applicationId: t.id(applicationIdField),
    scopes: t.field({ type: [ApplicationScopeEnum], required: true, description: 'All that it may do.' }),
  }),
});

builder.mutationField('updateApplicationScopes', (t) =>
  t.prismaField({
    type: ApplicationType,
    description: 'Replaces the scopes of an application, which take effect immediately, in open streams too.',
    errors: { types: [...changeRefusals], union: resultOf('updateApplicationScopes') },
    args: { input: t.arg({ ...inputArgument, type: UpdateApplicationScopesInput }) },
    resolve: async (query, _root, { input }, { app, viewer }) => {
      const applicationId = rowIdOf('Application', String(input.applicationId));
      const { id } = await updateApplicationScopes(app, viewer, { applicationId, scopes: input.scopes });
      return app.db.application.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);

const UpdateApplicationQuotaInput = builder.inputType('UpdateApplicationQuotaInput', {
  description: 'The quota of an application. An omitted or null field restores the default.',
  fields: (t) => ({
    applicationId: t.id(applicationIdField),
    capacity: t.int({ description: 'Maximum number of points in the bucket.' }),
    restoreRate: t.int({ description: 'Points that come back each second.' }),
  }),
});

builder.mutationField('updateApplicationQuota', (t) =>
  t.prismaField({
    type: ApplicationType,
    description: 'Gives an application another quota than the usual one. For operators.',
    errors: {
      types: [...changeRefusals, OperatorRequired, InputInvalid],
      union: resultOf('updateApplicationQuota'),
    },
    args: { input: t.arg({ ...inputArgument, type: UpdateApplicationQuotaInput }) },
    resolve: async (query, _root, { input }, { app, viewer }) => {
      const { id } = await updateApplicationQuota(app, viewer, {
        applicationId: rowIdOf('Application', String(input.applicationId)),
        capacity: input.capacity ?? null,
        restorePerSecond: input.restoreRate ?? null,
      });
      return app.db.application.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);

const ApplicationDeleted = builder.objectRef<{ id: string }>('ApplicationDeleted').implement({
  description: 'The application and its keys have been deleted. Timelines keep its name.',
  fields: (t) => ({
    id: t.id({ description: 'The id that it had.', resolve: ({ id }) => toGlobalId('Application', id) }),
  }),
});

const DeleteApplicationInput = builder.inputType('DeleteApplicationInput', {
  description: 'The application that is deleted.',
  fields: (t) => ({ applicationId: t.id(applicationIdField) }),
});

builder.mutationField('deleteApplication', (t) =>
  t.field({
    type: ApplicationDeleted,
    description: 'Deletes an application. Its keys are revoked immediately, and its open streams end.',
    errors: { types: [...changeRefusals], union: resultOf('deleteApplication') },
    args: { input: t.arg({ ...inputArgument, type: DeleteApplicationInput }) },
    resolve: (_root, { input }, { app, viewer }) =>
      deleteApplication(app, viewer, rowIdOf('Application', String(input.applicationId))),
  }),
);

export const ApplicationKeyCreated = builder.objectRef<NewKey>('ApplicationKeyCreated').implement({
  description: 'A new key of an application.',
  fields: (t) => ({
    secret: t.exposeString('secret', {
      description:
        'The key. Send it as `Authorization: Bearer …`, on a WebSocket as `authorization` of the connection parameters. It is returned only once.',
    }),
    key: t.field({
      type: ApplicationKeyType,
      description: 'The created key without its secret.',
      resolve: ({ key }) => key,
    }),
  }),
});

const CreateApplicationKeyInput = builder.inputType('CreateApplicationKeyInput', {
  description: 'The application that gets a new key.',
  fields: (t) => ({ applicationId: t.id(applicationIdField) }),
});

builder.mutationField('createApplicationKey', (t) =>
  t.field({
    type: ApplicationKeyCreated,
    description: `Makes a key for an application. At most ${limits.applications.keysPerApplication} work at a time: to replace one, make the second, use it, and revoke the first.`,
    errors: { types: [...changeRefusals, LimitReached], union: resultOf('createApplicationKey') },
    args: { input: t.arg({ ...inputArgument, type: CreateApplicationKeyInput }) },
    resolve: (_root, { input }, { app, viewer }) =>
      createApplicationKey(app, viewer, rowIdOf('Application', String(input.applicationId))),
  }),
);

const RevokeApplicationKeyInput = builder.inputType('RevokeApplicationKeyInput', {
  description: 'The application key that is revoked.',
  fields: (t) => ({ keyId: t.id({ required: true, description: 'The id of the key, not the key itself.' }) }),
});

builder.mutationField('revokeApplicationKey', (t) =>
  t.prismaField({
    type: ApplicationType,
    description: 'Revokes a key immediately, and its open streams end.',
    errors: { types: [...changeRefusals, ApplicationKeyNotFound], union: resultOf('revokeApplicationKey') },
    args: { input: t.arg({ ...inputArgument, type: RevokeApplicationKeyInput }) },
    resolve: async (query, _root, { input }, { app, viewer }) => {
      const { id } = await revokeApplicationKey(app, viewer, rowIdOf('ApplicationKey', String(input.keyId)));
      return app.db.application.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);
