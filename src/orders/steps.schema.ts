/** One mutation for each row of the table that is open to people. */

import type { InputRef } from '@pothos/core';
import { roleIn, visibleOrderSql } from '../access/access.ts';
import { actorRefusals, requireEditor } from '../access/actor.ts';
import { limitOwnerOf, type Viewer } from '../access/viewer.ts';
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
import { type PlaceOrderCall, placeOrder } from './place-order.ts';
import { previewCost, StepPreviewType } from './step-preview.schema.ts';
import { type PreviewedStep, previewStep } from './step-preview.ts';
import { lockOrder, type StepCall, takeStep } from './take-step.ts';

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

const placeOrderCallOf = (input: typeof PlaceOrderInput.$inferInput): PlaceOrderCall => ({
  // The columns of the table stand in the input under their own names.
  input: input as Record<string, unknown>,
  priceOptionIds: input.priceOptionIds?.map((id) => rowIdOf('PriceOption', String(id))),
  items: input.items?.map(({ priceOptionId, startsOn, days, endsOn }) => ({
    priceOptionId: rowIdOf('PriceOption', String(priceOptionId)),
    startsOn: startsOn ?? undefined,
    days: days ?? undefined,
    endsOn: endsOn ?? undefined,
  })),
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
        const idempotencyKey = idempotencyKeyFrom(input.idempotencyKey, viewer);
        const order = await placeOrder(app, viewer, { ...placeOrderCallOf(input), idempotencyKey });
        return readAgain(context, query, order);
      },
    }),
  );
}

/** Adds the mutations of the steps. The result union of each has the refusals of its effects. */
export function addStepMutations(effects: Effects): void {
  addPlaceOrder(refusalsOf(orderRow('placeOrder'), effects));
  const steps = orderSteps.filter(([, { by, from }]) => from.length > 0 && by.some((role) => role !== 'system'));
  const inputs = steps.map(([step, row]) => [step, addStepMutation(step, row, refusalsOf(row, effects))] as const);
  const refusals = [...new Set(orderSteps.flatMap(([, row]) => refusalsOf(row, effects)))];
  addStepPreview(inputs, refusals);
}

const refusalsOf = (row: OrderRow, effects: Effects): readonly RefusalClass[] => {
  const refusals = effectsOf(row).flatMap((name) => {
    const effect = effects[name];
    return typeof effect === 'function' ? [] : effect.refusals;
  });
  return [...new Set(refusals)];
};

type StepInputRef = InputRef<StepInput>;

/** Adds the mutation of a step, and returns the type of its input. */
function addStepMutation(step: OrderStep, row: OrderRow, refusals: readonly RefusalClass[]): StepInputRef {
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
        const input = args.input as StepInput;
        const idempotencyKey = idempotencyKeyFrom(input.idempotencyKey, context.viewer);
        const order = await takeStep(context.app, context.viewer, { ...stepCallOf(step, input), idempotencyKey });
        return readAgain(context, query, order);
      },
    }),
  );
  return Input as unknown as StepInputRef;
}

type StepInput = Record<string, unknown> & {
  readonly orderId: string;
  readonly expectedRevision?: number | null;
  readonly idempotencyKey?: string | null;
};

const stepCallOf = (step: OrderStep, input: StepInput): StepCall => ({
  orderId: rowIdOf('Order', input.orderId),
  step,
  input: toInputValues(orderRow(step).input ?? {}, input),
  expectedRevision: input.expectedRevision ?? undefined,
});

/** Adds the query that previews a step. Its input has one field for each step, with the input of the step. */
function addStepPreview(
  inputs: readonly (readonly [OrderStep, StepInputRef])[],
  refusals: readonly RefusalClass[],
): void {
  const Input = builder.inputType('PreviewOrderStepInput', {
    description: 'The step to preview: its input, in the field with its name. An idempotency key has no effect.',
    isOneOf: true,
    fields: (t) => ({
      placeOrder: t.field({ type: PlaceOrderInput, description: 'The input of the mutation `placeOrder`.' }),
      ...Object.fromEntries(
        inputs.map(([step, type]) => [
          step,
          t.field({ type, description: `The input of the step with the title “${orderRow(step).title}”.` }),
        ]),
      ),
    }),
  });
  builder.queryField('previewOrderStep', (t) =>
    t.field({
      type: StepPreviewType,
      description:
        'Previews a step: the effects that it would have now, or the refusal. Nothing is changed, sent or published.',
      errors: {
        types: [...actorRefusals, OrderNotFound, StepNotAllowed, StaleRevision, InputInvalid, RateLimited, ...refusals],
        union: {
          name: 'PreviewOrderStepResult',
          description: 'Result of `previewOrderStep`: the effects, or the reason for the refusal.',
        },
      },
      complexity: previewCost,
      args: { input: t.arg({ type: Input, required: true, description: 'The step and its input.' }) },
      resolve: (_root, { input: { placeOrder: newOrder, ...input } }, { app, viewer }) => {
        if (newOrder) return previewStep(app, viewer, placement(viewer, placeOrderCallOf(newOrder)));
        const [[step, stepInput] = []] = Object.entries(input);
        // GraphQL has checked that there is one field, which is a step.
        const call = stepCallOf(step as OrderStep, stepInput as unknown as StepInput);
        return previewStep(app, viewer, {
          lock: async (tx) => ({ orderId: (await lockOrder(tx, call.orderId, visibleOrderSql(viewer))).id }),
          take: async (inside) => ({ orderId: (await takeStep(inside, viewer, call)).id }),
        });
      },
    }),
  );
}

const placement = (viewer: Viewer, call: PlaceOrderCall): PreviewedStep => ({
  take: async (inside) => ({ orderId: (await placeOrder(inside, viewer, call)).id }),
});

/** The order with what the caller selected, as it is after the step. */
function readAgain({ app, viewer }: Context, query: object, order: Order) {
  // The step has just found that the viewer has a role in it.
  if (!roleIn(order, viewer)) throw new OrderNotFound();
  return app.db.order.findUniqueOrThrow({ ...query, where: { id: order.id } });
}
