/** The mutation that has a new payment link made, and the refusals of payments. */
import { visibleOrders } from '../access/access.ts';
import { actorRefusals } from '../access/actor.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { OrderType } from '../orders/order.schema.ts';
import type { Order } from '../orders/order.ts';
import { OrderNotFound } from '../orders/order-refusals.ts';
import { RateLimited } from '../platform/errors.ts';
import { ReferenceAlreadyCounted } from './payments.ts';
import { PaymentLinkUnavailable, refreshPaymentLink } from './renew-link.ts';

refusalTypes(PaymentLinkUnavailable, ReferenceAlreadyCounted);

const RefreshPaymentLinkInput = builder.inputType('RefreshPaymentLinkInput', {
  description: 'Input of the mutation `refreshPaymentLink`.',
  fields: (t) => ({
    orderId: t.id({ required: true, description: 'The global id of the order.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('refreshPaymentLink', (t) =>
  t.prismaField({
    type: OrderType,
    description:
      'Has a new link to pay made, if the one before works no longer. The link comes with an entry and a mail; while one works, nothing changes.',
    errors: {
      types: [...actorRefusals, OrderNotFound, PaymentLinkUnavailable, RateLimited],
      union: {
        name: 'RefreshPaymentLinkResult',
        description: 'Result of `refreshPaymentLink`, or the reason for the refusal.',
      },
    },
    args: {
      input: t.arg({ type: RefreshPaymentLinkInput, required: true, description: 'The input of the mutation.' }),
    },
    resolve: async (query, _root, { input }, context): Promise<Order> => {
      const { app, viewer } = context;
      const id = rowIdOf('Order', String(input.orderId));
      await runOnce(context, 'refreshPaymentLink', input, (inside) => refreshPaymentLink(inside, viewer, id));
      const where: Prisma.OrderWhereInput = { AND: [{ id }, visibleOrders(viewer)] };
      return requireResult(app.db.order.findFirst({ ...query, where }));
    },
  }),
);
