/** Webhook endpoints and their delivery logs. */

import { visibleWebhookDeliveries, visibleWebhookEndpoints } from '../access/application-access.ts';
import { ApplicationKeyType, ApplicationType } from '../applications/application.schema.ts';
import { RegisteredDocumentType } from '../applications/registered-operations.schema.ts';
import type { WebhookDeliveryStatus, WebhookDisabledReason } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, nodeQuery } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import { nodeOptions } from '../graphql/nodes.ts';
import { describedEnum } from '../graphql/process.schema.ts';
import { limits } from '../limits.ts';
import { EntryTypeEnum } from '../orders/timeline/timeline.schema.ts';
import type { EntryType } from '../process/entries.ts';
import { overlapEnd } from './signing-secrets.ts';

const DisabledReasonEnum = describedEnum<WebhookDisabledReason>(
  'WebhookDisabledReason',
  'Reason why an endpoint receives no events.',
  {
    MANUAL: 'The endpoint was disabled by a person or an application.',
    FAILING: `The endpoint has not accepted an event for ${limits.webhooks.tryDays} days.`,
    GONE: 'The endpoint answered with status 410 (Gone).',
    OPERATION_RETIRED: 'Every version of its operation is retired: name another one.',
  },
);

type EndpointStatus = 'PENDING_VERIFICATION' | 'ENABLED' | 'DISABLED';

const EndpointStatusEnum = describedEnum<EndpointStatus>(
  'WebhookEndpointStatus',
  'Status of a webhook endpoint: whether events are sent to it.',
  {
    PENDING_VERIFICATION:
      'The program at the address has not returned the challenge yet; no other event is sent to it.',
    ENABLED: 'Events are sent to the endpoint.',
    DISABLED: 'No event is sent to the endpoint until it is enabled.',
  },
);

const DeliveryStatusEnum = describedEnum<WebhookDeliveryStatus>(
  'WebhookDeliveryStatus',
  'Status of a webhook delivery and its attempts.',
  {
    WAITING: 'The delivery is due or will be retried; for a disabled endpoint after it is enabled.',
    DELIVERED: 'The endpoint has taken it, with a status from 200 to 299.',
  },
);

const WebhookAttemptType = builder.prismaObject('WebhookAttempt', {
  fields: (t) => ({
    number: t.exposeInt('number'),
    attemptedAt: t.expose('at', { type: 'DateTime' }),
    durationMs: t.exposeInt('durationMs'),
    statusCode: t.exposeInt('statusCode', { nullable: true }),
    error: t.exposeString('error', { nullable: true }),
  }),
});

export const WebhookDeliveryType = builder.prismaObject('WebhookDelivery', {
  fields: (t) => ({
    messageId: t.exposeString('messageId'),
    type: t.exposeString('type'),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
    status: t.field({
      type: DeliveryStatusEnum,
      description: 'Status of the delivery after its last attempt.',
      resolve: ({ status }) => status,
    }),
    attemptCount: t.exposeInt('attemptCount'),
    attempts: t.relation('attempts', {
      type: WebhookAttemptType,
      description: `Attempts of the delivery, newest first; at most ${limits.webhooks.shownAttempts}.`,
      query: { orderBy: { number: 'desc' }, take: limits.webhooks.shownAttempts },
      complexity: { field: 1, multiplier: limits.webhooks.shownAttempts },
    }),
    deliveredAt: t.expose('deliveredAt', { type: 'DateTime', nullable: true }),
    nextAttemptAt: t.expose('nextAttemptAt', { type: 'DateTime', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

builder.nodeRef(
  WebhookDeliveryType,
  nodeOptions('WebhookDelivery', ({ app, viewer }, ids) =>
    app.db.webhookDelivery.findMany({ where: { AND: [{ id: { in: ids } }, visibleWebhookDeliveries(viewer)] } }),
  ) as never,
);

const log = newestFirst('createdAt', 'delivery');

export const WebhookEndpointType = builder.prismaObject('WebhookEndpoint', {
  fields: (t) => ({
    application: t.relation('application', {
      type: ApplicationType,
      description: 'The application that the endpoint belongs to.',
    }),
    url: t.exposeString('url'),
    events: t.field({
      type: [EntryTypeEnum],
      description: 'Types of entries that the endpoint receives; empty for all.',
      // The table contains only values of the enum.
      resolve: ({ events }) => events as EntryType[],
    }),
    document: t.relation('document', {
      type: RegisteredDocumentType,
      description: 'The registered operation whose result is sent to the endpoint.',
    }),
    key: t.relation('key', {
      type: ApplicationKeyType,
      nullable: true,
      description:
        'The key with which the application created or last updated it; the endpoint works while the key is valid. Null if a person created it.',
    }),
    status: t.field({
      type: EndpointStatusEnum,
      description: 'Status of the endpoint: pending verification, enabled or disabled.',
      resolve: ({ disabledAt, verifiedAt }): EndpointStatus =>
        disabledAt ? 'DISABLED' : verifiedAt ? 'ENABLED' : 'PENDING_VERIFICATION',
    }),
    verifiedAt: t.expose('verifiedAt', { type: 'DateTime', nullable: true }),
    isEnabled: t.boolean({
      description: 'True unless the endpoint is disabled. Events are sent to it once it is verified; see `status`.',
      resolve: ({ disabledAt }) => disabledAt === null,
    }),
    disabledAt: t.expose('disabledAt', { type: 'DateTime', nullable: true }),
    disabledReason: t.field({
      type: DisabledReasonEnum,
      nullable: true,
      description: 'Reason for the disabling; null while the endpoint is enabled.',
      resolve: ({ disabledReason }) => disabledReason,
    }),
    failingSince: t.expose('failingSince', { type: 'DateTime', nullable: true }),
    previousSecretExpiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Time until which the previous secret signs as well; null if it does not.',
      resolve: (endpoint, _args, { app }) => overlapEnd(endpoint, app.clock.now()),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    deliveries: t.connection(
      {
        type: WebhookDeliveryType,
        description: `Deliveries to the endpoint, newest first; they are kept for ${limits.webhooks.retentionDays} days.`,
        complexity: pageCost,
        resolve: async ({ id }, args, context, info) => {
          const request = pageRequest(args);
          const query = nodeQuery('WebhookDelivery', context, info);
          const rows = await context.app.db.webhookDelivery.findMany({
            ...query,
            ...log.findOptions(request),
            where: { AND: [{ endpointId: id }, visibleWebhookDeliveries(context.viewer), ...log.conditions(request)] },
          });
          return pageOf(request, rows, log.cursorOf);
        },
      },
      connectionOf(WebhookDeliveryType),
    ),
  }),
});

builder.nodeRef(
  WebhookEndpointType,
  nodeOptions('WebhookEndpoint', ({ app, viewer }, ids) =>
    app.db.webhookEndpoint.findMany({ where: { AND: [{ id: { in: ids } }, visibleWebhookEndpoints(viewer)] } }),
  ) as never,
);

builder.prismaObjectField('Application', 'webhookEndpoints', (t) =>
  t.relation('webhooks', {
    type: WebhookEndpointType,
    description: `Webhook endpoints of the application, oldest first; at most ${limits.webhooks.endpointsPerApplication}.`,
    query: (_args, { viewer }) => ({
      where: visibleWebhookEndpoints(viewer),
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
    complexity: { field: 1, multiplier: limits.webhooks.endpointsPerApplication },
  }),
);
