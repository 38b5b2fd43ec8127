import { visibleOrders } from '../../access/access.ts';
import { SandboxOnly } from '../../access/access-errors.ts';
import { builder } from '../../graphql/builder.ts';
import { rowIdOf } from '../../graphql/ids.ts';
import { describedEnum } from '../../graphql/process.schema.ts';
import { refusalTypes } from '../../graphql/refusals.schema.ts';
import { OrderType } from '../../orders/order.schema.ts';
import { NotSignedIn } from '../../platform/errors.ts';
import { settleTestPayment, type TestOutcome, TestPaymentNotFound, TestPaymentNotReady } from './test-payments.ts';

refusalTypes(TestPaymentNotFound, TestPaymentNotReady);

const OutcomeEnum = describedEnum<TestOutcome>('TestPaymentOutcome', 'What becomes of a test payment.', {
  PAID: 'The money comes.',
  FAILED: 'It fails; a new payment takes its place.',
});

const SettleTestPaymentInput = builder.inputType('SettleTestPaymentInput', {
  description: 'What becomes of which test payment.',
  fields: (t) => ({
    paymentId: t.id({ required: true, description: 'A payment by the method TEST (`Order.payment`).' }),
    outcome: t.field({ type: OutcomeEnum, required: true, description: 'What becomes of it.' }),
  }),
});

builder.mutationField('settleTestPayment', (t) =>
  t.prismaField({
    type: OrderType,
    description:
      'In a sandbox: has a test payment come, or fail, as if it had been done on its page. Told twice, it is taken once.',
    errors: {
      types: [NotSignedIn, SandboxOnly, TestPaymentNotFound, TestPaymentNotReady],
      union: { name: 'SettleTestPaymentResult', description: 'What comes of `settleTestPayment`.' },
    },
    args: { input: t.arg({ type: SettleTestPaymentInput, required: true, description: 'Which, and what.' }) },
    resolve: async (query, _root, { input: { paymentId, outcome } }, { app, viewer }) => {
      const which = { paymentId: rowIdOf('Payment', String(paymentId)), outcome };
      const { id } = await settleTestPayment(app, viewer, which);
      return app.db.order.findFirstOrThrow({ ...query, where: { AND: [{ id }, visibleOrders(viewer)] } });
    },
  }),
);
