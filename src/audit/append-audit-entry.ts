/** The audit log: one entry for each act of an operator, and for each silent step of an ad, only ever appended to. */
import type { AuditAction, Prisma } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import { nilUuid } from '../platform/uuid.ts';
import type { AppServices } from '../services/services.ts';

/** The object of an act: the name of its GraphQL type, and its id in the database. */
export interface AuditSubject {
  readonly type: string;
  readonly id: string;
}

export interface NewAuditEntry {
  /** The operator, or the person of a seller; null for an application and the command line. */
  readonly personId: string | null;
  readonly action: AuditAction;
  readonly subject: AuditSubject;
  readonly reason?: string | null;
  /** Plain JSON. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Appends an entry in the transaction of the act. */
export async function appendAuditEntry(
  { clock }: Pick<AppServices, 'clock'>,
  tx: Tx,
  { personId, action, subject, reason = null, details = {} }: NewAuditEntry,
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      at: clock.now(),
      // The demo data is made without a person.
      personId: personId === nilUuid ? null : personId,
      action,
      subjectType: subject.type,
      subjectId: subject.id,
      reason,
      details: details as Prisma.InputJsonObject,
    },
  });
}
