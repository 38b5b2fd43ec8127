/** The grants of an account to applications, as its members see them, and the mutation that revokes one. */
import { actorRefusals, requirePersonEditor } from '../access/actor.ts';
import { ownGrants, workingGrantsOf } from '../access/grant-access.ts';
import { canSeeMembers } from '../access/person-access.ts';
import type { Scope } from '../access/scopes.ts';
import { AccountType } from '../accounts/account.schema.ts';
import { PersonType } from '../accounts/person.schema.ts';
import { ApplicationScopeEnum } from '../accounts/scopes.schema.ts';
import type { Application } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, nodeQuery } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf, toGlobalId } from '../graphql/ids.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { InputInvalid, RateLimited } from '../platform/errors.ts';
import { ApplicationGrantNotFound, revokeGrant } from './grants.ts';

refusalTypes(ApplicationGrantNotFound);

const GrantedApplicationType = builder
  .objectRef<Pick<Application, 'name' | 'accountId'>>('GrantedApplication')
  .implement({
    description: 'An application, as an account that has given it a grant sees it.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'The display name, chosen by its owner.' }),
      maker: t.prismaField({
        type: AccountType,
        description: 'The account that owns the application.',
        resolve: (query, { accountId }, _args, { app }) =>
          app.db.account.findUniqueOrThrow({ ...query, where: { id: accountId } }),
      }),
    }),
  });

const ApplicationGrantType = builder.prismaObject('ApplicationGrant', {
  fields: (t) => ({
    id: t.id({
      description: 'Opaque id that is unique in the whole API.',
      resolve: ({ id }) => toGlobalId('ApplicationGrant', id),
    }),
    application: t.field({
      type: GrantedApplicationType,
      description: 'The application that acts for the account.',
      select: { application: { select: { name: true, accountId: true } } },
      resolve: ({ application }) => application,
    }),
    account: t.relation('account', { type: AccountType, description: 'The account for which the application acts.' }),
    consentedBy: t.relation('consentedBy', {
      type: PersonType,
      description: 'The owner of the account who consented.',
    }),
    scopes: t.field({
      type: [ApplicationScopeEnum],
      description: 'Scopes that the account has granted. The application uses those of them that it still has.',
      // Only scopes of the list are stored.
      resolve: ({ scopes }) => scopes as Scope[],
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Time at which the grant was revoked; null if it was not.',
    }),
  }),
});

const list = newestFirst('createdAt', 'applicationGrant');

builder.prismaObjectField('Account', 'applicationGrants', (t) =>
  t.connection(
    {
      type: ApplicationGrantType,
      description:
        'Grants of the account with which applications act for it at this time, newest first. Empty for any account but your own.',
      complexity: pageCost,
      resolve: async ({ id: accountId }, args, context, info) => {
        const { app, viewer } = context;
        const request = pageRequest(args);
        const rows = canSeeMembers(viewer, accountId)
          ? await app.db.applicationGrant.findMany({
              ...nodeQuery('ApplicationGrant', context, info),
              ...list.findOptions(request),
              where: { AND: [workingGrantsOf(accountId, app.clock.now()), ...list.conditions(request)] },
            })
          : [];
        return pageOf(request, rows, list.cursorOf);
      },
    },
    connectionOf(ApplicationGrantType),
  ),
);

const RevokeApplicationGrantInput = builder.inputType('RevokeApplicationGrantInput', {
  description: 'Input of the mutation `revokeApplicationGrant`.',
  fields: (t) => ({
    grantId: t.id({ required: true, description: 'The global id of the grant.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('revokeApplicationGrant', (t) =>
  t.prismaField({
    type: ApplicationGrantType,
    description:
      'Ends a grant immediately, with all its tokens and their open streams. For owners of the account that gave it.',
    errors: {
      types: [...actorRefusals, ApplicationGrantNotFound, InputInvalid, RateLimited],
      union: resultOf('revokeApplicationGrant'),
    },
    args: { input: t.arg({ ...inputArgument, type: RevokeApplicationGrantInput }) },
    resolve: async (query, _root, { input }, context) => {
      const person = requirePersonEditor(context.viewer);
      const id = rowIdOf('ApplicationGrant', String(input.grantId));
      await runOnce(context, 'revokeApplicationGrant', input, (inside) => revokeGrant(inside, person, id));
      return requireResult(
        context.app.db.applicationGrant.findFirst({ ...query, where: { AND: [{ id }, ownGrants(person)] } }),
      );
    },
  }),
);
