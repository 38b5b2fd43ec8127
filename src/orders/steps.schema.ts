/** One mutation for each row of the table that is open to people. */

import { roleIn } from '../access/access.ts';
import { actorRefusals, requireEditor } from '../access/actor.ts';
import { limitOwnerOf } from '../access/viewer.ts';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { inputFields, toInputValues, typeName } from '../graphql/fields.ts';
import { idempotencyKeyField, idempotencyKeyFrom } from '../graphql/idempotency.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { refusalType, refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, RateLimited, type RefusalClass } from '../platform/errors.ts';
import { effectsOf, type OrderRow, type OrderStep, orderRow, orderSteps } from '../process/order.ts';
import type { Effects } from '../services/order-services.ts';
import { OrderStatusEnum, OrderStepEnum, OrderType } from './order.schema.ts';
import type { Order } from './order.ts';
import { OrderNotFound, type OrderSnapshot, StaleRevision, StepNotAllowed } from './order-refusals.ts';
import { placeOrder } from './place-order.ts';
import { takeStep } from './take-step.ts';

refusalTypes(OrderNotFound);

const SnapshotType = builder.objectRef<OrderSnapshot>('OrderSnapshot').implement({
  description:
    'The current status and revision of an order, with the steps that are allowed, as a refusal carries them.',
  fields: (t) => ({
    status: t.field({
      type: OrderStatusEnum,
      description: 'The current status of the order.',
      resolve: ({ status }) => status,
    }),
    revision: t.exposeInt('revision', { description: 'The current revision of the order.' }),
    allowedSteps: t.field({
      type: [OrderStepEnum],
      description: 'The steps that the viewer may take now.',
      resolve: ({ allowedSteps }) => [...allowedSteps],
    }),
  }),
});

builder.objectType(StepNotAllowed, {
  ...refusalType(StepNotAllowed),
  fields: (t) => ({
    step: t.field({ type: OrderStepEnum, description: 'The step that was refused.', resolve: ({ step }) => step }),
    current: t.field({
      type: SnapshotType,
      description: 'The order as it is now.',
      resolve: ({ current }) => current,
    }),
  }),
});

builder.objectType(StaleRevision, {
  ...refusalType(StaleRevision),
  fields: (t) => ({
    expectedRevision: t.exposeInt('expectedRevision', { description: 'The revision that the request expected.' }),
    current: t.field({
      type: SnapshotType,
      description: 'The order as it is now.',
      resolve: ({ current }) => current,
    }),
  }),
});

const OrderItemInput = builder.inputType('OrderItemInput', {
  description: 'A price option to buy, with the days on which its ad is to run.',
  fields: (t) => ({
    priceOptionId: t.id({ required: true, description: 'The global id of the price option.' }),
    startsOn: t.field({
      type: 'Date',
      description: `First day, in the time zone of the space: from \`firstBookableDay\` to ${limits.availability.horizonDays} days after today. Its place is reserved until the order ends. If absent, no day is reserved.`,
    }),
    days: t.int({
      description:
        'Number of days. It can be absent if the price option counts days or is monthly, or if there is `endsOn`.',
    }),
    endsOn: t.field({ type: 'Date', description: 'Last day, as an alternative to `days`.' }),
  }),
});

const PlaceOrderInput = builder.inputType('PlaceOrderInput', {
  description: 'The items and the conditions of a new order.',
  fields: (t) => ({
    items: t.field({
      type: [OrderItemInput],
      description: `Price options to buy, each with its days: options of one seller in one currency; 1 to ${limits.itemsPerOrder}. Absent if there are \`priceOptionIds\`.`,
    }),
    priceOptionIds: t.idList({
      description: `Price options to buy without days: ids of options of one seller in one currency; 1 to ${limits.itemsPerOrder}. Absent if there are \`items\`.`,
    }),
    idempotencyKey: t.string(idempotencyKeyField),
    ...inputFields(t, orderRow('placeOrder').input),
  }),
});

/** Adds the mutation that places an order, with the refusals of its effects. */
function addPlaceOrder(refusals: readonly RefusalClass[]): void {
  builder.mutationField('placeOrder', (t) =>
    t.prismaField({
      type: OrderType,
      description: 'Places an order. Its prices are fixed as they are now, and the days of its items are reserved.',
      errors: {
        types: [...actorRefusals, InputInvalid, RateLimited, ...refusals],
        union: { name: 'PlaceOrderResult', description: 'Result of `placeOrder`, or the reason for the refusal.' },
      },
      args: { input: t.arg({ type: PlaceOrderInput, required: true, description: 'The input of the mutation.' }) },
      resolve: async (query, _root, { input }, context) => {
        const { app, viewer } = context;
        await app.rateLimiter.consume('orders', limitOwnerOf(requireEditor(viewer, 'placeOrder')));
        const order = await placeOrder(app, viewer, {
          // The columns of the table stand in the input under their own names.
          input: input as Record<string, unknown>,
          priceOptionIds: input.priceOptionIds?.map((id) => rowIdOf('PriceOption', String(id))),
          items: input.items?.map(({ priceOptionId, startsOn, days, endsOn }) => ({
            priceOptionId: rowIdOf('PriceOption', String(priceOptionId)),
            startsOn: startsOn ?? undefined,
            days: days ?? undefined,
            endsOn: endsOn ?? undefined,
          })),
          idempotencyKey: idempotencyKeyFrom(input.idempotencyKey, viewer),
        });
        return readAgain(context, query, order);
      },
    }),
  );
}

/** Adds the mutations of the steps. The result union of each has the refusals of its effects. */
export function addStepMutations(effects: Effects): void {
  addPlaceOrder(refusalsOf(orderRow('placeOrder'), effects));
  for (const [step, row] of orderSteps) {
    const isOpenToPeople = row.by.some((role) => role !== 'system');
    if (isOpenToPeople && row.from.length > 0) addStepMutation(step, row, refusalsOf(row, effects));
  }
}

const refusalsOf = (row: OrderRow, effects: Effects): readonly RefusalClass[] => {
  const refusals = effectsOf(row).flatMap((name) => {
    const effect = effects[name];
    return typeof effect === 'function' ? [] : effect.refusals;
  });
  return [...new Set(refusals)];
};

function addStepMutation(step: OrderStep, row: OrderRow, refusals: readonly RefusalClass[]): void {
  const Input = builder.inputType(`${typeName(step)}Input`, {
    description: `Input of the mutation \`${step}\`.`,
    fields: (t) => ({
      orderId: t.id({ required: true, description: 'The global id of the order.' }),
      expectedRevision: t.int({ description: 'Refuse if the order is at another revision than this.' }),
      idempotencyKey: t.string(idempotencyKeyField),
      ...inputFields(t, row.input),
    }),
  });
  const from = row.from.length === 1 ? row.from[0] : `one of ${row.from.join(', ')}`;
  builder.mutationField(step, (t) =>
    t.prismaField({
      type: OrderType,
      description: `${row.title}. For ${row.by.filter((role) => role !== 'system').join(' or ')}; the order must be ${from}.`,
      errors: {
        types: [...actorRefusals, OrderNotFound, StepNotAllowed, StaleRevision, InputInvalid, ...refusals],
        union: {
          name: `${typeName(step)}Result`,
          description: `Result of \`${step}\`: the order, or the reason for the refusal.`,
        },
      },
      args: { input: t.arg({ type: Input, required: true, description: 'The order, and what the step asks for.' }) },
      resolve: async (query, _root, args, context) => {
        // The type of an input made in a loop is not known to the compiler; GraphQL has checked it.
        const input = args.input as {
          orderId: string;
          expectedRevision?: number | null;
          idempotencyKey?: string | null;
        } & Record<string, unknown>;
        const order = await takeStep(context.app, context.viewer, {
          orderId: rowIdOf('Order', input.orderId),
          step,
          input: toInputValues(row.input ?? {}, input),
          expectedRevision: input.expectedRevision ?? undefined,
          idempotencyKey: idempotencyKeyFrom(input.idempotencyKey, context.viewer),
        });
        return readAgain(context, query, order);
      },
    }),
  );
}

/** The order with what the caller selected, as it is after the step. */
function readAgain({ app, viewer }: Context, query: object, order: Order) {
  // The step has just found that the viewer has a role in it.
  if (!roleIn(order, viewer)) throw new OrderNotFound();
  return app.db.order.findUniqueOrThrow({ ...query, where: { id: order.id } });
}
