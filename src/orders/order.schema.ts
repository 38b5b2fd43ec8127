import { roleIn, visibleOrders } from '../access/access.ts';
import { canSeeMarketplaceFee } from '../access/payment-access.ts';
import { AccountType, accountLoader } from '../accounts/account.schema.ts';
import { builder } from '../graphql/builder.ts';
import { rowLoader } from '../graphql/context.ts';
import { choiceEnum } from '../graphql/fields.ts';
import { MoneyType } from '../graphql/money.schema.ts';
import { nodeOptions } from '../graphql/nodes.ts';
import { actionType, describedEnum, statusEnum, stepEnum } from '../graphql/process.schema.ts';
import { limits } from '../limits.ts';
import { planned } from '../plans/declarations.ts';
import { dayOf } from '../platform/days.ts';
import type { PersonRole } from '../process/define.ts';
import { orderProcess, orderState, orderStatuses, orderSteps } from '../process/order.ts';
import { orderSubStatuses } from '../process/sub-statuses.ts';
import { actionsFor, type NextStep, nextStepsFor } from './actions.ts';
import { marketplaceFeeOf } from './marketplace-fee.ts';
import { awaitedRoles, progressOf } from './order.ts';
import { shownPaymentStatus } from './payment-status.ts';

/** Loads the orders of what the viewer may see. */
export const orderLoader = rowLoader(({ db }, ids) => db.order.findMany({ where: { id: { in: ids } } }));

/** Loads the items of orders that the viewer may see. */
export const orderItemLoader = rowLoader(({ db }, ids) => db.orderItem.findMany({ where: { id: { in: ids } } }));

export const OrderStatusEnum = statusEnum(
  'OrderStatus',
  'Status of an order in its process.',
  orderStatuses.map((status) => [status, orderState(status)]),
);

export const OrderStepEnum = stepEnum(
  'OrderStep',
  'A step of an order. Each step that is open to people is a mutation: `PLACE_ORDER` is `placeOrder`.',
  orderSteps,
);

const roles: Record<PersonRole, { value: PersonRole; description: string }> = {
  advertiser: { value: 'advertiser', description: 'The party that placed the order.' },
  seller: { value: 'seller', description: 'The party that owns the space.' },
  operator: { value: 'operator', description: 'The operator of the marketplace, who sees every order.' },
};
export const OrderRoleEnum = builder.enumType('OrderRole', {
  description: 'The part that somebody has in an order. Roles are per order.',
  values: { ADVERTISER: roles.advertiser, SELLER: roles.seller, OPERATOR: roles.operator },
});

/** The enum of a sub-status. */
export const subStatusEnum = <Value extends string>(
  name: string,
  { description, values }: { readonly description: string; readonly values: Readonly<Record<Value, string>> },
) => describedEnum(name, description, values);

export const PaymentStatusEnum = subStatusEnum('PaymentStatus', orderSubStatuses.PaymentStatus);
export const ProofStatusEnum = subStatusEnum('ProofStatus', orderSubStatuses.ProofStatus);
export const ReviewStatusEnum = subStatusEnum('ReviewStatus', orderSubStatuses.ReviewStatus);
export const SurveyStatusEnum = subStatusEnum('SurveyStatus', orderSubStatuses.SurveyStatus);

export const PaymentMethodEnum = choiceEnum(orderProcess.steps.placeOrder.input.paymentMethod);

const ActionType = actionType('OrderAction', { noun: 'order', StepEnum: OrderStepEnum, process: orderProcess });

export const NextStepType = builder.objectRef<NextStep>('NextStep').implement({
  description: 'Something that the viewer is recommended to do next in an order.',
  fields: (t) => ({
    step: t.field({
      type: OrderStepEnum,
      nullable: true,
      description: 'The step to take; null for what is done outside (paying by bank transfer).',
      resolve: ({ step }) => step,
    }),
    title: t.exposeString('title', { description: 'Title of the recommended step for people.' }),
  }),
});

export const OrderItemType = builder.prismaObject('OrderItem', {
  fields: (t) => ({
    title: t.exposeString('title'),
    price: t.field({
      type: MoneyType,
      description:
        'The price, fixed when the order was placed or an offer was accepted. `Order.amounts.pricesIncludeTax` says if it includes the tax.',
      resolve: ({ priceMinorUnits, currency }) => ({ minorUnits: priceMinorUnits, currency }),
    }),
    startsOn: t.field({
      type: 'Date',
      nullable: true,
      description:
        'First day on which the ad is to run, in the time zone of the space; null if the order names no days.',
      resolve: ({ startsOn }) => startsOn && dayOf(startsOn),
    }),
    endsOn: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Last day on which the ad is to run, in the time zone of the space; null if the order names no days.',
      resolve: ({ endsOn }) => endsOn && dayOf(endsOn),
    }),
  }),
});

export const OrderType = builder.prismaObject('Order', {
  fields: (t) => ({
    number: t.exposeInt('number'),
    // Through the loader: both parties of a whole list, and all its authors, are one statement.
    advertiser: t.field({
      type: AccountType,
      description: 'The party that placed the order.',
      ...planned({ kind: 'row', model: 'Account', idField: 'advertiserId' }),
      resolve: ({ advertiserId }, _args, context) => accountLoader(context).load(advertiserId),
    }),
    seller: t.field({
      type: AccountType,
      description: 'The party that owns the space.',
      ...planned({ kind: 'row', model: 'Account', idField: 'sellerId' }),
      resolve: ({ sellerId }, _args, context) => accountLoader(context).load(sellerId),
    }),
    items: t.relation('items', {
      type: OrderItemType,
      description: `Items of the order; at most ${limits.itemsPerOrder} items.`,
      query: { orderBy: { position: 'asc' } },
      ...planned({
        kind: 'rows',
        model: 'OrderItem',
        match: (item, order) => `${item}.order_id = ${order}.id`,
        orderBy: 'position',
      }),
    }),
    brief: t.exposeString('brief'),
    total: t.field({
      type: MoneyType,
      description: 'Amount that the advertiser pays: the prices of the items, with the tax.',
      resolve: ({ totalMinorUnits, currency }) => ({ minorUnits: totalMinorUnits, currency }),
    }),
    marketplaceFee: t.field({
      type: MoneyType,
      nullable: true,
      description:
        'Fee of the marketplace on the total, at the rate at which the order was placed, rounded half up to the smallest unit of the currency. For the seller and operators; null for the advertiser.',
      resolve: (order, _args, { viewer }) => (canSeeMarketplaceFee(order, viewer) ? marketplaceFeeOf(order) : null),
    }),
    status: t.expose('status', { type: OrderStatusEnum, description: 'Status of the order in its process.' }),
    statusTitle: t.string({
      description: 'The title of the current status.',
      resolve: (order) => orderState(order.status).title,
    }),
    progress: t.int({
      nullable: true,
      description: 'Progress in percent; unchanged while the order is on hold; null if it ended early.',
      resolve: progressOf,
    }),
    // A word that the enum does not know would not pass it.
    paymentMethod: t.field({
      type: PaymentMethodEnum,
      description: 'Payment method of the advertiser for the order.',
      resolve: ({ paymentMethod }) => paymentMethod,
    }),
    paymentStatus: t.field({
      type: PaymentStatusEnum,
      description: 'Payment status of the order.',
      resolve: shownPaymentStatus,
    }),
    proofStatus: t.field({
      type: ProofStatusEnum,
      description: 'Status of the proof that the ad ran.',
      resolve: ({ proofStatus }) => proofStatus,
    }),
    reviewStatus: t.field({
      type: ReviewStatusEnum,
      description: 'Status of the ratings of the order.',
      resolve: ({ reviewStatus }) => reviewStatus,
    }),
    surveyStatus: t.field({
      type: SurveyStatusEnum,
      description: 'Status of the metrics survey of the order.',
      resolve: ({ surveyStatus }) => surveyStatus,
    }),
    revision: t.exposeInt('revision'),
    processVersion: t.exposeInt('processVersion'),
    viewerRole: t.field({
      type: OrderRoleEnum,
      nullable: true,
      description: "The viewer's part in this order.",
      resolve: (order, _args, { viewer }) => roleIn(order, viewer),
    }),
    waitingOn: t.field({
      type: [OrderRoleEnum],
      description: 'The roles that are expected to act.',
      resolve: (order, _args, { app }) => [...awaitedRoles(app, order)],
    }),
    needsAttention: t.boolean({
      description: 'True if the viewer is expected to act.',
      resolve: (order, _args, { app, viewer }) => {
        const role = roleIn(order, viewer);
        return role !== undefined && awaitedRoles(app, order).has(role);
      },
    }),
    actions: t.field({
      type: [ActionType],
      description:
        'Every step that the viewer may take in this order at some time, with the reason if it cannot be taken now.',
      resolve: (order, _args, { app, viewer }) => [...actionsFor(app, order, roleIn(order, viewer))],
    }),
    nextSteps: t.field({
      type: [NextStepType],
      description: 'Recommended next steps for the viewer.',
      resolve: (order, _args, { app, viewer }) => [...nextStepsFor(app, order, roleIn(order, viewer))],
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    lastActivityAt: t.expose('lastActivityAt', { type: 'DateTime' }),
  }),
});

builder.nodeRef(
  OrderType,
  nodeOptions('Order', ({ app, viewer }, ids) =>
    app.db.order.findMany({ where: { AND: [{ id: { in: ids } }, visibleOrders(viewer)] } }),
  ) as never,
);
