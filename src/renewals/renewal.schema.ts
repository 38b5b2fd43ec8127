/** The renewal of an order by the month. */
import { builder } from '../graphql/builder.ts';
import { OrderType, subStatusEnum } from '../orders/order.schema.ts';
import type { Order } from '../orders/order.ts';
import { openPayment, PaymentType } from '../payments/payment.schema.ts';
import { orderSubStatuses } from '../process/sub-statuses.ts';

const RenewalStatusEnum = subStatusEnum('RenewalStatus', orderSubStatuses.RenewalStatus);

const RenewalType = builder.objectRef<Order>('OrderRenewal').implement({
  description: 'How an order with monthly items goes on: each month that is paid is an order of its own.',
  fields: (t) => ({
    status: t.field({
      type: RenewalStatusEnum,
      description: 'How it stands.',
      resolve: ({ renewalStatus }) => renewalStatus,
    }),
    periodEndsAt: t.expose('periodEndsAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the month is over that was paid for.',
    }),
    payment: t.field({
      type: PaymentType,
      nullable: true,
      description: 'The payment of the next month, while it is asked for.',
      resolve: ({ id, isRenewalPaymentRequested }, _args, context) =>
        isRenewalPaymentRequested ? openPayment({ orderId: id, purpose: 'RENEWAL' }, context) : null,
    }),
  }),
});

// Both parties of an order are those of its predecessor and of its successor: who may see one may see all of them.
builder.prismaObjectFields('Order', (t) => ({
  renewal: t.field({
    type: RenewalType,
    description: 'How it goes on from month to month.',
    resolve: (order) => order,
  }),
  predecessor: t.relation('predecessor', {
    type: OrderType,
    nullable: true,
    description: 'The order of the month before, which this one renews.',
  }),
  successor: t.relation('successor', {
    type: OrderType,
    nullable: true,
    description: 'The order of the next month, in which this one goes on.',
  }),
}));
