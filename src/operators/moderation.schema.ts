/** The accounts, as operators see them, and the acts of operators on accounts, spaces and ads. */

import { canSeePrivate, isSelf, rolesInAd } from '../access/access.ts';
import { requireOperator, rowsForOperators } from '../access/operator-access.ts';
import { isMember, isOperator } from '../access/viewer.ts';
import { AccountType } from '../accounts/account.schema.ts';
import { AdNotFound } from '../ads/ad.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, nodeQuery } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import { asGraphQLError } from '../graphql/errors.ts';
import { runOnce } from '../graphql/idempotency.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { NotSignedIn } from '../platform/errors.ts';
import { requireSearchWords, searchRules } from '../platform/search-text.ts';
import { SpaceNotFound } from '../spaces/space-refusals.ts';
import { operatorRefusals, reasonFields } from './inputs.schema.ts';
import { listAccountIds } from './list-accounts.ts';
import { AccountNotFound, reinstateAccount, suspendAccount } from './suspend-account.ts';
import { setAdTakenDown, setSpaceTakenDown } from './take-down.ts';

refusalTypes(AccountNotFound);

builder.prismaObjectFields('Account', (t) => ({
  suspendedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description:
      'Time at which an operator suspended the account. Null if it is not suspended, and for any account but your own.',
    resolve: ({ id, suspendedAt }, _args, { viewer }) =>
      isSelf(viewer, id) || canSeePrivate(viewer, id) ? suspendedAt : null,
  }),
  suspendedReason: t.string({
    nullable: true,
    description: 'Reason for the suspension. Null if it is not suspended, and for any account but your own.',
    resolve: ({ id, suspendedReason }, _args, { viewer }) =>
      isSelf(viewer, id) || canSeePrivate(viewer, id) ? suspendedReason : null,
  }),
  closedAt: t.expose('closedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'Time at which an owner closed the account; null while it is open.',
  }),
}));

builder.prismaObjectFields('Space', (t) => ({
  takenDownAt: t.field({
    type: 'DateTime',
    nullable: true,
    description:
      'Time at which an operator took the space down. Null if it is not taken down, and for any space but your own.',
    resolve: ({ sellerId, takenDownAt }, _args, { viewer }) =>
      isSelf(viewer, sellerId) || isOperator(viewer) ? takenDownAt : null,
  }),
  takenDownReason: t.string({
    nullable: true,
    description: 'Reason for which the space was taken down. Null if it is not, and for any space but your own.',
    resolve: ({ sellerId, takenDownReason }, _args, { viewer }) =>
      isSelf(viewer, sellerId) || isOperator(viewer) ? takenDownReason : null,
  }),
}));

builder.prismaObjectFields('Ad', (t) => ({
  takenDownAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'Time at which an operator took the ad down, for its parties. Null if it is not taken down.',
    select: { takenDownAt: true, sellerId: true, orderId: true, order: true },
    resolve: (ad, _args, { viewer }) => (rolesInAd(ad, ad.order, viewer).length > 0 ? ad.takenDownAt : null),
  }),
  takenDownReason: t.string({
    nullable: true,
    description: 'Reason for which the ad was taken down, for its parties. Null if it is not taken down.',
    select: { takenDownReason: true, sellerId: true, orderId: true, order: true },
    resolve: (ad, _args, { viewer }) => (rolesInAd(ad, ad.order, viewer).length > 0 ? ad.takenDownReason : null),
  }),
}));

const list = newestFirst('createdAt', 'ac');

builder.queryField('accounts', (t) =>
  t.connection(
    {
      type: AccountType,
      description: 'All accounts, newest first, for operators. Empty for anybody else.',
      complexity: pageCost,
      args: {
        isSuspended: t.arg.boolean({ description: 'If true, only suspended accounts; if false, only the others.' }),
        isClosed: t.arg.boolean({ description: 'If true, only closed accounts; if false, only the others.' }),
        text: t.arg.string({
          description: `Words of the name, the legal name, the contact address, the website or the tax id. ${searchRules}`,
        }),
      },
      resolve: async (_root, { isSuspended, isClosed, text, ...args }, context, info) => {
        const { app, viewer } = context;
        if (!isMember(viewer)) throw asGraphQLError(new NotSignedIn());
        const request = pageRequest(args);
        const window = list.latestPage(request);
        const filter = {
          isSuspended: isSuspended ?? undefined,
          isClosed: isClosed ?? undefined,
          words: text?.trim() ? requireSearchWords(text, 'text') : undefined,
        };
        const ids = isOperator(viewer) ? await listAccountIds(app.db, filter, window) : [];
        const query = nodeQuery('Account', context, info);
        const rows = await app.db.account.findMany({
          ...query,
          where: { AND: [{ id: { in: [...ids] } }, rowsForOperators(viewer)] },
        });
        const byId = new Map(rows.map((row) => [row.id, row]));
        return pageOf(
          request,
          ids.flatMap((id) => byId.get(id) ?? []),
          list.cursorOf,
        );
      },
    },
    connectionOf(AccountType),
  ),
);

const accountInput = (name: string) =>
  builder.inputType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, {
    description: `Input of the mutation \`${name}\`.`,
    fields: (t) => ({
      accountId: t.id({ required: true, description: 'The global id of the account.' }),
      ...reasonFields(t),
    }),
  });

const accountActs = [
  {
    name: 'suspendAccount',
    run: suspendAccount,
    description:
      'Suspends an account: it reads and finishes its orders, starts nothing new, and its spaces are not offered. For operators.',
  },
  {
    name: 'reinstateAccount',
    run: reinstateAccount,
    description: 'Reinstates a suspended account, so that it can start new things again. For operators.',
  },
] as const;

for (const { name, run, description } of accountActs) {
  const Input = accountInput(name);
  builder.mutationField(name, (t) =>
    t.prismaField({
      type: 'Account',
      description,
      errors: { types: [...operatorRefusals, AccountNotFound], union: resultOf(name) },
      args: { input: t.arg({ ...inputArgument, type: Input }) },
      resolve: async (query, _root, { input }, context) => {
        const { app, viewer } = context;
        requireOperator(viewer);
        const id = rowIdOf('Account', String(input.accountId));
        const act = { accountId: id, reason: input.reason };
        await runOnce(context, name, input, (inside) => run(inside, viewer, act));
        return app.db.account.findUniqueOrThrow({ ...query, where: { id } });
      },
    }),
  );
}

const spaceActs = [
  {
    name: 'takeDownSpace',
    isTakenDown: true,
    description: 'Takes a space down, so that it is not offered. For operators.',
  },
  { name: 'restoreSpace', isTakenDown: false, description: 'Restores a space that was taken down. For operators.' },
] as const;

for (const { name, isTakenDown, description } of spaceActs) {
  const Input = builder.inputType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, {
    description: `Input of the mutation \`${name}\`.`,
    fields: (t) => ({
      spaceId: t.id({ required: true, description: 'The global id of the space.' }),
      ...reasonFields(t),
    }),
  });
  builder.mutationField(name, (t) =>
    t.prismaField({
      type: 'Space',
      description,
      errors: { types: [...operatorRefusals, SpaceNotFound], union: resultOf(name) },
      args: { input: t.arg({ ...inputArgument, type: Input }) },
      resolve: async (query, _root, { input }, context) => {
        const { app, viewer } = context;
        requireOperator(viewer);
        const id = rowIdOf('Space', String(input.spaceId));
        const act = { id, reason: input.reason, isTakenDown };
        await runOnce(context, name, input, (inside) => setSpaceTakenDown(inside, viewer, act));
        return app.db.space.findUniqueOrThrow({ ...query, where: { id } });
      },
    }),
  );
}

const adActs = [
  {
    name: 'takeDownAd',
    isTakenDown: true,
    description: 'Takes an ad down: it is not served, although its status does not change. For operators.',
  },
  { name: 'restoreAd', isTakenDown: false, description: 'Restores an ad that was taken down. For operators.' },
] as const;

for (const { name, isTakenDown, description } of adActs) {
  const Input = builder.inputType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, {
    description: `Input of the mutation \`${name}\`.`,
    fields: (t) => ({ adId: t.id({ required: true, description: 'The global id of the ad.' }), ...reasonFields(t) }),
  });
  builder.mutationField(name, (t) =>
    t.prismaField({
      type: 'Ad',
      description,
      errors: { types: [...operatorRefusals, AdNotFound], union: resultOf(name) },
      args: { input: t.arg({ ...inputArgument, type: Input }) },
      resolve: async (query, _root, { input }, context) => {
        const { app, viewer } = context;
        requireOperator(viewer);
        const id = rowIdOf('Ad', String(input.adId));
        const act = { id, reason: input.reason, isTakenDown };
        await runOnce(context, name, input, (inside) => setAdTakenDown(inside, viewer, act));
        return app.db.ad.findUniqueOrThrow({ ...query, where: { id } });
      },
    }),
  );
}
