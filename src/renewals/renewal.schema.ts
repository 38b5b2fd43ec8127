/** The renewal of an order by the month. */
import { builder } from '../graphql/builder.ts';
import { meaningsEnum } from '../graphql/process.schema.ts';
import { OrderType } from '../orders/order.schema.ts';
import type { Order, RenewalStatus } from '../orders/order.ts';
import { openPayment, PaymentType } from '../payments/payment.schema.ts';

const RenewalStatusEnum = meaningsEnum<RenewalStatus>(
  'RenewalStatus',
  'How the renewal of an order stands, whatever its status.',
  {
    NONE: 'Nothing of it is paid every month, or it is not paid yet.',
    ACTIVE: 'It goes on when the month is over, if the next one is paid.',
    ENDS_AT_PERIOD: 'It was stopped, and ends with the month that was paid for.',
    PAST_DUE: 'The month is over and the next one is not paid; it is still waited for.',
    ENDED: 'It is over: it was stopped, not paid, or it goes on in the successor.',
  },
);

const RenewalType = builder.objectRef<Order>('OrderRenewal').implement({
  description: 'How an order with monthly items goes on: each month that is paid is an order of its own.',
  fields: (t) => ({
    status: t.field({
      type: RenewalStatusEnum,
      description: 'How it stands.',
      // Written by the steps of the table.
      resolve: ({ renewal }) => renewal as RenewalStatus,
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
      resolve: ({ id, isRenewalAsked }, _args, context) =>
        isRenewalAsked ? openPayment({ orderId: id, purpose: 'RENEWAL' }, context) : null,
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
