import { canSeePrivate, visibleAccounts } from '../access/access.ts';
import type { Account } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { sharedLoader } from '../graphql/context.ts';
import { nodeOptions } from '../graphql/nodes.ts';

/** Loads the accounts of participants, authors and actors of objects that the viewer may see. */
export const accountLoader = sharedLoader<string, Account>(async ({ db }, ids) => {
  const accounts = await db.account.findMany({ where: { id: { in: [...ids] } } });
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return ids.map((id) => byId.get(id) ?? new Error(`There is no account ${id}`));
});

export const AccountType = builder.prismaObject('Account', {
  fields: (t) => ({
    name: t.exposeString('name'),
    email: t.string({
      nullable: true,
      description: 'The address that mails go to and that signs in; shown to its owner alone.',
      resolve: ({ id, email }, _args, { viewer }) => (canSeePrivate(viewer, id) ? email : null),
    }),
    adSetupEmails: t.boolean({
      nullable: true,
      description:
        'True if advertisers who order from this seller are e-mailed a link to set up their ads. Null for any account but your own.',
      resolve: ({ id, hidesAdSetup }, _args, { viewer }) => (canSeePrivate(viewer, id) ? !hidesAdSetup : null),
    }),
    isOperator: t.exposeBoolean('isOperator'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

builder.nodeRef(
  AccountType,
  nodeOptions('Account', ({ app, viewer }, ids) =>
    app.db.account.findMany({ where: { AND: [{ id: { in: ids } }, visibleAccounts(viewer)] } }),
  ) as never,
);
