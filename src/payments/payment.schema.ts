/** The payments of an order, with their receipts and refunds. */

import DataLoader from 'dataloader';
import { roleIn } from '../access/access.ts';
import { visiblePayments } from '../access/payment-access.ts';
import { accountLoader } from '../accounts/account.schema.ts';
import type {
  PaymentMovementKind,
  PaymentMovementStatus,
  PaymentRequestPurpose,
  PaymentRequestStatus,
} from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { type Context, contextLoader } from '../graphql/context.ts';
import { toGlobalId } from '../graphql/ids.ts';
import { MoneyType } from '../graphql/money.schema.ts';
import { describedEnum } from '../graphql/process.schema.ts';
import { limits } from '../limits.ts';
import { NextStepType, PaymentMethodEnum } from '../orders/order.schema.ts';
import { readPart } from '../orders/timeline/order-parts.schema.ts';
import { isPaidByLink } from '../process/payment-methods.ts';
import { payUrlOf, transferReference } from './how-to-pay.ts';
import { readPayments, type WholePayment } from './read-payments.ts';
import { issuedReceipts } from './read-receipts.ts';
import { ReceiptType } from './receipt.schema.ts';
import { usableLink } from './requests.ts';

const RequestStatusEnum = describedEnum<PaymentRequestStatus>(
  'PaymentRequestStatus',
  'Status of a payment request of an order.',
  {
    OPEN: 'The payment has been requested and is open.',
    RECEIVED: 'The payment has been received in full.',
    FAILED: 'The payment failed, and a new request has replaced it.',
    CLOSED: 'The request was closed without a payment.',
  },
);

export const MovementStatusEnum = describedEnum<PaymentMovementStatus>(
  'PaymentMovementStatus',
  'Status of a movement in the ledger.',
  {
    PENDING: 'The movement has been started and is pending.',
    DONE: 'The movement has been completed successfully.',
    FAILED: 'Did not succeed; an operator takes care of it.',
  },
);

type WholeMovement = WholePayment['movements'][number];

const moneyIn = ({ amountMinorUnits, currency }: { amountMinorUnits: bigint; currency: string }) => ({
  minorUnits: amountMinorUnits,
  currency,
});

const RefundType = builder.objectRef<WholeMovement>('Refund').implement({
  description: 'A refund that was made or is in progress.',
  fields: (t) => ({
    amount: t.field({
      type: MoneyType,
      description: 'The amount of the refund, in the currency of the order.',
      resolve: moneyIn,
    }),
    status: t.field({
      type: MovementStatusEnum,
      description: 'Status of the refund in the ledger.',
      resolve: ({ status }) => status,
    }),
    isManual: t.boolean({
      description:
        'True if the refund is made outside the marketplace; it then counts as completed when it is decided.',
      resolve: ({ provider }) => provider === 'OFFLINE',
    }),
    reference: t.exposeString('reference', {
      nullable: true,
      description: 'Reference of the refund at the provider; null until the provider has accepted it.',
    }),
    failureMessage: t.exposeString('reason', {
      nullable: true,
      description: 'Reason of the failure; null if the refund did not fail.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Time at which the refund was decided.' }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Time at which the refund succeeded or failed; null before.',
    }),
  }),
});

const ofKind = (movements: readonly WholeMovement[], kindFilter: PaymentMovementKind) =>
  movements.filter(({ kind }) => kind === kindFilter);

const sumOf = (movements: readonly WholeMovement[]): bigint =>
  movements.reduce((sum, { amountMinorUnits, isCounted }) => sum + (isCounted ? amountMinorUnits : 0n), 0n);

const receivedFor = ({ movements }: WholePayment): bigint =>
  sumOf(ofKind(movements, 'RECEIVED')) - sumOf(ofKind(movements, 'REFUNDED'));

export const PaymentType = builder.objectRef<WholePayment>('Payment').implement({
  description: 'A payment request of an order and its result.',
  fields: (t) => ({
    id: t.id({
      description: 'Opaque id that is unique in the whole API.',
      resolve: ({ id }) => toGlobalId('Payment', id),
    }),
    amount: t.field({ type: MoneyType, description: 'The amount that is requested.', resolve: moneyIn }),
    amountReceived: t.field({
      type: MoneyType,
      description: 'The amount received for the request, without what was refunded of it.',
      resolve: (payment) => ({ minorUnits: receivedFor(payment), currency: payment.currency }),
    }),
    method: t.field({
      type: PaymentMethodEnum,
      description: 'Payment method of the request.',
      resolve: ({ method }) => method,
    }),
    status: t.field({
      type: RequestStatusEnum,
      description: 'Status of the payment request.',
      resolve: ({ status }) => status,
    }),
    dueAt: t.expose('dueAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Due date of the payment; null if there is none.',
    }),
    instructions: t.string({
      nullable: true,
      description:
        'Instructions of the seller for paying outside the marketplace: bank account, cash desk. Null if the payment has a link, or the seller has given none.',
      resolve: async ({ method, order }, _args, context) =>
        isPaidByLink(method) ? null : (await accountLoader(context).load(order.sellerId)).paymentInstructions,
    }),
    checkoutUrl: t.string({
      nullable: true,
      description:
        'The page where the advertiser pays; null for anybody else, for what is paid outside, and while no link works: `refreshPaymentLink` makes a new one.',
      resolve: (payment, _args, context) => linkFor(payment, context),
    }),
    payUrl: t.string({
      nullable: true,
      description:
        'A page of this server from which the advertiser gets to the page of the payment provider. It works until the payment is received or closed. Null for anybody else, for what is paid outside, and while the payment is in progress.',
      resolve: (payment, _args, { app, viewer }) =>
        roleIn(payment.order, viewer) === 'advertiser' ? payUrlOf(app.config, payment) : null,
    }),
    transferReference: t.string({
      nullable: true,
      description: 'The reference to state for a payment outside the marketplace; null if the payment has a link.',
      resolve: ({ method, order }) => (isPaidByLink(method) ? null : transferReference(order)),
    }),
    checkoutExpiresAt: t.expose('checkoutExpiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Time at which the payment page expires.',
    }),
    failureMessage: t.exposeString('failure', {
      nullable: true,
      description: 'Error message of the provider, if there is one.',
    }),
    inProgressSince: t.expose('inProgressSince', {
      type: 'DateTime',
      nullable: true,
      description:
        'Time since which the payment is in progress at its provider: the advertiser has paid, and the money has not been received yet. Null if it is not.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Time at which it was requested.' }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Time at which it was received, failed or was closed; null before.',
    }),
    receipts: t.field({
      type: [ReceiptType],
      description: 'Receipts of the received payments: one for each part.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ movements }) => issuedReceipts(movements),
    }),
    refunds: t.field({
      type: [RefundType],
      description: `Refunds of the payment, oldest first; at most about ${limits.refundsPerOrder}.`,
      resolve: ({ movements }) => [...ofKind(movements, 'REFUNDED')],
    }),
  }),
});

const linkFor = (payment: WholePayment, { app, viewer }: Context): string | undefined =>
  roleIn(payment.order, viewer) === 'advertiser' ? usableLink(payment, app.clock.now()) : undefined;

const paymentLoader = contextLoader(
  ({ app, viewer }) =>
    new DataLoader<string, readonly WholePayment[]>((orderIds) =>
      readPayments(app.db, orderIds, visiblePayments(viewer)),
    ),
);

/** Payments of an order, newest first, read before the timeline in the same operation. */
const paymentsOf = (context: Context, orderId: string): Promise<readonly WholePayment[]> =>
  readPart(context, paymentLoader(context).load(orderId));

/** The open payment request of an order for this purpose. */
export const openPayment = async (
  { orderId, purpose: wanted }: { orderId: string; purpose: PaymentRequestPurpose },
  context: Context,
): Promise<WholePayment | undefined> =>
  (await paymentsOf(context, orderId)).find(({ status, purpose }) => status === 'OPEN' && purpose === wanted);

builder.prismaObjectFields('Order', (t) => ({
  amountPaid: t.field({
    type: MoneyType,
    description: 'Amount received so far, including refunded amounts.',
    resolve: ({ paidMinorUnits, currency }) => ({ minorUnits: paidMinorUnits, currency }),
  }),
  amountDue: t.field({
    type: MoneyType,
    description: 'Rest of the requested payment; 0 if no payment is requested.',
    resolve: ({ dueMinorUnits, currency }) => ({ minorUnits: dueMinorUnits ?? 0n, currency }),
  }),
  amountRefunded: t.field({
    type: MoneyType,
    description: 'Amount refunded, including refunds in progress.',
    resolve: ({ refundedMinorUnits, currency }) => ({ minorUnits: refundedMinorUnits, currency }),
  }),
  payment: t.field({
    type: PaymentType,
    nullable: true,
    description: 'The open payment request; that of the next month is in `renewal`.',
    resolve: ({ id }, _args, context) => openPayment({ orderId: id, purpose: 'ORDER' }, context),
  }),
  payments: t.field({
    type: [PaymentType],
    description: `Payment requests of the order with their results: the newest ${limits.paymentsPerOrder}, newest first.`,
    complexity: { field: 1, multiplier: limits.paymentsPerOrder },
    resolve: async ({ id }, _args, context) => [...(await paymentsOf(context, id))],
  }),
}));

builder.objectField(NextStepType, 'url', (t) =>
  t.string({
    nullable: true,
    description: 'URL of the page where the step is taken, such as the payment page; null if there is none.',
    resolve: async ({ orderId, step, adStatus, isRenewal }, _args, context) => {
      const purpose = isRenewal ? 'RENEWAL' : 'ORDER';
      const open = step || adStatus ? undefined : await openPayment({ orderId, purpose }, context);
      if (!open || roleIn(open.order, context.viewer) !== 'advertiser') return null;
      return linkFor(open, context) ?? payUrlOf(context.app.config, open);
    },
  }),
);

builder.queryField('paymentMethods', (t) =>
  t.field({
    type: [PaymentMethodEnum],
    description: 'Payment methods that this server offers.',
    resolve: (_root, _args, { app }) => [...app.config.payments.methods],
  }),
);
