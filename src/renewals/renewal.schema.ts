/** The renewal of an order by the month. */
import { builder } from '../graphql/builder.ts';
import { OrderType, subStatusEnum } from '../orders/order.schema.ts';
import type { Order } from '../orders/order.ts';
import { OrderAfterType } from '../orders/step-preview.schema.ts';
import { openPayment, PaymentType } from '../payments/payment.schema.ts';
import { orderSubStatuses } from '../process/sub-statuses.ts';

const RenewalStatusEnum = subStatusEnum('RenewalStatus', orderSubStatuses.RenewalStatus);

const RenewalType = builder.objectRef<Order>('OrderRenewal').implement({
  description: 'The monthly renewal of an order. Each paid month is a separate order.',
  fields: (t) => ({
    status: t.field({
      type: RenewalStatusEnum,
      description: 'Status of the renewal of the order.',
      resolve: ({ renewalStatus }) => renewalStatus,
    }),
    periodEndsAt: t.expose('periodEndsAt', {
      type: 'DateTime',
      nullable: true,
      description: 'End of the paid month; null before the first payment.',
    }),
    payment: t.field({
      type: PaymentType,
      nullable: true,
      description: 'The payment request of the next month while it is open.',
      resolve: ({ id, isRenewalPaymentRequested }, _args, context) =>
        isRenewalPaymentRequested ? openPayment({ orderId: id, purpose: 'RENEWAL' }, context) : null,
    }),
  }),
});

// An order has the parties of its predecessor and successor, so a viewer of one may see all of them.
builder.prismaObjectFields('Order', (t) => ({
  renewal: t.field({
    type: RenewalType,
    description: 'The monthly renewal of the order.',
    resolve: (order) => order,
  }),
  predecessor: t.relation('predecessor', {
    type: OrderType,
    nullable: true,
    description: 'The order of the previous month, which this order renews.',
  }),
  successor: t.relation('successor', {
    type: OrderType,
    nullable: true,
    description: 'The order of the next month, which continues this order.',
  }),
}));

builder.objectField(OrderAfterType, 'renewalStatus', (t) =>
  t.field({
    type: RenewalStatusEnum,
    description: 'Status of the renewal after the step.',
    resolve: ({ order }) => order.renewalStatus,
  }),
);
