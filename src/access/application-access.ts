/** Access conditions of applications and their webhook endpoints. */
import type { Prisma } from '../generated/prisma/client.ts';
import { isSelf, noRows, ownedBy } from './access.ts';
import { hasScope } from './scopes.ts';
import { isMember, isOperator, type Person, type Viewer } from './viewer.ts';

/**
 * The applications that a viewer may see and change: those of the viewer's account. An application sees itself with a key;
 * with an access token it acts for another account, and manages nothing of its own.
 */
export function visibleApplications(viewer: Viewer): Prisma.ApplicationWhereInput {
  if (!isMember(viewer)) return noRows;
  if (viewer.kind === 'application' && viewer.grant) return noRows;
  if (viewer.kind === 'application') return { id: viewer.applicationId, deletedAt: null };
  return { deletedAt: null, ...(isOperator(viewer) ? {} : { accountId: ownedBy(viewer) }) };
}

/** The webhook endpoints that a viewer may see: those of visible applications. */
export const visibleWebhookEndpoints = (viewer: Viewer): Prisma.WebhookEndpointWhereInput => ({
  deletedAt: null,
  application: hasScope(viewer, 'WEBHOOKS') ? visibleApplications(viewer) : noRows,
});

/** The deliveries that a viewer may see: those of visible endpoints. They name orders. */
export const visibleWebhookDeliveries = (viewer: Viewer): Prisma.WebhookDeliveryWhereInput =>
  hasScope(viewer, 'ORDERS_READ') ? { endpoint: visibleWebhookEndpoints(viewer) } : noRows;

/**
 * The webhook endpoints that a viewer may change: for a person, the visible ones; for an application, those that it has
 * created.
 */
export const changeableWebhookEndpoints = (viewer: Viewer): Prisma.WebhookEndpointWhereInput => ({
  ...visibleWebhookEndpoints(viewer),
  ...(viewer.kind === 'application' ? { keyId: { not: null } } : {}),
});

/** True if a person may create applications for this account. */
export const canCreateApplicationsFor = (viewer: Person, accountId: string): boolean =>
  isOperator(viewer) || isSelf(viewer, accountId);
