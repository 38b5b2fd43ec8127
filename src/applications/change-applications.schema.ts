/** The mutations that change applications and their keys. */

import { actorRefusals, requirePersonActor } from '../access/actor.ts';
import { visibleApplications } from '../access/application-access.ts';
import { OperatorRequired } from '../access/operator-access.ts';
import { requirePerson } from '../access/scopes.ts';
import { ApplicationScopeEnum } from '../accounts/scopes.schema.ts';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf, toGlobalId } from '../graphql/ids.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, LimitReached, RateLimited } from '../platform/errors.ts';
import { ApplicationKeyType, ApplicationType } from './application.schema.ts';
import {
  ApplicationKeyNotFound,
  createApplicationKey,
  findNewKey,
  type NewKey,
  revokeApplicationKey,
} from './application-keys.ts';
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

/** The application that a change answers. @throws ResultUnavailable */
export const readApplication = ({ app, viewer }: Context, query: object, id: string) =>
  requireResult(app.db.application.findFirst({ ...query, where: { AND: [{ id }, visibleApplications(viewer)] } }));

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
    idempotencyKey: t.string(idempotencyKeyField),
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
    resolve: async (query, _root, { input }, context) => {
      const { viewer } = context;
      const person = requirePerson(viewer);
      const accountId = input.accountId
        ? rowIdOf('Account', String(input.accountId))
        : requirePersonActor(person).accountId;
      const { name, scopes } = input;
      const id = await runOnce(
        context,
        'createApplication',
        input,
        async (inside) => (await createApplication(inside, viewer, { name, scopes, accountId })).id,
      );
      return readApplication(context, query, id);
    },
  }),
);

const UpdateApplicationScopesInput = builder.inputType('UpdateApplicationScopesInput', {
  description: 'The new scopes of an application, which replace the old ones.',
  fields: (t) => ({
    applicationId: t.id(applicationIdField),
    scopes: t.field({ type: [ApplicationScopeEnum], required: true, description: 'All that it may do.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('updateApplicationScopes', (t) =>
  t.prismaField({
    type: ApplicationType,
    description: 'Replaces the scopes of an application, which take effect immediately, in open streams too.',
    errors: { types: [...changeRefusals], union: resultOf('updateApplicationScopes') },
    args: { input: t.arg({ ...inputArgument, type: UpdateApplicationScopesInput }) },
    resolve: async (query, _root, { input }, context) => {
      const applicationId = rowIdOf('Application', String(input.applicationId));
      const { scopes } = input;
      await runOnce(context, 'updateApplicationScopes', input, (inside) =>
        updateApplicationScopes(inside, context.viewer, { applicationId, scopes }),
      );
      return readApplication(context, query, applicationId);
    },
  }),
);

const UpdateApplicationQuotaInput = builder.inputType('UpdateApplicationQuotaInput', {
  description: 'The quota of an application. An omitted or null field restores the default.',
  fields: (t) => ({
    applicationId: t.id(applicationIdField),
    capacity: t.int({ description: 'Maximum number of points in the bucket.' }),
    restoreRate: t.int({ description: 'Points that come back each second.' }),
    idempotencyKey: t.string(idempotencyKeyField),
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
    resolve: async (query, _root, { input }, context) => {
      const applicationId = rowIdOf('Application', String(input.applicationId));
      const { capacity = null, restoreRate: restorePerSecond = null } = input;
      await runOnce(context, 'updateApplicationQuota', input, (inside) =>
        updateApplicationQuota(inside, context.viewer, { applicationId, capacity, restorePerSecond }),
      );
      return readApplication(context, query, applicationId);
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
  fields: (t) => ({ applicationId: t.id(applicationIdField), idempotencyKey: t.string(idempotencyKeyField) }),
});

builder.mutationField('deleteApplication', (t) =>
  t.field({
    type: ApplicationDeleted,
    description: 'Deletes an application. Its keys are revoked immediately, and its open streams end.',
    errors: { types: [...changeRefusals], union: resultOf('deleteApplication') },
    args: { input: t.arg({ ...inputArgument, type: DeleteApplicationInput }) },
    resolve: async (_root, { input }, context) => {
      const id = rowIdOf('Application', String(input.applicationId));
      await runOnce(context, 'deleteApplication', input, (inside) => deleteApplication(inside, context.viewer, id));
      return { id };
    },
  }),
);

export const ApplicationKeyCreated = builder.objectRef<NewKey>('ApplicationKeyCreated').implement({
  description: 'A new key of an application.',
  fields: (t) => ({
    secret: t.exposeString('secret', {
      description:
        'The key. Send it as `Authorization: Bearer …`, on a WebSocket as `authorization` of the connection parameters. It is returned only here.',
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
  fields: (t) => ({ applicationId: t.id(applicationIdField), idempotencyKey: t.string(idempotencyKeyField) }),
});

builder.mutationField('createApplicationKey', (t) =>
  t.field({
    type: ApplicationKeyCreated,
    description: `Makes a key for an application. At most ${limits.applications.keysPerApplication} work at a time: to replace one, make the second, use it, and revoke the first.`,
    errors: { types: [...changeRefusals, LimitReached], union: resultOf('createApplicationKey') },
    args: { input: t.arg({ ...inputArgument, type: CreateApplicationKeyInput }) },
    resolve: async (_root, { input }, context) => {
      const { app, viewer } = context;
      const applicationId = rowIdOf('Application', String(input.applicationId));
      const id = await runOnce(context, 'createApplicationKey', input, (inside) =>
        createApplicationKey(inside, viewer, applicationId),
      );
      return requireResult(findNewKey(app, viewer, id));
    },
  }),
);

const RevokeApplicationKeyInput = builder.inputType('RevokeApplicationKeyInput', {
  description: 'The application key that is revoked.',
  fields: (t) => ({
    keyId: t.id({ required: true, description: 'The id of the key, not the key itself.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('revokeApplicationKey', (t) =>
  t.prismaField({
    type: ApplicationType,
    description: 'Revokes a key immediately, and its open streams end.',
    errors: { types: [...changeRefusals, ApplicationKeyNotFound], union: resultOf('revokeApplicationKey') },
    args: { input: t.arg({ ...inputArgument, type: RevokeApplicationKeyInput }) },
    resolve: async (query, _root, { input }, context) => {
      const keyId = rowIdOf('ApplicationKey', String(input.keyId));
      const id = await runOnce(
        context,
        'revokeApplicationKey',
        input,
        async (inside) => (await revokeApplicationKey(inside, context.viewer, keyId)).id,
      );
      return readApplication(context, query, id);
    },
  }),
);
