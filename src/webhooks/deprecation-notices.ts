/** Notifies applications of their operations that use elements which a new release has deprecated. */
import { findOperation } from '../applications/registered-operations.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { type Deprecation, deprecationDigest } from '../graphql/document-info.ts';
import { later } from '../platform/clock.ts';
import type { Db, Tx } from '../platform/db.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';
import { endpointsOf, enqueueSystemEvent } from './system-events.ts';
import type { WebhookServices } from './webhook-services.ts';

interface DocumentKey {
  readonly applicationId: string;
  readonly hash: string;
}

interface UncheckedDocument extends DocumentKey {
  readonly text: string;
  readonly operationName: string | null;
  readonly notified: readonly string[];
}

/**
 * Checks all documents that were not checked against the current schema: a batch per call, all of them after the start and
 * again after an interval. A pass ends even while another release marks the same documents. Notified deprecations are stored
 * with the document, so each is notified once, regardless of the number of instances and releases. Without deprecations it
 * does nothing. Each call returns the number of checked documents.
 */
export function createDeprecationNotices(app: WebhookServices): () => Promise<number> {
  const { state } = app.deprecations;
  let after: DocumentKey | undefined;
  let nextPassAt: Date | undefined;
  return async () => {
    const now = app.clock.now();
    if (state === undefined || (nextPassAt && now < nextPassAt)) return 0;
    const keys = await findKeys(app.db, state, after);
    if (keys.length > 0) await app.db.$transaction((tx) => checkDocuments(app, tx, { state, keys }));
    after = keys.length < tuning.webhooks.deprecationBatchSize ? undefined : keys.at(-1);
    if (!after) nextPassAt = later(now, tuning.webhooks.deprecationCheckMs);
    return keys.length;
  };
}

function findKeys(db: Db, state: string, after: DocumentKey | undefined): Promise<DocumentKey[]> {
  const isFurther = after
    ? Prisma.sql`(application_id, hash) > (${after.applicationId}::uuid, ${after.hash})`
    : Prisma.sql`true`;
  // Not `is distinct from`, for which no index helps.
  return db.$queryRaw<DocumentKey[]>`
    select application_id as "applicationId", hash from registered_document
    where (deprecation_state is null or deprecation_state < ${state} or deprecation_state > ${state}) and ${isFurther}
    order by application_id, hash limit ${tuning.webhooks.deprecationBatchSize}`;
}

/** Checks documents, notifies their applications and marks the documents; skips those that another instance has checked. */
async function checkDocuments(
  app: WebhookServices,
  tx: Tx,
  { state, keys }: { readonly state: string; readonly keys: readonly DocumentKey[] },
): Promise<void> {
  const documents = await tx.$queryRaw<UncheckedDocument[]>`
    select application_id as "applicationId", hash, text, operation_name as "operationName", notified_deprecations as notified
    from registered_document where deprecation_state is distinct from ${state} and (application_id, hash) in (
      select * from unnest(${keys.map(({ applicationId }) => applicationId)}::uuid[], ${keys.map(({ hash }) => hash)}::text[]))
    order by application_id, hash for no key update of registered_document`;
  for (const { applicationId, hash, notified, ...document } of documents) {
    const used = app.deprecations.usedBy(document.text);
    const marks = used.map(deprecationDigest);
    if (marks.every((mark) => notified.includes(mark))) continue;
    if (await notifyEndpoints(app, tx, { applicationId, hash, ...document }, used))
      await tx.registeredDocument.update({
        where: { applicationId_hash: { applicationId, hash } },
        data: { notifiedDeprecations: [...new Set([...notified, ...marks])] },
      });
  }
  await tx.registeredDocument.updateMany({
    where: { OR: documents.map(({ applicationId, hash }) => ({ applicationId, hash })) },
    data: { deprecationState: state },
  });
}

/** Returns true if an application was notified. Retired operations are not in use and are skipped. */
async function notifyEndpoints(
  app: AppServices,
  tx: Tx,
  { applicationId, hash, operationName }: Omit<UncheckedDocument, 'notified'>,
  used: readonly Deprecation[],
): Promise<boolean> {
  const endpoints = await endpointsOf(tx, applicationId);
  if (endpoints.length === 0) return false;
  const retirement = (await findOperation(tx, { applicationId, hash }))?.retirement;
  if (retirement && retirement.at <= app.clock.now()) return false;
  await enqueueSystemEvent(app, tx, endpoints, {
    type: 'operation.deprecated',
    about: [hash, ...used.map(deprecationDigest)],
    content: {
      documentId: hash,
      operationName,
      deprecations: used.map(({ coordinate, reason }) => ({ coordinate, reason })),
    },
  });
  return true;
}
