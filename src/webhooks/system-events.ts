/** System events: notifications to the endpoints of an application besides the events of orders. */
import { findOperation } from '../applications/registered-operations.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';
import { messageIdOf } from './message-ids.ts';

/**
 * Notifies applications of operations that will be retired, once per operation and date. Safe to run on several instances
 * concurrently. Returns the number of versions checked.
 */
export async function noteRetirements(app: AppServices): Promise<number> {
  const now = app.clock.now();
  // Usually there is none: a transaction is opened only if there is one.
  if (!(await app.db.operationManifest.findFirst({ where: { noticeDueAt: { lte: now } }, select: { id: true } })))
    return 0;
  return app.db.$transaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string; applicationId: string }[]>`
      select id, application_id as "applicationId" from operation_manifest where notice_due_at <= ${now}
      order by notice_due_at limit ${tuning.webhooks.retirementBatchSize} for update skip locked`;
    for (const { id, applicationId } of due) await noteRetirement(app, tx, { id, applicationId });
    if (due.length > 0)
      await tx.operationManifest.updateMany({
        where: { id: { in: due.map(({ id }) => id) } },
        data: { noticeDueAt: null },
      });
    return due.length;
  });
}

async function noteRetirement(
  app: AppServices,
  tx: Tx,
  manifest: { id: string; applicationId: string },
): Promise<void> {
  const { applicationId } = manifest;
  const endpoints = await endpointsOf(tx, applicationId);
  if (endpoints.length === 0) return;
  const documents = await tx.manifestDocument.findMany({
    where: { manifestId: manifest.id },
    select: { hash: true, document: { select: { operationName: true } } },
  });
  for (const { hash, document } of documents) {
    const retirement = (await findOperation(tx, { applicationId, hash }))?.retirement;
    // Another version contains the operation too and remains.
    if (!retirement) continue;
    const { operationName } = document;
    await enqueueSystemEvent(app, tx, endpoints, {
      type: 'operation.retiring',
      about: [hash, retirement.at.getTime()],
      content: { documentId: hash, operationName, retiresAt: retirement.at.toISOString() },
    });
  }
}

/** The endpoints of an application that receive events. */
export async function endpointsOf(tx: Tx, applicationId: string): Promise<readonly string[]> {
  const where = { applicationId, deletedAt: null, disabledAt: null, verifiedAt: { not: null } };
  return (await tx.webhookEndpoint.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

/** A system event. */
export interface Notice {
  readonly type: string;
  /** Deduplication key: an event with a known subject is not sent again. */
  readonly about: readonly (string | number)[];
  readonly content: Prisma.InputJsonObject;
}

/** Queues a system event for these endpoints in the transaction, once per subject. */
export async function enqueueSystemEvent(
  app: AppServices,
  tx: Tx,
  endpointIds: readonly string[],
  { type, about, content }: Notice,
): Promise<void> {
  const now = app.clock.now();
  await tx.webhookDelivery.createMany({
    data: endpointIds.map((endpointId) => ({
      endpointId,
      messageId: messageIdOf(endpointId, type, ...about),
      type,
      content,
      occurredAt: now,
      createdAt: now,
      nextAttemptAt: now,
      dueAt: now,
      status: 'WAITING' as const,
    })),
    skipDuplicates: true,
  });
}
