/** Invitations, and the mutations that send, withdraw and accept them. */

import { actorRefusals, requireOwnership } from '../access/actor.ts';
import { invitationOfToken, openInvitations } from '../access/invitation-tokens.ts';
import { canSeeMembers, isSamePerson } from '../access/person-access.ts';
import { requirePerson } from '../access/scopes.ts';
import { AccountType } from '../accounts/account.schema.ts';
import { MembershipRoleEnum, MembershipType, PersonType } from '../accounts/person.schema.ts';
import type { Invitation } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, nodeQuery } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import type { Context } from '../graphql/context.ts';
import { refreshRights } from '../graphql/context.ts';
import { typeName } from '../graphql/fields.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf, toGlobalId } from '../graphql/ids.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, LimitReached, NotSignedIn, RateLimited } from '../platform/errors.ts';
import { acceptInvitation, type InvitationReference } from './accept-invitation.ts';
import { inviteMember, resendInvitation, withdrawInvitation } from './invitations.ts';
import { AlreadyMember, InvitationNotFound, InvitationUnavailable } from './member-refusals.ts';

refusalTypes(AlreadyMember, InvitationNotFound, InvitationUnavailable);

const statuses = {
  OPEN: { description: 'The invitation can be accepted now.' },
  ACCEPTED: { description: 'The invited person has become a member.' },
  WITHDRAWN: { description: 'The account has withdrawn the invitation.' },
  EXPIRED: { description: 'The invitation was not accepted in time.' },
} as const;

const InvitationStatusEnum = builder.enumType('InvitationStatus', {
  description: 'The status of an invitation to an account.',
  values: statuses,
});

function statusOf({ acceptedAt, withdrawnAt, expiresAt }: Invitation, at: Date): keyof typeof statuses {
  if (acceptedAt) return 'ACCEPTED';
  if (withdrawnAt) return 'WITHDRAWN';
  return expiresAt > at ? 'OPEN' : 'EXPIRED';
}

const InvitationType = builder.prismaObject('Invitation', {
  fields: (t) => ({
    id: t.id({
      description: 'Opaque id that is unique in the whole API.',
      resolve: ({ id }) => toGlobalId('Invitation', id),
    }),
    account: t.relation('account', {
      type: AccountType,
      description: 'The account that the person becomes a member of.',
    }),
    email: t.exposeString('email'),
    role: t.field({
      type: MembershipRoleEnum,
      description: 'Role that the person gets in the account.',
      resolve: ({ role }) => role,
    }),
    status: t.field({
      type: InvitationStatusEnum,
      description: 'Status of the invitation at this time.',
      resolve: (invitation, _args, { app }) => statusOf(invitation, app.clock.now()),
    }),
    invitedBy: t.relation('invitedBy', { type: PersonType, description: 'The person who sent the invitation first.' }),
    sentCount: t.exposeInt('sentCount'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
  }),
});

builder.prismaObjectField('Account', 'invitations', (t) =>
  t.prismaField({
    type: [InvitationType],
    nullable: true,
    description: `Open invitations of the account, newest first, at most ${limits.accounts.members}. Null for any account but your own.`,
    resolve: (query, { id: accountId }, _args, { app, viewer }) => {
      // The query is read in both cases: Pothos takes one that is not read for a mistake.
      const open = {
        ...query,
        where: { AND: [{ accountId }, openInvitations(app.clock.now())] },
        orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }],
        take: limits.accounts.members,
      };
      return canSeeMembers(viewer, accountId) ? app.db.invitation.findMany(open) : null;
    },
  }),
);

builder.queryField('invitation', (t) =>
  t.prismaField({
    type: InvitationType,
    nullable: true,
    description:
      'The invitation of a link, for anyone who has its token, also without signing in. Null if no invitation has the token.',
    args: { token: t.arg.string({ required: true, description: 'The token at the end of the link in the e-mail.' }) },
    resolve: (query, _root, { token }, { app }) =>
      app.db.invitation.findFirst({ ...query, where: invitationOfToken(token) }),
  }),
);

const list = newestFirst('createdAt', 'invitation');

builder.prismaObjectField('Person', 'invitations', (t) =>
  t.connection(
    {
      type: InvitationType,
      description: "Open invitations to the person's address, newest first. Empty for anyone but yourself.",
      complexity: pageCost,
      resolve: async ({ id, email }, args, context, info) => {
        const { app, viewer } = context;
        const request = pageRequest(args);
        const conditions = list.conditions(request);
        const query = nodeQuery('Invitation', context, info);
        const rows =
          isSamePerson(viewer, id) && email !== null
            ? await app.db.invitation.findMany({
                ...query,
                ...list.findOptions(request),
                where: { AND: [{ email }, openInvitations(app.clock.now()), ...conditions] },
              })
            : [];
        return pageOf(request, rows, list.cursorOf);
      },
    },
    connectionOf(InvitationType),
  ),
);

const InviteMemberInput = builder.inputType('InviteMemberInput', {
  description: 'Input of the mutation `inviteMember`.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'Address of the person who is invited.' }),
    role: t.field({
      type: MembershipRoleEnum,
      required: true,
      description: 'Role that the person gets in the account.',
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

const invitationInput = (mutation: string) =>
  builder.inputType(`${typeName(mutation)}Input`, {
    description: `Input of the mutation \`${mutation}\`.`,
    fields: (t) => ({
      invitationId: t.id({ required: true, description: 'The global id of the invitation.' }),
      idempotencyKey: t.string(idempotencyKeyField),
    }),
  });

const AcceptInvitationInput = builder.inputType('AcceptInvitationInput', {
  description: 'The invitation that is accepted: its token, or its id.',
  fields: (t) => ({
    token: t.string({ description: 'The token at the end of the link in the e-mail.' }),
    invitationId: t.id({ description: 'The id of an invitation in `Person.invitations`.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

/** An invitation of the account that its owner manages. */
const readInvitation = ({ app }: Context, query: object, where: { readonly id: string; readonly accountId: string }) =>
  requireResult(app.db.invitation.findFirst({ ...query, where }));

const managerRefusals = [...actorRefusals, InputInvalid, RateLimited] as const;

builder.mutationFields((t) => ({
  inviteMember: t.prismaField({
    type: InvitationType,
    description:
      'Invites an address to the account by e-mail; an open invitation is sent again with the new role. For owners of the account.',
    errors: { types: [...managerRefusals, AlreadyMember, LimitReached], union: resultOf('inviteMember') },
    args: { input: t.arg({ ...inputArgument, type: InviteMemberInput }) },
    resolve: async (query, _root, { input }, context) => {
      const manager = requireOwnership(requirePerson(context.viewer));
      const { email, role } = input;
      const id = await runOnce(context, 'inviteMember', input, (inside) =>
        inviteMember(inside, manager, { email, role }),
      );
      return readInvitation(context, query, { id, accountId: manager.accountId });
    },
  }),
  resendInvitation: t.prismaField({
    type: InvitationType,
    description: 'Sends an invitation again, also one that has expired, and extends it. For owners of the account.',
    errors: {
      types: [...managerRefusals, InvitationNotFound, InvitationUnavailable, AlreadyMember, LimitReached],
      union: resultOf('resendInvitation'),
    },
    args: { input: t.arg({ ...inputArgument, type: invitationInput('resendInvitation') }) },
    resolve: async (query, _root, { input }, context) => {
      const manager = requireOwnership(requirePerson(context.viewer));
      const invitationId = rowIdOf('Invitation', String(input.invitationId));
      const id = await runOnce(context, 'resendInvitation', input, (inside) =>
        resendInvitation(inside, manager, invitationId),
      );
      return readInvitation(context, query, { id, accountId: manager.accountId });
    },
  }),
  withdrawInvitation: t.prismaField({
    type: InvitationType,
    description: 'Withdraws an invitation, so that its link no longer works. For owners of the account.',
    errors: {
      types: [...managerRefusals, InvitationNotFound, InvitationUnavailable],
      union: resultOf('withdrawInvitation'),
    },
    args: { input: t.arg({ ...inputArgument, type: invitationInput('withdrawInvitation') }) },
    resolve: async (query, _root, { input }, context) => {
      const manager = requireOwnership(requirePerson(context.viewer));
      const invitationId = rowIdOf('Invitation', String(input.invitationId));
      const id = await runOnce(context, 'withdrawInvitation', input, (inside) =>
        withdrawInvitation(inside, manager, invitationId),
      );
      return readInvitation(context, query, { id, accountId: manager.accountId });
    },
  }),
  acceptInvitation: t.field({
    type: MembershipType,
    description:
      'Makes the person who is signed in a member of the account that has invited the address of the person. It works once.',
    errors: {
      types: [NotSignedIn, InputInvalid, RateLimited, InvitationNotFound, InvitationUnavailable, LimitReached],
      union: resultOf('acceptInvitation'),
    },
    args: { input: t.arg({ ...inputArgument, type: AcceptInvitationInput }) },
    resolve: async (_root, { input }, context) => {
      const person = requirePerson(context.viewer);
      const { personId } = person;
      const accountId = await runOnce(context, 'acceptInvitation', input, (inside) =>
        acceptInvitation(inside, person, referenceIn(input)),
      );
      await refreshRights(context);
      const where = { personId_accountId: { personId, accountId } };
      return requireResult(context.app.db.membership.findUnique({ where }));
    },
  }),
}));

/** @throws InputInvalid unless exactly one of the two is given */
function referenceIn({
  token,
  invitationId,
}: {
  token?: string | null | undefined;
  invitationId?: string | number | null | undefined;
}): InvitationReference {
  if (typeof token === 'string' && typeof invitationId !== 'string') {
    const max = limits.accounts.tokenCharacters;
    if (token.length <= max) return { token };
    throw new InputInvalid([{ field: 'token', message: `must have at most ${max} characters` }]);
  }
  if (typeof invitationId === 'string' && typeof token !== 'string')
    return { invitationId: rowIdOf('Invitation', invitationId) };
  throw new InputInvalid([{ field: 'token', message: 'or `invitationId` must be given, and not both' }]);
}
