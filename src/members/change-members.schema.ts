/** The mutations that change the members of an account. */

import { actorRefusals, requireMembership, requireOwnership } from '../access/actor.ts';
import { requirePerson } from '../access/scopes.ts';
import { AccountType, accountLoader } from '../accounts/account.schema.ts';
import { LastOwner } from '../accounts/memberships.ts';
import { MembershipRoleEnum, MembershipType, PersonType, personLoader } from '../accounts/person.schema.ts';
import type { Membership } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { refreshRights } from '../graphql/context.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { InputInvalid, RateLimited } from '../platform/errors.ts';
import { leaveAccount, removeMember, updateMemberRole } from './change-members.ts';
import { MemberNotFound } from './member-refusals.ts';

refusalTypes(LastOwner, MemberNotFound);

const MembershipEnded = builder.objectRef<Pick<Membership, 'personId' | 'accountId'>>('MembershipEnded').implement({
  description: 'The person is no longer a member of the account.',
  fields: (t) => ({
    account: t.field({
      type: AccountType,
      description: 'The account that the person belonged to.',
      resolve: ({ accountId }, _args, context) => accountLoader(context).load(accountId),
    }),
    person: t.field({
      type: PersonType,
      description: 'The person who belonged to the account.',
      resolve: ({ personId }, _args, context) => personLoader(context).load(personId),
    }),
  }),
});

const memberIdField = { required: true, description: 'The global id of the member, a person.' } as const;

const UpdateMemberRoleInput = builder.inputType('UpdateMemberRoleInput', {
  description: 'Input of the mutation `updateMemberRole`.',
  fields: (t) => ({
    personId: t.id(memberIdField),
    role: t.field({ type: MembershipRoleEnum, required: true, description: 'New role of the member.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

const RemoveMemberInput = builder.inputType('RemoveMemberInput', {
  description: 'Input of the mutation `removeMember`.',
  fields: (t) => ({ personId: t.id(memberIdField), idempotencyKey: t.string(idempotencyKeyField) }),
});

const LeaveAccountInput = builder.inputType('LeaveAccountInput', {
  description: 'Input of the mutation `leaveAccount`.',
  fields: (t) => ({ idempotencyKey: t.string(idempotencyKeyField) }),
});

const refusals = [...actorRefusals, InputInvalid, RateLimited, MemberNotFound, LastOwner] as const;

builder.mutationFields((t) => ({
  updateMemberRole: t.field({
    type: MembershipType,
    description: 'Changes the role of a member of the account. For owners; an account always keeps an owner.',
    errors: { types: [...refusals], union: resultOf('updateMemberRole') },
    args: { input: t.arg({ ...inputArgument, type: UpdateMemberRoleInput }) },
    resolve: async (_root, { input }, context) => {
      const manager = requireOwnership(requirePerson(context.viewer));
      const personId = rowIdOf('Person', String(input.personId));
      await runOnce(context, 'updateMemberRole', input, (inside) =>
        updateMemberRole(inside, manager, { personId, role: input.role }),
      );
      const member = { personId, accountId: manager.accountId };
      return requireResult(context.app.db.membership.findUnique({ where: { personId_accountId: member } }));
    },
  }),
  removeMember: t.field({
    type: MembershipEnded,
    description:
      'Ends the membership of a person in the account, and the streams of the person on it. For owners; the keys of applications stay.',
    errors: { types: [...refusals], union: resultOf('removeMember') },
    args: { input: t.arg({ ...inputArgument, type: RemoveMemberInput }) },
    resolve: async (_root, { input }, context) => {
      const manager = requireOwnership(requirePerson(context.viewer));
      const personId = rowIdOf('Person', String(input.personId));
      await runOnce(context, 'removeMember', input, (inside) => removeMember(inside, manager, personId));
      return { personId, accountId: manager.accountId };
    },
  }),
  leaveAccount: t.field({
    type: MembershipEnded,
    description: 'Ends the membership of the person who is signed in, in any role. The last owner cannot leave.',
    errors: { types: [...refusals], union: resultOf('leaveAccount') },
    args: { input: t.arg({ ...inputArgument, type: LeaveAccountInput }) },
    resolve: async (_root, { input }, context) => {
      const person = requirePerson(context.viewer);
      const { accountId } = await runOnce(context, 'leaveAccount', input, async (inside) => {
        // A repeated request comes from a person who is no longer a member.
        const membership = requireMembership(person);
        await leaveAccount(inside, membership);
        return { accountId: membership.accountId };
      });
      await refreshRights(context);
      return { personId: person.personId, accountId };
    },
  }),
}));
