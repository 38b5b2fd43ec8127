/** The awaited actions and the deadlines of orders. */
import { builder } from '../graphql/builder.ts';
import { sharedLoader } from '../graphql/context.ts';
import { planned } from '../plans/declarations.ts';
import { type AwaitedAction, awaitedActionsOf, expiryOf, type StepTimer } from './awaited-actions.ts';
import { OrderRoleEnum, OrderStepEnum } from './order.schema.ts';

export const AwaitedActionType = builder.objectRef<AwaitedAction>('AwaitedAction').implement({
  description: 'Work that a role is expected to do in an order, and its deadline.',
  fields: (t) => ({
    role: t.expose('role', { type: OrderRoleEnum, description: 'The role that is expected to act.' }),
    title: t.exposeString('title', { description: 'The work as an instruction for people.' }),
    step: t.field({
      type: OrderStepEnum,
      nullable: true,
      description: 'The step to take; null if several steps are possible, or if the work is not a step.',
      resolve: ({ step }) => step,
    }),
    since: t.expose('since', {
      type: 'DateTime',
      description: 'Time at which the order entered the status in which the role is expected to act.',
    }),
    until: t.expose('until', {
      type: 'DateTime',
      nullable: true,
      description: 'Deadline; null if there is none, if it has passed, or while it is paused.',
    }),
    outcome: t.exposeString('outcome', {
      nullable: true,
      description: 'The consequence for the order if the role does not act by the deadline, as a sentence.',
    }),
  }),
});

/** The timers of orders that take a step. */
const stepTimers = sharedLoader<string, readonly StepTimer[]>(async ({ db }, orderIds) => {
  const timers = await db.timer.findMany({
    where: { orderId: { in: [...orderIds] }, kind: 'STEP' },
    select: { orderId: true, stateVisit: true, step: true, dueAt: true },
  });
  const byOrder = Map.groupBy(timers, ({ orderId }) => orderId);
  return orderIds.map((id) => byOrder.get(id) ?? []);
});

const stepTimersOfOrder = {
  kind: 'computed',
  model: 'Timer',
  match: (timer: string, order: string) => `${timer}.order_id = ${order}.id and ${timer}.kind = 'STEP'`,
} as const;

builder.prismaObjectFields('Order', (t) => ({
  awaitedActions: t.field({
    type: [AwaitedActionType],
    description:
      'Everything that the order is waiting for, for both parties and the operator: the role, the work, its deadline, and the consequence. Empty if no one is expected to act.',
    ...planned({
      ...stepTimersOfOrder,
      compute: ({ app }, order, timers) => awaitedActionsOf(app, order, timers),
    }),
    resolve: async (order, _args, context) => [
      ...awaitedActionsOf(context.app, order, await stepTimers(context).load(order.id)),
    ],
  }),
  expiresAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'Time at which the order ends automatically if no one acts; null if it does not.',
    ...planned({ ...stepTimersOfOrder, compute: ({ app }, order, timers) => expiryOf(app, order, timers) }),
    resolve: async (order, _args, context) => expiryOf(context.app, order, await stepTimers(context).load(order.id)),
  }),
  statusSince: t.expose('statusSince', { type: 'DateTime' }),
  paymentDueAt: t.expose('paymentDueAt', { type: 'DateTime', nullable: true }),
  promisedFor: t.expose('promisedFor', { type: 'DateTime', nullable: true }),
  overdueSince: t.expose('overdueSince', { type: 'DateTime', nullable: true }),
}));
