/** Payment exceptions: payments that do not match a request and refunds that failed. */

import { actorRefusals } from '../access/actor.ts';
import { rowsForOperators } from '../access/operator-access.ts';
import { ordersWithPaymentException } from '../access/payment-access.ts';
import { isMember } from '../access/viewer.ts';
import type { PaymentMovementKind, PaymentProviderName } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, nodeQuery } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import { asGraphQLError } from '../graphql/errors.ts';
import { choiceEnum } from '../graphql/fields.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { MoneyType } from '../graphql/money.schema.ts';
import { nodeOptions } from '../graphql/nodes.ts';
import { describedEnum } from '../graphql/process.schema.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { InputInvalid, NotSignedIn } from '../platform/errors.ts';
import { type PaymentExceptionOutcome, paymentExceptionOutcome } from '../process/entries.ts';
import { MovementStatusEnum } from './payment.schema.ts';
import { PaymentExceptionNotFound, resolvePaymentException } from './resolve-exception.ts';

const MovementKindEnum = describedEnum<PaymentMovementKind>(
  'PaymentMovementKind',
  'Direction in which money moves in the ledger.',
  {
    RECEIVED: 'The money was received from the payer.',
    REFUNDED: 'The money is refunded to the payer.',
  },
);

const ProviderEnum = describedEnum<PaymentProviderName>('PaymentProviderName', 'A provider that processes payments.', {
  OFFLINE: 'Outside the marketplace; people confirm it.',
  TEST: 'Test payments that move no money.',
  STRIPE: 'Card payments are processed through Stripe.',
});

// The enums contain every value that the ledger writes.
export const MovementType = builder.prismaObject('PaymentMovement', {
  name: 'PaymentException',
  fields: (t) => ({
    kind: t.field({
      type: MovementKindEnum,
      description: 'The direction in which the money moves.',
      resolve: ({ kind }) => kind,
    }),
    status: t.field({
      type: MovementStatusEnum,
      description: 'Status of the payment or refund in the ledger.',
      resolve: ({ status }) => status,
    }),
    provider: t.field({
      type: ProviderEnum,
      description: 'The provider that processes the payment.',
      resolve: ({ provider }) => provider,
    }),
    reference: t.exposeString('reference', { nullable: true }),
    amount: t.field({
      type: MoneyType,
      description: 'The amount that was received or is refunded.',
      resolve: ({ amountMinorUnits, currency }) => ({ minorUnits: amountMinorUnits, currency }),
    }),
    reason: t.exposeString('reason', { nullable: true }),
    note: t.exposeString('note', { nullable: true }),
    needsOperator: t.exposeBoolean('needsOperator'),
    order: t.relation('order', { nullable: true, description: 'The order of the payment; null if it is unknown.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

builder.nodeRef(
  MovementType,
  nodeOptions('PaymentException', ({ app, viewer }, ids) =>
    app.db.paymentMovement.findMany({ where: { AND: [{ id: { in: ids } }, ordersWithPaymentException(viewer)] } }),
  ) as never,
);

const list = newestFirst('createdAt', 'm');

builder.queryField('paymentExceptions', (t) =>
  t.connection(
    {
      type: MovementType,
      description:
        'For operators: money that has come and does not fit or belongs to no order, payments that are disputed at their provider, and refunds that failed; newest first. Empty for anybody else.',
      complexity: pageCost,
      resolve: async (_root, args, context, info) => {
        if (!isMember(context.viewer)) throw asGraphQLError(new NotSignedIn());
        const request = pageRequest(args);
        const query = nodeQuery('PaymentException', context, info);
        const rows = await context.app.db.paymentMovement.findMany({
          ...query,
          where: { AND: [ordersWithPaymentException(context.viewer), ...list.conditions(request)] },
          ...list.findOptions(request),
        });
        return pageOf(request, rows, list.cursorOf);
      },
    },
    connectionOf(MovementType),
  ),
);

refusalTypes(PaymentExceptionNotFound);

const ResolvePaymentExceptionInput = builder.inputType('ResolvePaymentExceptionInput', {
  description: 'Input of the mutation `resolvePaymentException`.',
  fields: (t) => ({
    paymentExceptionId: t.id({ required: true, description: 'The payment exception to decide about.' }),
    outcome: t.field({
      type: choiceEnum(paymentExceptionOutcome),
      required: true,
      description: paymentExceptionOutcome.description,
    }),
    note: t.string({ required: true, description: 'A note that both parties can read.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('resolvePaymentException', (t) =>
  t.prismaField({
    type: MovementType,
    description: 'Resolves a payment exception. For operators only.',
    errors: {
      types: [...actorRefusals, PaymentExceptionNotFound, InputInvalid],
      union: {
        name: 'ResolvePaymentExceptionResult',
        description: 'Result of `resolvePaymentException`, or the reason for the refusal.',
      },
    },
    args: {
      input: t.arg({ type: ResolvePaymentExceptionInput, required: true, description: 'The input of the mutation.' }),
    },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const id = rowIdOf('PaymentException', String(input.paymentExceptionId));
      // The enum has no other values.
      const decision = { movementId: id, outcome: input.outcome as PaymentExceptionOutcome, note: input.note };
      await runOnce(context, 'resolvePaymentException', input, (inside) =>
        resolvePaymentException(inside, viewer, decision),
      );
      const where = { AND: [{ id }, rowsForOperators(viewer)] };
      return requireResult(app.db.paymentMovement.findFirst({ ...query, where }));
    },
  }),
);
