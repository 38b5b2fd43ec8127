/** The mutations that create and delete sandboxes and create their keys. */

import { actorRefusals, requirePersonActor } from '../access/actor.ts';
import { requirePerson } from '../access/scopes.ts';
import { ApplicationKeyCreated } from '../applications/change-applications.schema.ts';
import { builder } from '../graphql/builder.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, LimitReached, RateLimited } from '../platform/errors.ts';
import { createSandboxKey, requestSandbox, requestSandboxDeletion, type SandboxRole } from './change-sandboxes.ts';
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
  }),
});

builder.mutationField('createSandbox', (t) =>
  t.prismaField({
    type: SandboxType,
    description: `Creates a sandbox: an isolated tenant with demo people, test payments, captured e-mails and a clock of its own. It is READY within seconds; an account has at most ${limits.sandboxes.perAccount}.`,
    errors: { types: [...refusals, InputInvalid, LimitReached], union: resultOf('createSandbox') },
    args: { input: t.arg({ ...inputArgument, type: CreateSandboxInput }) },
    resolve: async (query, _root, { input }, { app, viewer }) => {
      const person = requirePerson(viewer);
      const accountId = input.accountId
        ? rowIdOf('Account', String(input.accountId))
        : requirePersonActor(person).accountId;
      const { id } = await requestSandbox(app, viewer, { name: input.name, accountId });
      return app.db.sandbox.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);

const DeleteSandboxInput = builder.inputType('DeleteSandboxInput', {
  description: 'The sandbox that is deleted.',
  fields: (t) => ({ sandboxId: t.id(sandboxIdField) }),
});

builder.mutationField('deleteSandbox', (t) =>
  t.prismaField({
    type: SandboxType,
    description: 'Deletes a sandbox with everything in it. Its keys are revoked immediately, and its streams end.',
    errors: { types: [...refusals, SandboxNotFound], union: resultOf('deleteSandbox') },
    args: { input: t.arg({ ...inputArgument, type: DeleteSandboxInput }) },
    // The row may already be deleted when it would be read again.
    resolve: (_query, _root, { input }, { app, viewer }) =>
      requestSandboxDeletion(app, viewer, rowIdOf('Sandbox', String(input.sandboxId))),
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
    resolve: (_root, { input: { sandboxId, role } }, { app, viewer }) =>
      createSandboxKey(app, viewer, { sandboxId: rowIdOf('Sandbox', String(sandboxId)), role }),
  }),
);
