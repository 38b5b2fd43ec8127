/** The mutations that create and delete sandboxes and create their keys. */

import { actorRefusals, requirePersonActor } from '../access/actor.ts';
import { visibleSandboxes } from '../access/sandbox-access.ts';
import { requirePerson } from '../access/scopes.ts';
import { findNewKey } from '../applications/application-keys.ts';
import { ApplicationKeyCreated } from '../applications/change-applications.schema.ts';
import type { Sandbox } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, LimitReached, RateLimited } from '../platform/errors.ts';
import { inSandbox, replaceKey, requestSandbox, requestSandboxDeletion, type SandboxRole } from './change-sandboxes.ts';
import { SandboxType } from './sandbox.schema.ts';
import { SandboxesDisabled, SandboxNotFound, SandboxUnavailable } from './sandbox-refusals.ts';

refusalTypes(SandboxNotFound, SandboxUnavailable, SandboxesDisabled);

const refusals = [...actorRefusals, RateLimited, SandboxesDisabled] as const;
const sandboxIdField = { required: true, description: 'The global id of the sandbox.' } as const;

const CreateSandboxInput = builder.inputType('CreateSandboxInput', {
  description: 'The properties of a new sandbox.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: `Name of the sandbox; at most ${limits.sandboxes.nameCharacters} characters.`,
    }),
    accountId: t.id({
      description: "The account that owns it; defaults to the viewer's account. Operators may name any account.",
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('createSandbox', (t) =>
  t.prismaField({
    type: SandboxType,
    description: `Creates a sandbox: an isolated tenant with demo people, test payments, captured e-mails and a clock of its own. It is READY within seconds; an account has at most ${limits.sandboxes.perAccount}.`,
    errors: { types: [...refusals, InputInvalid, LimitReached], union: resultOf('createSandbox') },
    args: { input: t.arg({ ...inputArgument, type: CreateSandboxInput }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const person = requirePerson(viewer);
      const accountId = input.accountId
        ? rowIdOf('Account', String(input.accountId))
        : requirePersonActor(person).accountId;
      const { name } = input;
      const id = await runOnce(
        context,
        'createSandbox',
        input,
        async (inside) => (await requestSandbox(inside, viewer, { name, accountId })).id,
      );
      return requireResult(app.db.sandbox.findFirst({ ...query, where: { AND: [{ id }, visibleSandboxes(viewer)] } }));
    },
  }),
);

const DeleteSandboxInput = builder.inputType('DeleteSandboxInput', {
  description: 'The sandbox that is deleted.',
  fields: (t) => ({ sandboxId: t.id(sandboxIdField), idempotencyKey: t.string(idempotencyKeyField) }),
});

/** A sandbox that is being deleted, or is deleted already. */
const deletedSandbox = (sandbox: Pick<Sandbox, 'id' | 'name' | 'accountId' | 'createdAt'>): Sandbox => ({
  ...sandbox,
  status: 'DELETING',
  deletedAt: null,
  lastUsedAt: null,
  advertiserApplicationId: null,
  sellerApplicationId: null,
});

builder.mutationField('deleteSandbox', (t) =>
  t.prismaField({
    type: SandboxType,
    description: 'Deletes a sandbox with everything in it. Its keys are revoked immediately, and its streams end.',
    errors: { types: [...refusals, SandboxNotFound], union: resultOf('deleteSandbox') },
    args: { input: t.arg({ ...inputArgument, type: DeleteSandboxInput }) },
    resolve: async (_query, _root, { input }, context) => {
      const id = rowIdOf('Sandbox', String(input.sandboxId));
      // The row may already be deleted when it would be read again.
      const deleted = await runOnce(context, 'deleteSandbox', input, async (inside) => {
        const { name, accountId, createdAt } = await requestSandboxDeletion(inside, context.viewer, id);
        return { name, accountId, createdAt: createdAt.toISOString() };
      });
      return deletedSandbox({ ...deleted, id, createdAt: new Date(deleted.createdAt) });
    },
  }),
);

const SandboxRoleEnum = builder.enumType('SandboxRole', {
  description: 'The account for which an application of a sandbox acts.',
  values: {
    ADVERTISER: { value: 'advertiser' satisfies SandboxRole, description: 'The key acts for the buying account.' },
    SELLER: { value: 'seller' satisfies SandboxRole, description: 'The key acts for the selling account.' },
  } as const,
});

const CreateSandboxKeyInput = builder.inputType('CreateSandboxKeyInput', {
  description: 'The sandbox, and the role for which the key acts.',
  fields: (t) => ({
    sandboxId: t.id(sandboxIdField),
    role: t.field({ type: SandboxRoleEnum, required: true, description: 'The role for which the key acts.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('createSandboxKey', (t) =>
  t.field({
    type: ApplicationKeyCreated,
    description: `Creates a key for one of the two applications of a sandbox. The key identifies its sandbox. ${limits.applications.keysPerApplication} keys are valid at a time; creating another revokes the oldest.`,
    errors: {
      types: [...refusals, SandboxNotFound, SandboxUnavailable, LimitReached],
      union: resultOf('createSandboxKey'),
    },
    args: { input: t.arg({ ...inputArgument, type: CreateSandboxKeyInput }) },
    resolve: (_root, { input }, context) => {
      const { app, viewer } = context;
      const sandbox = { sandboxId: rowIdOf('Sandbox', String(input.sandboxId)), role: input.role };
      return inSandbox(app, viewer, sandbox, async (tenant, { owner, applicationId }) => {
        // The key is stored in the database of the sandbox, in the transaction of the change.
        const id = await runOnce({ ...context, app: tenant }, 'createSandboxKey', input, (inside) =>
          replaceKey(inside, owner, applicationId),
        );
        return requireResult(findNewKey(tenant, owner, id));
      });
    },
  }),
);
