/** The audit log, and the changes of the operators. */

import { requireOperator, rowsForOperators } from '../access/operator-access.ts';
import { isMember } from '../access/viewer.ts';
import { LastOwner } from '../accounts/memberships.ts';
import { addOperator, removeOperator } from '../accounts/operators.ts';
import { PersonType } from '../accounts/person.schema.ts';
import { normalizeAddress } from '../auth/normalize-address.ts';
import type { AuditAction } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, nodeQuery } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import { asGraphQLError } from '../graphql/errors.ts';
import { idempotencyKeyField, runOnce } from '../graphql/idempotency.ts';
import { fromGlobalId, rowIdOf, toGlobalId } from '../graphql/ids.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { nodeOptions } from '../graphql/nodes.ts';
import { describedEnum } from '../graphql/process.schema.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { NotSignedIn, notFound } from '../platform/errors.ts';
import { operatorRefusals } from './inputs.schema.ts';

const AuditActionEnum = describedEnum<AuditAction>(
  'AuditAction',
  'A kind of act in the audit log, of an operator unless it says otherwise.',
  {
    ACCOUNT_SUSPENDED: 'The operator suspended an account.',
    ACCOUNT_REINSTATED: 'The operator reinstated a suspended account.',
    SPACE_TAKEN_DOWN: 'The operator took a space down.',
    SPACE_RESTORED: 'The operator restored a space that was taken down.',
    AD_TAKEN_DOWN: 'The operator took an ad down.',
    AD_RESTORED: 'The operator restored an ad that was taken down.',
    REPORT_RESOLVED: 'The operator resolved a report.',
    APPLICATION_QUOTA_UPDATED: 'The operator changed the quota of an application.',
    PAYMENT_EXCEPTION_RESOLVED: 'The operator resolved a payment exception.',
    ORDER_STEP_TAKEN: 'The operator took a step of an order.',
    ORDER_STATUS_OVERRIDDEN: 'The operator overrode the status of an order.',
    OPERATOR_ADDED: 'The operator made a person an operator.',
    OPERATOR_REMOVED: 'The operator removed an operator.',
    MARKETPLACE_UPDATED: 'The operator changed the settings of the marketplace.',
    AD_PUBLISHED_DIRECTLY:
      'The seller published a draft of an order without a review. It is not on the timeline, and the advertiser is not notified.',
  },
);

const AuditEntryType = builder.prismaObject('AuditEntry', {
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    person: t.relation('person', {
      nullable: true,
      description:
        'The operator, or the person of a seller; null for an act of an application or on the command line of the server.',
    }),
    action: t.expose('action', { type: AuditActionEnum, description: 'Kind of the act that was done.' }),
    subjectType: t.exposeString('subjectType'),
    subjectId: t.id({
      description: 'Global id of the subject of the act.',
      resolve: ({ subjectType, subjectId }) => toGlobalId(subjectType, subjectId),
    }),
    reason: t.exposeString('reason', { nullable: true }),
    details: t.string({
      description: 'Further facts of the act as a JSON object.',
      resolve: ({ details }) => JSON.stringify(details),
    }),
  }),
});

builder.nodeRef(
  AuditEntryType,
  nodeOptions('AuditEntry', ({ app, viewer }, ids) =>
    app.db.auditEntry.findMany({ where: { AND: [{ id: { in: ids } }, rowsForOperators(viewer)] } }),
  ) as never,
);

const list = newestFirst('at', 'au');

builder.queryField('auditLog', (t) =>
  t.connection(
    {
      type: AuditEntryType,
      description:
        'The acts of operators, and those of sellers that the parties do not see, newest first, for operators. Empty for anybody else.',
      complexity: pageCost,
      args: { subjectId: t.arg.id({ description: 'Only acts on the subject with this global id.' }) },
      resolve: async (_root, { subjectId, ...args }, context, info) => {
        const { app, viewer } = context;
        if (!isMember(viewer)) throw asGraphQLError(new NotSignedIn());
        const request = pageRequest(args);
        const query = nodeQuery('AuditEntry', context, info);
        const subject = subjectId ? fromGlobalId(String(subjectId)) : undefined;
        const rows = await app.db.auditEntry.findMany({
          ...query,
          where: {
            AND: [
              rowsForOperators(viewer),
              ...(subject ? [{ subjectId: subject.id, subjectType: subject.typename }] : []),
              ...list.conditions(request),
            ],
          },
          ...list.findOptions(request),
        });
        return pageOf(request, rows, list.cursorOf);
      },
    },
    connectionOf(AuditEntryType),
  ),
);

const OperatorNotFound = notFound('Operator');
refusalTypes(OperatorNotFound);

const AddOperatorInput = builder.inputType('AddOperatorInput', {
  description: 'Input of the mutation `addOperator`.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'Address that the new operator signs in with.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('addOperator', (t) =>
  t.prismaField({
    type: PersonType,
    description: 'Makes the person with an address an operator; an unknown address becomes a person. For operators.',
    errors: { types: [...operatorRefusals], union: resultOf('addOperator') },
    args: { input: t.arg({ ...inputArgument, type: AddOperatorInput }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const { personId: byPersonId } = requireOperator(viewer);
      const id = await runOnce(context, 'addOperator', input, async (inside) => {
        const email = normalizeAddress(input.email);
        await addOperator(inside, email, { byPersonId });
        return (await inside.db.person.findUniqueOrThrow({ where: { email } })).id;
      });
      return app.db.person.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);

const RemoveOperatorInput = builder.inputType('RemoveOperatorInput', {
  description: 'Input of the mutation `removeOperator`.',
  fields: (t) => ({
    personId: t.id({ required: true, description: 'The global id of the operator.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('removeOperator', (t) =>
  t.prismaField({
    type: PersonType,
    description: 'Ends the rights of an operator immediately. The last operator cannot be removed. For operators.',
    errors: { types: [...operatorRefusals, OperatorNotFound, LastOwner], union: resultOf('removeOperator') },
    args: { input: t.arg({ ...inputArgument, type: RemoveOperatorInput }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const { personId: byPersonId } = requireOperator(viewer);
      const id = rowIdOf('Person', String(input.personId));
      await runOnce(context, 'removeOperator', input, async (inside) => {
        if (!(await removeOperator(inside, { id }, { byPersonId }))) throw new OperatorNotFound();
      });
      return app.db.person.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);
