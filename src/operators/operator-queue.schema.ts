import { isMember, isOperator } from '../access/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf } from '../graphql/connection-types.ts';
import { pageCost, pageOf, pageRequest, pageWindow } from '../graphql/connections.ts';
import type { Context } from '../graphql/context.ts';
import { sharedLoader } from '../graphql/context.ts';
import { asGraphQLError } from '../graphql/errors.ts';
import { limits } from '../limits.ts';
import { OrderType } from '../orders/order.schema.ts';
import { MovementType } from '../payments/payment-exceptions.schema.ts';
import { NotSignedIn } from '../platform/errors.ts';
import { ReportType } from '../reports/report.schema.ts';
import {
  countQueue,
  decodeQueueCursor,
  encodeQueueCursor,
  type QueuedItem,
  type QueuedKind,
  readQueue,
} from './operator-queue.ts';

/** A row with the name of its GraphQL type. */
interface QueuedSubject {
  readonly __typename: QueuedKind;
}

/** Loads the subjects of the queue, which only operators read: one statement for each kind. */
const subjectLoader = sharedLoader<QueuedItem, QueuedSubject>(
  async ({ db }, items) => {
    const idsOf = (kind: QueuedKind) => items.filter((item) => item.kind === kind).map(({ id }) => id);
    const find = async <Row extends { id: string }>(kind: QueuedKind, read: (ids: string[]) => Promise<Row[]>) => {
      const ids = idsOf(kind);
      const rows = ids.length > 0 ? await read(ids) : [];
      return rows.map((row) => [row.id, { ...row, __typename: kind }] as const);
    };
    const subjects = new Map<string, QueuedSubject>([
      ...(await find('Order', (ids) => db.order.findMany({ where: { id: { in: ids } } }))),
      ...(await find('PaymentException', (ids) => db.paymentMovement.findMany({ where: { id: { in: ids } } }))),
      ...(await find('Report', (ids) => db.report.findMany({ where: { id: { in: ids } } }))),
    ]);
    return items.map(({ kind, id }) => subjects.get(id) ?? new Error(`There is no ${kind} ${id}`));
  },
  ({ kind, id }) => `${kind} ${id}`,
);

const QueueSubject = builder.unionType('OperatorQueueSubject', {
  description: 'An object that waits for an operator: an order, a payment exception or a report.',
  types: [OrderType, MovementType, ReportType],
  resolveType: (subject) => (subject as unknown as QueuedSubject).__typename,
});

const QueueItemType = builder.objectRef<QueuedItem>('OperatorQueueItem').implement({
  description: 'An item of the queue of the operators.',
  fields: (t) => ({
    since: t.expose('since', { type: 'DateTime', description: 'Time since which the item waits for an operator.' }),
    subject: t.field({
      type: QueueSubject,
      description: 'The object that waits for an operator.',
      resolve: (item, _args, context: Context) => subjectLoader(context).load(item) as never,
    }),
  }),
});

builder.queryField('operatorQueue', (t) =>
  t.connection(
    {
      type: QueueItemType,
      description:
        'Items that wait for operators, oldest first: disputed orders, payment exceptions and open reports. Empty for anybody else.',
      complexity: pageCost,
      resolve: async (_root, args, { app, viewer }) => {
        if (!isMember(viewer)) throw asGraphQLError(new NotSignedIn());
        const request = pageRequest(args);
        const window = pageWindow(request, decodeQueueCursor);
        return pageOf(request, isOperator(viewer) ? await readQueue(app.db, window) : [], encodeQueueCursor);
      },
    },
    connectionOf(QueueItemType),
  ),
);

builder.queryField('operatorQueueCount', (t) =>
  t.int({
    description: `Number of items of the queue of the operators: at most ${limits.operators.countedQueue + 1}, which stands for "more than ${limits.operators.countedQueue}". 0 for anybody else.`,
    resolve: (_root, _args, { app, viewer }) => {
      if (!isMember(viewer)) throw asGraphQLError(new NotSignedIn());
      return isOperator(viewer) ? countQueue(app.db) : 0;
    },
  }),
);
