/** Endpoints of webhooks: made, changed, disabled, removed, their secrets renewed. */
import { changeableWebhookEndpoints } from '../access/access.ts';
import { requireMember, type Scope, ScopeMissing, scopesOfWebhooks } from '../access/scopes.ts';
import type { Viewer } from '../access/viewer.ts';
import { changeOwnApplication } from '../applications/applications.ts';
import type { WebhookDisabledReason, WebhookEndpoint } from '../generated/prisma/client.ts';
import { feedPositionOf, readEnd } from '../inbox/inbox.ts';
import { limits } from '../limits.ts';
import { webhooksTopic } from '../live/topics.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid, type InputProblem, LimitReached, notFound } from '../platform/errors.ts';
import { validateTargetUrl } from '../platform/ssrf-guard.ts';
import type { EntryType } from '../process/entries.ts';
import type { AppServices } from '../services/services.ts';

export const WebhookEndpointNotFound = notFound('WebhookEndpoint');

/** What can be said of an endpoint; what is undefined stays as it is. */
export interface EndpointWish {
  readonly url?: string | undefined;
  readonly documentId?: string | undefined;
  /** Empty: all. */
  readonly events?: readonly EntryType[] | undefined;
  /** Says why the result of a document cannot be sent; undefined if it can. */
  readonly problemOfDocument: (text: string) => string | undefined;
}

/**
 * Makes an endpoint, which is told of what happens from now on. One that an application makes is told as long as the key
 * works with which it did so: whoever has stolen a key has nothing once it is revoked.
 * @throws NotSignedIn, ScopeMissing, RateLimited, ApplicationNotFound, InputInvalid, LimitReached
 */
export async function createEndpoint(
  app: AppServices,
  viewer: Viewer,
  { applicationId, ...wish }: EndpointWish & { applicationId: string; url: string; documentId: string },
): Promise<WebhookEndpoint> {
  // Read before, so that nothing that happens while it is being made is passed by.
  const position = feedPositionOf(await readEnd(app.db));
  const member = requireMember(viewer, 'changeWebhooks');
  return changeOwnApplication(app, member, applicationId, async (tx) => {
    await refuseWithoutScopes(tx, applicationId);
    const most = limits.webhooks.endpointsPerApplication;
    if ((await tx.webhookEndpoint.count({ where: { applicationId, deletedAt: null } })) >= most)
      throw new LimitReached({
        owner: 'An application',
        max: most,
        objects: 'webhook endpoints',
        advice: 'Delete one first.',
      });
    const said = await checked(app, tx, applicationId, wish);
    return tx.webhookEndpoint.create({
      data: {
        applicationId,
        url: wish.url,
        documentHash: wish.documentId,
        ...said,
        events: said.events ?? [],
        ...keyOf(member),
        position,
        createdAt: app.clock.now(),
      },
    });
  });
}

/** With which key an application does something. A person leaves it as it is. */
const keyOf = (viewer: Viewer) => (viewer.kind === 'application' ? { keyId: viewer.keyId } : {});

async function refuseWithoutScopes(tx: Tx, applicationId: string): Promise<void> {
  const { scopes } = await tx.application.findUniqueOrThrow({ where: { id: applicationId }, select: { scopes: true } });
  const missing: readonly Scope[] = scopesOfWebhooks.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) throw new ScopeMissing({ scopes: missing });
}

/** @throws InputInvalid that names everything that is wrong */
async function checked(app: AppServices, tx: Tx, applicationId: string, wish: EndpointWish) {
  const { url, documentId, events } = wish;
  const problems: InputProblem[] = [];
  if (url !== undefined) {
    const { urlCharacters } = limits.webhooks;
    const message =
      url.length > urlCharacters
        ? `must have at most ${urlCharacters} characters`
        : validateTargetUrl(url, { allowsAny: app.config.webhooks.allowsAnyTarget });
    if (message) problems.push({ field: 'url', message });
  }
  const documentHash = documentId?.replace(/^sha256:/, '');
  if (documentHash !== undefined) {
    const message = await problemOfRegistered(app, tx, { applicationId, hash: documentHash }, wish.problemOfDocument);
    if (message) problems.push({ field: 'documentId', message });
  }
  if (problems.length > 0) throw new InputInvalid(problems);
  return {
    ...(url === undefined ? {} : { url }),
    ...(documentHash === undefined ? {} : { documentHash }),
    ...(events === undefined ? {} : { events: [...new Set(events)] }),
  };
}

async function problemOfRegistered(
  { clock }: AppServices,
  tx: Tx,
  { applicationId, hash }: { applicationId: string; hash: string },
  problemOfDocument: EndpointWish['problemOfDocument'],
): Promise<string | undefined> {
  const working = { OR: [{ retiresAt: null }, { retiresAt: { gt: clock.now() } }] };
  const document = await tx.registeredDocument.findFirst({
    where: { applicationId, hash, manifests: { some: { manifest: working } } },
  });
  if (!document) return 'must be the id of a registered operation of the application that is not retired';
  const most = limits.webhooks.documentCost;
  if (document.cost > most) return `must cost at most ${most} points per event; it costs ${document.cost}`;
  return problemOfDocument(document.text);
}

/**
 * Changes an endpoint. What has happened before and was not sent yet is sent as the endpoint says now. One that is
 * enabled again goes on where it stopped. What an application has made passes to the key with which it changes it.
 * @throws WebhookEndpointNotFound, InputInvalid, and as the changes of applications
 */
export function changeEndpoint(
  app: AppServices,
  viewer: Viewer,
  { endpointId, isEnabled, ...wish }: EndpointWish & { endpointId: string; isEnabled?: boolean | undefined },
): Promise<WebhookEndpoint> {
  return withEndpoint(app, viewer, endpointId, async (tx, endpoint) => {
    const said = await checked(app, tx, endpoint.applicationId, wish);
    if (isEnabled === false && !endpoint.disabledAt) await disableEndpoint(app, tx, endpoint, 'MANUAL');
    if (isEnabled === true && endpoint.disabledAt) await enable(app, tx, endpoint);
    return tx.webhookEndpoint.update({ where: { id: endpointId }, data: { ...said, ...keyOf(viewer) } });
  });
}

/**
 * Has an endpoint be told of nothing from now on. The caller holds its row. Tries that are under way keep their leases, so
 * that nothing is sent a second time beside them, should it be enabled again meanwhile.
 */
export async function disableEndpoint(
  app: AppServices,
  tx: Tx,
  { id }: Pick<WebhookEndpoint, 'id'>,
  reason: WebhookDisabledReason,
): Promise<Date> {
  const disabledAt = app.clock.now();
  await tx.webhookEndpoint.update({ where: { id }, data: { disabledAt, disabledReason: reason } });
  const waiting = { where: { endpointId: id, dueAt: { not: null }, lease: null }, data: { dueAt: null } };
  await tx.webhookQueue.updateMany(waiting);
  await tx.webhookDelivery.updateMany(waiting);
  return disabledAt;
}

/** Everything that waits is due, and has all its time again; what is being tried is settled by its try. */
async function enable(app: AppServices, tx: Tx, { id }: WebhookEndpoint): Promise<void> {
  const now = app.clock.now();
  await tx.webhookEndpoint.update({
    where: { id },
    data: { disabledAt: null, disabledReason: null, failingSince: null },
  });
  await tx.$executeRaw`
    update webhook_queue set due_at = case when lease is null then ${now}::timestamptz else coalesce(due_at, ${now}) end,
      failures = 0, failing_since = null
    where endpoint_id = ${id}::uuid and wanted_number > sent_number`;
  await tx.$executeRaw`
    update webhook_delivery set due_at = case when lease is null then ${now}::timestamptz else coalesce(due_at, ${now}) end,
      failures = 0, failing_since = null
    where endpoint_id = ${id}::uuid and order_id is null and status = 'WAITING'`;
}

/** Removes an endpoint: nothing more is sent, and its log is gone. @throws as the other changes */
export function removeEndpoint(app: AppServices, viewer: Viewer, endpointId: string): Promise<WebhookEndpoint> {
  return withEndpoint(app, viewer, endpointId, async (tx, endpoint) => {
    if (!endpoint.disabledAt) await disableEndpoint(app, tx, endpoint, 'MANUAL');
    return tx.webhookEndpoint.update({ where: { id: endpointId }, data: { deletedAt: app.clock.now() } });
  });
}

/** Gives an endpoint a new secret; the one before signs as well for a while. @throws as the other changes */
export function rotateSecret(app: AppServices, viewer: Viewer, endpointId: string): Promise<WebhookEndpoint> {
  return withEndpoint(app, viewer, endpointId, (tx) =>
    tx.webhookEndpoint.update({
      where: { id: endpointId },
      data: { secretVersion: { increment: 1 }, secretRotatedAt: app.clock.now() },
    }),
  );
}

/**
 * Does something with an endpoint of the viewer, in a transaction that holds it.
 * @throws WebhookEndpointNotFound, and as the changes of applications
 */
export async function withEndpoint<Result>(
  app: AppServices,
  viewer: Viewer,
  endpointId: string,
  change: (tx: Tx, endpoint: WebhookEndpoint) => Promise<Result>,
): Promise<Result> {
  const member = requireMember(viewer, 'changeWebhooks');
  const where = { AND: [{ id: endpointId }, changeableWebhookEndpoints(viewer)] };
  const found = await app.db.webhookEndpoint.findFirst({ where, select: { applicationId: true } });
  if (!found) throw new WebhookEndpointNotFound();
  const result = await changeOwnApplication(app, member, found.applicationId, async (tx) => {
    await lockEndpoint(tx, endpointId);
    const endpoint = await tx.webhookEndpoint.findFirst({ where });
    if (!endpoint) throw new WebhookEndpointNotFound();
    return change(tx, endpoint);
  });
  app.live.publish(webhooksTopic);
  return result;
}

/** Holds an endpoint: whoever changes it or its queues does. */
export async function lockEndpoint(tx: Tx, endpointId: string): Promise<void> {
  await tx.$queryRaw`select 1 from webhook_endpoint where id = ${endpointId}::uuid for update`;
}
