/** What the endpoints of an application are told beside the events of orders. */
import { findOperation } from '../applications/registered-operations.ts';
import type { Prisma, WebhookDeliveryStatus } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';
import { messageIdOf } from './record-attempt.ts';

/**
 * Has applications be told which of their operations will be retired, once for each operation and date; several instances
 * may do this at once. Returns the number of versions of operations that it has looked at.
 */
export async function noteRetirements(app: AppServices): Promise<number> {
  const now = app.clock.now();
  // Most of the time there is none: a transaction is opened only if there is one.
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
    // Another version has it as well and stays.
    if (!retirement) continue;
    const { operationName } = document;
    await enqueueSystemEvent(app, tx, endpoints, {
      type: 'operation.retiring',
      about: [hash, retirement.at.getTime()],
      content: { documentId: hash, operationName, retiresAt: retirement.at.toISOString() },
    });
  }
}

/** The endpoints of an application that can be told something. */
export async function endpointsOf(tx: Tx, applicationId: string): Promise<readonly string[]> {
  const where = { applicationId, deletedAt: null, disabledAt: null };
  return (await tx.webhookEndpoint.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

/** Something that is told beside the events of orders. */
export interface Notice {
  readonly type: string;
  /** What it is about: told again of the same, nothing is sent. */
  readonly about: readonly (string | number)[];
  readonly content: Prisma.InputJsonObject;
}

/** Has these endpoints be told something, once, in the transaction. */
export async function enqueueSystemEvent(
  app: AppServices,
  tx: Tx,
  endpointIds: readonly string[],
  { type, about, content }: Notice,
): Promise<void> {
  const now = app.clock.now();
  const status: WebhookDeliveryStatus = 'WAITING';
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
      status,
    })),
    skipDuplicates: true,
  });
}
