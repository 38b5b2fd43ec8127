import { visibleOrders } from '../../access/access.ts';
import { SandboxOnly } from '../../access/access-errors.ts';
import { actorRefusals } from '../../access/actor.ts';
import { builder } from '../../graphql/builder.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../../graphql/idempotency.ts';
import { rowIdOf } from '../../graphql/ids.ts';
import { describedEnum } from '../../graphql/process.schema.ts';
import { refusalTypes } from '../../graphql/refusals.schema.ts';
import { OrderType } from '../../orders/order.schema.ts';
import { completeTestPayment, type TestOutcome, TestPaymentNotFound, TestPaymentNotReady } from './test-payments.ts';

refusalTypes(TestPaymentNotFound, TestPaymentNotReady);

const OutcomeEnum = describedEnum<TestOutcome>(
  'TestPaymentOutcome',
  'Outcome with which a test payment is completed.',
  {
    PAID: 'The payment succeeds and is received.',
    FAILED: 'The payment fails, and a new request replaces it.',
  },
);

const CompleteTestPaymentInput = builder.inputType('CompleteTestPaymentInput', {
  description: 'The test payment to complete, and its outcome.',
  fields: (t) => ({
    paymentId: t.id({ required: true, description: 'A payment by the method TEST (`Order.payment`).' }),
    outcome: t.field({ type: OutcomeEnum, required: true, description: 'The outcome of the test payment.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('completeTestPayment', (t) =>
  t.prismaField({
    type: OrderType,
    description: 'Completes or fails a test payment in a sandbox, like its page. A repeated call changes nothing.',
    errors: {
      types: [...actorRefusals, SandboxOnly, TestPaymentNotFound, TestPaymentNotReady],
      union: {
        name: 'CompleteTestPaymentResult',
        description: 'Result of `completeTestPayment`, or the reason for the refusal.',
      },
    },
    args: {
      input: t.arg({ type: CompleteTestPaymentInput, required: true, description: 'The input of the mutation.' }),
    },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const which = { paymentId: rowIdOf('Payment', String(input.paymentId)), outcome: input.outcome };
      const id = await runOnce(
        context,
        'completeTestPayment',
        input,
        async (inside) => (await completeTestPayment(inside, viewer, which)).id,
      );
      return requireResult(app.db.order.findFirst({ ...query, where: { AND: [{ id }, visibleOrders(viewer)] } }));
    },
  }),
);
