import { actorRefusals } from '../access/actor.ts';
import { OperatorRequired, requireOperator, rowsForOperators, visibleReports } from '../access/operator-access.ts';
import { ScopeMissing } from '../access/scopes.ts';
import { isMember, isOperator } from '../access/viewer.ts';
import { PersonType } from '../accounts/person.schema.ts';
import type { ReportOutcome, ReportReason, ReportStatus } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, nodeQuery } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import { asGraphQLError } from '../graphql/errors.ts';
import { idempotencyKeyField, runOnce } from '../graphql/idempotency.ts';
import { fromGlobalId, rowIdOf, toGlobalId } from '../graphql/ids.ts';
import { nodeOptions } from '../graphql/nodes.ts';
import { describedEnum } from '../graphql/process.schema.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, NotSignedIn, RateLimited } from '../platform/errors.ts';
import { createReport, ReportNotFound, ReportSubjectNotFound, resolveReport } from './reports.ts';

refusalTypes(ReportSubjectNotFound, ReportNotFound);

const ReportReasonEnum = describedEnum<ReportReason>('ReportReason', 'A reason for a report.', {
  SPAM: 'The subject is unwanted advertising or repetition.',
  ILLEGAL: 'The subject breaks the law, for example by fraud.',
  OFFENSIVE: 'The subject insults, threatens or offends people.',
  MISLEADING: 'The subject is false or misleads its readers.',
  OTHER: 'The subject is a problem for another reason, given in the text.',
});

const ReportStatusEnum = describedEnum<ReportStatus>('ReportStatus', 'Status of a report to the operators.', {
  OPEN: 'The report waits for the decision of an operator.',
  RESOLVED: 'The report was decided by an operator.',
});

const ReportOutcomeEnum = describedEnum<ReportOutcome>('ReportOutcome', 'The decision of an operator about a report.', {
  ACTION_TAKEN: 'The operator acted because of the report.',
  DISMISSED: 'The operator found no reason to act.',
});

export const ReportType = builder.prismaObject('Report', {
  fields: (t) => ({
    subjectId: t.id({
      description: 'Global id of the message, ad, space or account that was reported.',
      resolve: ({ subjectType, subjectId }) => toGlobalId(subjectType, subjectId),
    }),
    subjectType: t.exposeString('subjectType'),
    reason: t.expose('reason', {
      type: ReportReasonEnum,
      description: 'Reason for the report, as its reporter chose it.',
    }),
    text: t.exposeString('text', { nullable: true }),
    status: t.expose('status', { type: ReportStatusEnum, description: 'Status of the report: open or resolved.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    resolvedAt: t.expose('resolvedAt', { type: 'DateTime', nullable: true }),
    outcome: t.expose('outcome', {
      type: ReportOutcomeEnum,
      nullable: true,
      description: 'Decision of the operator; null while the report is open.',
    }),
    reporter: t.field({
      type: PersonType,
      nullable: true,
      description: 'The person who reported it, for operators. Null for callers who are not signed in.',
      select: (_args, _context, nestedSelection) => ({ reporter: nestedSelection(true) }),
      resolve: ({ reporter }, _args, { viewer }) => (isOperator(viewer) ? reporter : null),
    }),
    note: t.string({
      nullable: true,
      description: 'Note of the operator who resolved it, for operators only.',
      resolve: ({ note }, _args, { viewer }) => (isOperator(viewer) ? note : null),
    }),
  }),
});

builder.nodeRef(
  ReportType,
  nodeOptions('Report', ({ app, viewer }, ids) =>
    app.db.report.findMany({ where: { AND: [{ id: { in: ids } }, visibleReports(viewer)] } }),
  ) as never,
);

const list = newestFirst('createdAt', 're');

builder.queryField('reports', (t) =>
  t.connection(
    {
      type: ReportType,
      description: 'The reports to the operators, newest first, for operators. Empty for anybody else.',
      complexity: pageCost,
      args: { status: t.arg({ type: ReportStatusEnum, description: 'Only reports with this status.' }) },
      resolve: async (_root, { status, ...args }, context, info) => {
        const { app, viewer } = context;
        if (!isMember(viewer)) throw asGraphQLError(new NotSignedIn());
        const request = pageRequest(args);
        const query = nodeQuery('Report', context, info);
        const rows = await app.db.report.findMany({
          ...query,
          where: { AND: [rowsForOperators(viewer), ...(status ? [{ status }] : []), ...list.conditions(request)] },
          ...list.findOptions(request),
        });
        return pageOf(request, rows, list.cursorOf);
      },
    },
    connectionOf(ReportType),
  ),
);

const ReportInput = builder.inputType('ReportInput', {
  description: 'Input of the mutation `report`.',
  fields: (t) => ({
    subjectId: t.id({ required: true, description: 'The global id of a message, an ad, a space or an account.' }),
    reason: t.field({
      type: ReportReasonEnum,
      required: true,
      description: 'Reason for the report, as its reporter chose it.',
    }),
    text: t.string({
      description: `Explanation for the operators, at most ${limits.reports.textCharacters} characters.`,
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('report', (t) =>
  t.field({
    type: ReportType,
    description:
      'Reports something that the caller may see to the operators, also without signing in. For people, not for applications. While the report is open, the same caller gets the same report.',
    errors: {
      types: [ReportSubjectNotFound, InputInvalid, RateLimited],
      union: { name: 'ReportResult', description: 'Result of `report`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: ReportInput, required: true, description: 'The input of the mutation.' }) },
    resolve: async (_root, { input }, context) => {
      const { app, viewer, rateLimitKey } = context;
      if (viewer.kind === 'application') throw new ScopeMissing({ scopes: [] });
      const { subjectId, reason, text } = input;
      const subject = fromGlobalId(String(subjectId));
      const id = await runOnce(context, 'report', input, (inside) =>
        createReport(inside, viewer, { subject, reason, text: text ?? null, rateLimitKey }),
      );
      return app.db.report.findUniqueOrThrow({ where: { id } });
    },
  }),
);

const ResolveReportInput = builder.inputType('ResolveReportInput', {
  description: 'Input of the mutation `resolveReport`.',
  fields: (t) => ({
    reportId: t.id({ required: true, description: 'The global id of the report.' }),
    outcome: t.field({
      type: ReportOutcomeEnum,
      required: true,
      description: 'Decision of the operator about the report.',
    }),
    note: t.string({
      required: true,
      description: `Note for other operators, at most ${limits.operators.reasonCharacters} characters.`,
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('resolveReport', (t) =>
  t.prismaField({
    type: ReportType,
    description: 'Resolves an open report. For operators only.',
    errors: {
      types: [...actorRefusals, OperatorRequired, ReportNotFound, InputInvalid],
      union: { name: 'ResolveReportResult', description: 'Result of `resolveReport`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: ResolveReportInput, required: true, description: 'The input of the mutation.' }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      requireOperator(viewer);
      const id = rowIdOf('Report', String(input.reportId));
      const decision = { reportId: id, outcome: input.outcome, note: input.note };
      await runOnce(context, 'resolveReport', input, (inside) => resolveReport(inside, viewer, decision));
      return app.db.report.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);
