/** The type of the preview of a step: its effects. Features add theirs beside their types. */
import { roleIn } from '../access/access.ts';
import { builder } from '../graphql/builder.ts';
import { toGlobalId } from '../graphql/ids.ts';
import { MoneyType } from '../graphql/money.schema.ts';
import { describedEnum } from '../graphql/process.schema.ts';
import { orderRow, orderState } from '../process/order.ts';
import {
  OrderRoleEnum,
  OrderStatusEnum,
  OrderStepEnum,
  PaymentStatusEnum,
  ProofStatusEnum,
  ReviewStatusEnum,
  SurveyStatusEnum,
} from './order.schema.ts';
import { awaitedRoles, type Order } from './order.ts';
import { type DeadlineChange, deadlineChangesOf, type MoneyChange, moneyChangesOf } from './step-changes.ts';
import type { QueuedEmail, StepPreview } from './step-preview.ts';

const QueuedEmailType = builder.objectRef<QueuedEmail>('PreviewedEmail').implement({
  description: 'An e-mail that a step would queue. The preferences of its readers decide when it is sent.',
  fields: (t) => ({
    role: t.expose('role', { type: OrderRoleEnum, description: 'The role of the recipients in the order.' }),
    template: t.exposeString('template', { description: 'The name of the e-mail, as in docs/emails.md.' }),
    orderId: t.id({
      nullable: true,
      description:
        'The order that the e-mail is about: that of the step, or another one that it affects; null if the step creates the order.',
      resolve: ({ orderId }) => orderId && toGlobalId('Order', orderId),
    }),
  }),
});

const MoneyChangeKindEnum = describedEnum<MoneyChange['kind']>(
  'MoneyChangeKind',
  'Kind of a change of the money of an order.',
  {
    REQUESTED: 'A payment of the order is requested.',
    REQUEST_CLOSED: 'The request of a payment is closed without a payment.',
    RECEIVED: 'A payment is recorded as received.',
    REFUNDED: 'A received payment is refunded, or a part of it.',
  },
);

const MoneyChangeType = builder.objectRef<MoneyChange>('PreviewedMoneyChange').implement({
  description: 'A change of the money of an order that a step would make.',
  fields: (t) => ({
    kind: t.expose('kind', { type: MoneyChangeKindEnum, description: 'Kind of the change of the money.' }),
    amount: t.expose('amount', { type: MoneyType, description: 'Amount of the request, the payment or the refund.' }),
  }),
});

const DeadlineChangeType = builder.objectRef<DeadlineChange>('PreviewedDeadlineChange').implement({
  description: 'A change of the time of an automatic step, or of the reminder before it, that a step would make.',
  fields: (t) => ({
    step: t.expose('step', { type: OrderStepEnum, description: 'The automatic step that is due.' }),
    title: t.string({ description: 'The step in words, in English.', resolve: ({ step }) => orderRow(step).title }),
    isReminder: t.exposeBoolean('isReminder', { description: 'True if it is the reminder before the step.' }),
    dueBefore: t.expose('before', {
      type: 'DateTime',
      nullable: true,
      description: 'Its time now; null if it has none or is paused.',
    }),
    dueAt: t.expose('after', {
      type: 'DateTime',
      nullable: true,
      description: 'Its time after the step; null if it is cleared or paused.',
    }),
  }),
});

/** An order after a step, for viewers with a role in it, and its status before. */
interface OrderAfter {
  readonly order: Order;
  readonly previousStatus: Order['status'] | undefined;
}

export const OrderAfterType = builder.objectRef<OrderAfter>('PreviewedOrder').implement({
  description: 'The statuses of an order after a step.',
  fields: (t) => ({
    previousStatus: t.field({
      type: OrderStatusEnum,
      nullable: true,
      description: 'Status of the order now; null if the step places the order.',
      resolve: ({ previousStatus }) => previousStatus,
    }),
    status: t.field({
      type: OrderStatusEnum,
      description: 'Status of the order after the step.',
      resolve: ({ order }) => order.status,
    }),
    statusTitle: t.string({
      description: 'The title of the status after the step.',
      resolve: ({ order }) => orderState(order.status).title,
    }),
    paymentStatus: t.field({
      type: PaymentStatusEnum,
      description: 'Payment status after the step.',
      resolve: ({ order }) => order.paymentStatus,
    }),
    proofStatus: t.field({
      type: ProofStatusEnum,
      description: 'Status of the proof after the step.',
      resolve: ({ order }) => order.proofStatus,
    }),
    reviewStatus: t.field({
      type: ReviewStatusEnum,
      description: 'Status of the ratings after the step.',
      resolve: ({ order }) => order.reviewStatus,
    }),
    surveyStatus: t.field({
      type: SurveyStatusEnum,
      description: 'Status of the metrics survey after the step.',
      resolve: ({ order }) => order.surveyStatus,
    }),
    waitingOn: t.field({
      type: [OrderRoleEnum],
      description: 'The roles that are expected to act after the step.',
      resolve: ({ order }, _args, { app }) => [...awaitedRoles(app, order)],
    }),
  }),
});

/** The cost of a preview, which holds a connection and locks like a step: a document has room for a few of them. */
export const previewCost = 4_000;

export const StepPreviewType = builder.objectRef<StepPreview>('StepPreview').implement({
  description:
    'The effects that a step would have now. Nothing was changed: the step was taken and rolled back. The result of `previewOrderStep` and `previewAdStep`.',
  fields: (t) => ({
    orderAfter: t.field({
      type: OrderAfterType,
      nullable: true,
      description:
        'The order after the step; null for an ad without an order, and for viewers who may not see the order.',
      resolve: ({ before, after: { order } }, _args, { viewer }) =>
        order && roleIn(order, viewer) ? { order, previousStatus: before?.order?.status } : null,
    }),
    emails: t.field({
      type: [QueuedEmailType],
      description: 'The e-mails that the step queues, each kind once for each role.',
      resolve: ({ emails }) => [...emails],
    }),
    moneyChanges: t.field({
      type: [MoneyChangeType],
      description: 'The payments that the step requests, closes, records and refunds.',
      resolve: (preview) => [...moneyChangesOf(preview)],
    }),
    deadlineChanges: t.field({
      type: [DeadlineChangeType],
      description: 'The automatic steps and reminders whose time the step sets, moves or clears.',
      resolve: (preview) => [...deadlineChangesOf(preview)],
    }),
  }),
});
