import { visibleSandboxes } from '../access/sandbox-access.ts';
import { isMember } from '../access/viewer.ts';
import { AccountType, accountLoader } from '../accounts/account.schema.ts';
import type { SandboxStatus } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, nodeQuery } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import { asGraphQLError } from '../graphql/errors.ts';
import { nodeOptions } from '../graphql/nodes.ts';
import { describedEnum } from '../graphql/process.schema.ts';
import { NotSignedIn } from '../platform/errors.ts';

const SandboxStatusEnum = describedEnum<SandboxStatus>('SandboxStatus', 'Status of a sandbox in its life cycle.', {
  PROVISIONING: 'The sandbox is being created, which takes some seconds.',
  READY: 'The sandbox is ready for use.',
  DELETING: 'The sandbox is being deleted and cannot be used any more.',
});

export const SandboxType = builder.prismaObject('Sandbox', {
  fields: (t) => ({
    name: t.exposeString('name'),
    account: t.field({
      type: AccountType,
      description: 'The account that owns it.',
      resolve: ({ accountId }, _args, context) => accountLoader(context).load(accountId),
    }),
    status: t.field({
      type: SandboxStatusEnum,
      description: 'Status of the sandbox in its life cycle.',
      resolve: ({ status }) => status,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

builder.nodeRef(
  SandboxType,
  nodeOptions('Sandbox', ({ app, viewer }, ids) =>
    app.db.sandbox.findMany({ where: { AND: [{ id: { in: ids } }, visibleSandboxes(viewer)] } }),
  ) as never,
);

const list = newestFirst('createdAt', 'sandbox');

builder.queryField('sandboxes', (t) =>
  t.connection(
    {
      type: SandboxType,
      description: 'Sandboxes of the viewer, newest first; operators see all, applications none.',
      complexity: pageCost,
      resolve: async (_root, args, context, info) => {
        const { app, viewer } = context;
        if (!isMember(viewer)) throw asGraphQLError(new NotSignedIn());
        const request = pageRequest(args);
        const query = nodeQuery('Sandbox', context, info);
        const rows = await app.db.sandbox.findMany({
          ...query,
          ...list.findOptions(request),
          where: { AND: [visibleSandboxes(viewer), ...list.conditions(request)] },
        });
        return pageOf(request, rows, list.cursorOf);
      },
    },
    connectionOf(SandboxType),
  ),
);
