import { visibleApplications } from '../access/application-access.ts';
import type { Scope } from '../access/scopes.ts';
import { isMember } from '../access/viewer.ts';
import { AccountType } from '../accounts/account.schema.ts';
import { ApplicationScopeEnum } from '../accounts/scopes.schema.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, nodeQuery } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import { sharedLoader } from '../graphql/context.ts';
import { asGraphQLError } from '../graphql/errors.ts';
import { toGlobalId } from '../graphql/ids.ts';
import { nodeOptions } from '../graphql/nodes.ts';
import { limits } from '../limits.ts';
import { TimelineEntry } from '../orders/timeline/timeline.schema.ts';
import { NotSignedIn } from '../platform/errors.ts';
import type { BucketParams } from '../platform/rate-limits/token-buckets.ts';
import { quotaOf } from './quota.ts';

export const ApplicationKeyType = builder.prismaObject('ApplicationKey', {
  fields: (t) => ({
    id: t.id({
      description: 'Opaque id that is unique in the whole API.',
      resolve: ({ id }) => toGlobalId('ApplicationKey', id),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true }),
  }),
});

const QuotaType = builder.objectRef<BucketParams>('ApplicationQuota').implement({
  description: 'Quota of an application in cost points, refilled at a steady rate per second.',
  fields: (t) => ({
    capacity: t.exposeInt('capacity', { description: 'Maximum number of points in the bucket.' }),
    restoreRate: t.exposeInt('restorePerSecond', { description: 'Points that come back each second.' }),
  }),
});

export const ApplicationType = builder.prismaObject('Application', {
  fields: (t) => ({
    name: t.exposeString('name'),
    account: t.relation('account', {
      type: AccountType,
      description: 'The account that owns it, and for which it acts with a key.',
    }),
    scopes: t.field({
      type: [ApplicationScopeEnum],
      description: 'Scopes that the application has been granted.',
      // Only words of the list come into the table.
      resolve: ({ scopes }) => scopes as Scope[],
    }),
    keys: t.relation('keys', {
      type: ApplicationKeyType,
      description: `Its keys that work, at most ${limits.applications.keysPerApplication}; the keys themselves are shown once, when they are made.`,
      query: { where: { revokedAt: null }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
      complexity: { field: 1, multiplier: limits.applications.keysPerApplication },
    }),
    quota: t.field({ type: QuotaType, description: 'Quota of the application in cost points.', resolve: quotaOf }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

builder.nodeRef(
  ApplicationType,
  nodeOptions('Application', ({ app, viewer }, ids) =>
    app.db.application.findMany({ where: { AND: [{ id: { in: ids } }, visibleApplications(viewer)] } }),
  ) as never,
);

const list = newestFirst('createdAt', 'application');

builder.queryField('applications', (t) =>
  t.connection(
    {
      type: ApplicationType,
      description:
        'The applications that act on behalf of the viewer, newest first; an operator sees all, an application itself.',
      complexity: pageCost,
      resolve: async (_root, args, context, info) => {
        const { app, viewer } = context;
        if (!isMember(viewer)) throw asGraphQLError(new NotSignedIn());
        const request = pageRequest(args);
        const query = nodeQuery('Application', context, info);
        const rows = await app.db.application.findMany({
          ...query,
          ...list.findOptions(request),
          where: { AND: [visibleApplications(viewer), ...list.conditions(request)] },
        });
        return pageOf(request, rows, list.cursorOf);
      },
    },
    connectionOf(ApplicationType),
  ),
);

const ActingApplicationType = builder.objectRef<{ name: string }>('ActingApplication').implement({
  description: 'An application, as everybody sees it who sees what it did.',
  fields: (t) => ({ name: t.exposeString('name', { description: 'The display name, chosen by its owner.' }) }),
});

/** Also those that were deleted: what they did stays. */
const actingApplication = sharedLoader<string, { name: string } | null>(async ({ db }, ids) => {
  const applications = await db.application.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  const byId = new Map(applications.map((application) => [application.id, application]));
  return ids.map((id) => byId.get(id) ?? null);
});

builder.interfaceField(TimelineEntry, 'application', (t) =>
  t.field({
    type: ActingApplicationType,
    nullable: true,
    description: 'The application that did it on behalf of `actor`; null if it was done in person.',
    resolve: ({ applicationId }, _args, context) =>
      applicationId ? actingApplication(context).load(applicationId) : null,
  }),
);
