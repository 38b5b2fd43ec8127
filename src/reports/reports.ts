/** Reports of messages, ads, spaces and accounts to the operators. */

import { visibleOrders, visibleSpaces } from '../access/access.ts';
import { visibleAccounts } from '../access/account-access.ts';
import { reportableAds, requireOperator } from '../access/operator-access.ts';
import type { Viewer } from '../access/viewer.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { ReportOutcome, ReportReason } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { InputInvalid, notFound } from '../platform/errors.ts';
import { hashOf } from '../platform/secrets.ts';
import { isUuid } from '../platform/uuid.ts';
import { textProblem } from '../process/fields.ts';
import type { AppServices } from '../services/services.ts';

export const ReportSubjectNotFound = notFound('ReportSubject');
export const ReportNotFound = notFound('Report', { remedy: 'It may have been resolved already.' });

/** The subject of a report: the name of its GraphQL type, and its id in the database. */
export interface ReportSubject {
  readonly typename: string;
  readonly id: string;
}

export interface NewReport {
  readonly subject: ReportSubject | undefined;
  readonly reason: ReportReason;
  readonly text: string | null;
  readonly rateLimitKey: string;
}

/**
 * Reports something that the viewer may see, and returns the id of the report. The same reporter gets the same report while
 * it is open.
 * @throws RateLimited, InputInvalid, ReportSubjectNotFound
 */
export async function createReport(app: AppServices, viewer: Viewer, report: NewReport): Promise<string> {
  const { subject, reason, text, rateLimitKey } = report;
  await app.rateLimiter.consume('reports', viewer.kind === 'person' ? viewer.personId : rateLimitKey);
  const problem = text === null ? undefined : textProblem(text, limits.reports.textCharacters);
  if (problem) throw new InputInvalid([{ field: 'text', message: problem }]);
  if (!subject || !(await canSeeSubject(app, viewer, subject))) throw new ReportSubjectNotFound();
  const openKey = hashOf(`${reporterKeyOf(app, viewer, rateLimitKey)} ${subject.typename}:${subject.id}`);
  // Of concurrent requests the unique index accepts one.
  await app.db.report.createMany({
    data: [
      {
        subjectType: subject.typename,
        subjectId: subject.id,
        reporterId: viewer.kind === 'person' ? viewer.personId : null,
        reason,
        text,
        status: 'OPEN',
        openKey,
        createdAt: app.clock.now(),
      },
    ],
    skipDuplicates: true,
  });
  const open = await app.db.report.findUnique({ where: { openKey } });
  // It was resolved between the two statements; a new report is made.
  return open?.id ?? createReport(app, viewer, report);
}

/** The identity of a reporter, as it is hashed: the network address of a caller who is not signed in is not stored. */
function reporterKeyOf({ config }: AppServices, viewer: Viewer, rateLimitKey: string): string {
  switch (viewer.kind) {
    case 'person':
      return `person ${viewer.personId}`;
    case 'application':
      return `application ${viewer.applicationId}`;
    case 'setup-link':
      return `setup link ${viewer.linkId}`;
    case 'anonymous':
      return `${config.secret} caller ${rateLimitKey}`;
  }
}

async function canSeeSubject(
  { db, clock }: AppServices,
  viewer: Viewer,
  { typename, id }: ReportSubject,
): Promise<boolean> {
  if (typename === 'Message') {
    const [orderId = '', number = ''] = id.split(':');
    if (!isUuid(orderId) || !/^\d{1,9}$/.test(number)) return false;
    const where = { orderId, number: Number(number), entry: { order: visibleOrders(viewer) } };
    return (await db.message.findFirst({ where, select: { number: true } })) !== null;
  }
  if (!isUuid(id)) return false;
  const select = { id: true } as const;
  switch (typename) {
    case 'Ad':
      return (await db.ad.findFirst({ where: { AND: [{ id }, reportableAds(viewer, clock.now())] }, select })) !== null;
    case 'Space':
      return (await db.space.findFirst({ where: { AND: [{ id }, visibleSpaces(viewer)] }, select })) !== null;
    case 'Account':
      return (await db.account.findFirst({ where: { AND: [{ id }, visibleAccounts(viewer)] }, select })) !== null;
    default:
      return false;
  }
}

export interface ReportDecision {
  readonly reportId: string;
  readonly outcome: ReportOutcome;
  readonly note: string;
}

/**
 * Resolves an open report; of two operators one succeeds.
 * @throws NotSignedIn, ScopeMissing, OperatorRequired, AccountRefused, ReportNotFound, InputInvalid
 */
export async function resolveReport(
  app: AppServices,
  viewer: Viewer,
  { reportId, outcome, note }: ReportDecision,
): Promise<void> {
  const { personId } = requireOperator(viewer);
  const problem = textProblem(note, limits.operators.reasonCharacters);
  if (problem) throw new InputInvalid([{ field: 'note', message: problem }]);
  await app.db.$transaction(async (tx) => {
    const { count } = await tx.report.updateMany({
      where: { id: reportId, status: 'OPEN' },
      data: { status: 'RESOLVED', openKey: null, outcome, note, resolvedAt: app.clock.now(), resolvedById: personId },
    });
    if (count === 0) throw new ReportNotFound();
    const { subjectType, subjectId } = await tx.report.findUniqueOrThrow({ where: { id: reportId } });
    await appendAuditEntry(app, tx, {
      personId,
      action: 'REPORT_RESOLVED',
      subject: { type: 'Report', id: reportId },
      reason: note,
      details: { outcome, subjectType, subjectId },
    });
  });
}
