/** Creates, updates, disables and deletes webhook endpoints, and rotates their secrets. */

import { requireEditor } from '../access/actor.ts';
import { changeableWebhookEndpoints } from '../access/application-access.ts';
import { type Scope, ScopeMissing, webhookScopes } from '../access/scopes.ts';
import type { Viewer } from '../access/viewer.ts';
import { changeOwnApplication } from '../applications/applications.ts';
import type { WebhookDisabledReason, WebhookEndpoint } from '../generated/prisma/client.ts';
import { feedPositionOf, readEnd } from '../inbox/inbox.ts';
import { limits } from '../limits.ts';
import { webhooksTopic } from '../live/topics.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid, type InputProblem, LimitReached, notFound } from '../platform/errors.ts';
import { parseTargetUrl } from '../platform/ssrf-guard.ts';
import type { ParsedAddress } from '../platform/web-address.ts';
import type { EntryType } from '../process/entries.ts';
import type { AppServices } from '../services/services.ts';
import { requestVerification, verificationType } from './verification.ts';

export const WebhookEndpointNotFound = notFound('WebhookEndpoint');

/** Properties of an endpoint; undefined properties do not change. */
export interface EndpointInput {
  readonly url?: string | undefined;
  readonly documentId?: string | undefined;
  /** Event types; empty for all. */
  readonly events?: readonly EntryType[] | undefined;
  /** Returns the reason why the result of a document cannot be sent; undefined if it can. */
  readonly problemOfDocument: (text: string) => string | undefined;
}

/**
 * Creates an endpoint that receives new events once it is verified. An endpoint that an application creates works while the key that created
 * it is valid, so that a stolen key leaves nothing behind when it is revoked.
 * @throws NotSignedIn, ScopeMissing, RateLimited, ApplicationNotFound, InputInvalid, LimitReached
 */
export async function createEndpoint(
  app: AppServices,
  viewer: Viewer,
  { applicationId, ...input }: EndpointInput & { applicationId: string; url: string; documentId: string },
): Promise<WebhookEndpoint> {
  // Read first, so that events during the creation are not skipped.
  const position = feedPositionOf(await readEnd(app.db));
  const member = requireEditor(viewer, 'changeWebhooks');
  const created = await changeOwnApplication(app, member, applicationId, async (tx) => {
    await refuseWithoutScopes(tx, applicationId);
    const most = limits.webhooks.endpointsPerApplication;
    if ((await tx.webhookEndpoint.count({ where: { applicationId, deletedAt: null } })) >= most)
      throw new LimitReached({
        owner: 'An application',
        max: most,
        objects: 'webhook endpoints',
        advice: 'Delete one first.',
      });
    const properties = await validateInput(app, tx, applicationId, input);
    const endpoint = await tx.webhookEndpoint.create({
      data: {
        applicationId,
        documentHash: input.documentId,
        ...properties,
        url: properties.url ?? input.url,
        events: properties.events ?? [],
        ...keyOf(member),
        position,
        verifiedAt: null,
        createdAt: app.clock.now(),
      },
    });
    await requestVerification(app, tx, endpoint.id);
    return endpoint;
  });
  app.live.publish(webhooksTopic);
  return created;
}

/** The key with which an application acts. A person does not change it. */
const keyOf = (viewer: Viewer) => (viewer.kind === 'application' ? { keyId: viewer.keyId } : {});

async function refuseWithoutScopes(tx: Tx, applicationId: string): Promise<void> {
  const { scopes } = await tx.application.findUniqueOrThrow({ where: { id: applicationId }, select: { scopes: true } });
  const missing: readonly Scope[] = webhookScopes.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) throw new ScopeMissing({ scopes: missing });
}

/** @throws InputInvalid with all problems */
async function validateInput(app: AppServices, tx: Tx, applicationId: string, input: EndpointInput) {
  const { url, documentId, events } = input;
  const problems: InputProblem[] = [];
  const address = url === undefined ? undefined : parseUrl(app, url);
  if (address?.problem) problems.push({ field: 'url', message: address.problem });
  const documentHash = documentId?.replace(/^sha256:/, '');
  if (documentHash !== undefined) {
    const message = await problemOfRegistered(app, tx, { applicationId, hash: documentHash }, input.problemOfDocument);
    if (message) problems.push({ field: 'documentId', message });
  }
  if (problems.length > 0) throw new InputInvalid(problems);
  return {
    ...(address?.href === undefined ? {} : { url: address.href }),
    ...(documentHash === undefined ? {} : { documentHash }),
    ...(events === undefined ? {} : { events: [...new Set(events)] }),
  };
}

function parseUrl({ config }: AppServices, url: string): ParsedAddress {
  const { urlCharacters } = limits.webhooks;
  const parsed = parseTargetUrl(url, { allowsAny: config.webhooks.allowsAnyTarget });
  return Math.max(url.length, parsed.href?.length ?? 0) > urlCharacters
    ? { problem: `must have at most ${urlCharacters} characters` }
    : parsed;
}

async function problemOfRegistered(
  { clock }: AppServices,
  tx: Tx,
  { applicationId, hash }: { applicationId: string; hash: string },
  problemOfDocument: EndpointInput['problemOfDocument'],
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
 * Updates an endpoint. Earlier events that were not sent yet are sent with the new properties. An endpoint that is enabled
 * again continues where it stopped. An endpoint of an application moves to the key with which the application updates it.
 * Another address is verified before anything else is sent to it; enabling sends another challenge.
 * @throws WebhookEndpointNotFound, InputInvalid, and as the changes of applications
 */
export function changeEndpoint(
  app: AppServices,
  viewer: Viewer,
  { endpointId, isEnabled, ...input }: EndpointInput & { endpointId: string; isEnabled?: boolean | undefined },
): Promise<void> {
  return withEndpoint(app, viewer, endpointId, async (tx, endpoint) => {
    const properties = await validateInput(app, tx, endpoint.applicationId, input);
    if (isEnabled === false && !endpoint.disabledAt) await disableEndpoint(app, tx, endpoint, 'MANUAL');
    const isMoved = properties.url !== undefined && properties.url !== URL.parse(endpoint.url)?.href;
    const isVerified = endpoint.verifiedAt !== null && !isMoved;
    if (isEnabled === true && endpoint.disabledAt) await enable(app, tx, { id: endpointId, isVerified });
    if (isMoved) await holdDeliveries(tx, endpointId);
    await tx.webhookEndpoint.update({
      where: { id: endpointId },
      data: { ...properties, ...keyOf(viewer), ...(isMoved ? { verifiedAt: null } : {}) },
    });
    const isActive = isEnabled ?? !endpoint.disabledAt;
    if (!isVerified && isActive && (isMoved || isEnabled)) await requestVerification(app, tx, endpointId);
  });
}

/**
 * Disables an endpoint. The caller holds its row. Attempts in progress keep their leases, so that nothing is sent twice if
 * the endpoint is enabled again in the meantime.
 */
export async function disableEndpoint(
  app: AppServices,
  tx: Tx,
  { id }: Pick<WebhookEndpoint, 'id'>,
  reason: WebhookDisabledReason,
): Promise<Date> {
  const disabledAt = app.clock.now();
  await tx.webhookEndpoint.update({ where: { id }, data: { disabledAt, disabledReason: reason } });
  await holdDeliveries(tx, id);
  return disabledAt;
}

/** Makes pending deliveries wait until they are resumed. */
async function holdDeliveries(tx: Tx, endpointId: string): Promise<void> {
  const waiting = { where: { endpointId, dueAt: { not: null }, lease: null }, data: { dueAt: null } };
  await tx.webhookQueue.updateMany(waiting);
  await tx.webhookDelivery.updateMany(waiting);
}

async function enable(
  app: AppServices,
  tx: Tx,
  { id, isVerified }: { readonly id: string; readonly isVerified: boolean },
): Promise<void> {
  await tx.webhookEndpoint.update({
    where: { id },
    data: { disabledAt: null, disabledReason: null, failingSince: null },
  });
  if (isVerified) await resumeDeliveries(app, tx, id);
}

/** Records that the program at the address of an endpoint has returned the challenge. The caller holds its row. */
export async function verifyEndpoint(
  app: AppServices,
  tx: Tx,
  { id, disabledAt }: Pick<WebhookEndpoint, 'id' | 'disabledAt'>,
): Promise<void> {
  await tx.webhookEndpoint.update({ where: { id }, data: { verifiedAt: app.clock.now() } });
  if (!disabledAt) await resumeDeliveries(app, tx, id);
}

/** Makes all pending deliveries due with a full retry period. Attempts in progress record their own result. */
async function resumeDeliveries(app: AppServices, tx: Tx, id: string): Promise<void> {
  const now = app.clock.now();
  await tx.$executeRaw`
    update webhook_queue set due_at = case when lease is null then ${now}::timestamptz else coalesce(due_at, ${now}) end,
      failures = 0, failing_since = null
    where endpoint_id = ${id}::uuid and wanted_number > sent_number`;
  await tx.$executeRaw`
    update webhook_delivery set due_at = case when lease is null then ${now}::timestamptz else coalesce(due_at, ${now}) end,
      failures = 0, failing_since = null
    where endpoint_id = ${id}::uuid and order_id is null and status = 'WAITING' and type <> ${verificationType}`;
}

/** Deletes an endpoint and its log. @throws as `updateWebhookEndpoint` */
export function removeEndpoint(app: AppServices, viewer: Viewer, endpointId: string): Promise<void> {
  return withEndpoint(app, viewer, endpointId, async (tx, endpoint) => {
    if (!endpoint.disabledAt) await disableEndpoint(app, tx, endpoint, 'MANUAL');
    await tx.webhookEndpoint.update({ where: { id: endpointId }, data: { deletedAt: app.clock.now() } });
  });
}

/** Creates a new secret for an endpoint; the previous one signs too for a while. @throws as `updateWebhookEndpoint` */
export function rotateSecret(app: AppServices, viewer: Viewer, endpointId: string): Promise<WebhookEndpoint> {
  return withEndpoint(app, viewer, endpointId, (tx) =>
    tx.webhookEndpoint.update({
      where: { id: endpointId },
      data: { secretVersion: { increment: 1 }, secretRotatedAt: app.clock.now() },
    }),
  );
}

/**
 * Runs a change of an endpoint of the viewer in a transaction that holds its row.
 * @throws WebhookEndpointNotFound, and as the changes of applications
 */
export async function withEndpoint<Result>(
  app: AppServices,
  viewer: Viewer,
  endpointId: string,
  change: (tx: Tx, endpoint: WebhookEndpoint) => Promise<Result>,
): Promise<Result> {
  const member = requireEditor(viewer, 'changeWebhooks');
  const where = { AND: [{ id: endpointId }, changeableWebhookEndpoints(viewer)] };
  const endpoint = await app.db.webhookEndpoint.findFirst({ where, select: { applicationId: true } });
  if (!endpoint) throw new WebhookEndpointNotFound();
  const result = await changeOwnApplication(app, member, endpoint.applicationId, async (tx) => {
    await lockEndpoint(tx, endpointId);
    const endpoint = await tx.webhookEndpoint.findFirst({ where });
    if (!endpoint) throw new WebhookEndpointNotFound();
    return change(tx, endpoint);
  });
  app.live.publish(webhooksTopic);
  return result;
}

/** Locks the row of an endpoint. Every change of the endpoint or its queues holds this lock. */
export async function lockEndpoint(tx: Tx, endpointId: string): Promise<void> {
  await tx.$queryRaw`select 1 from webhook_endpoint where id = ${endpointId}::uuid for update`;
}
