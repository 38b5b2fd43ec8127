/** The schema, made of every *.schema.ts. Nothing but the server and the generator imports this. */
import '../access/account.schema.ts';
import '../access/scopes.schema.ts';
import '../ads/ad.schema.ts';
import '../ads/order-ads.schema.ts';
import '../ads/change-placement.schema.ts';
import '../ads/placement.schema.ts';
import '../ads/serving.schema.ts';
import '../ads/setup-link.schema.ts';
import '../auth/auth.schema.ts';
import '../files/file.schema.ts';
import '../inbox/inbox.schema.ts';
import '../messages/chat.schema.ts';
import '../messages/message.schema.ts';
import '../messages/read-marker.schema.ts';
import '../orders/list-orders.schema.ts';
import '../orders/order.schema.ts';
import '../orders/order-timeline.schema.ts';
import '../orders/sign.schema.ts';
import '../orders/steps.schema.ts';
import '../orders/timeline.schema.ts';
import '../partners/application.schema.ts';
import '../partners/change-applications.schema.ts';
import '../partners/operations.schema.ts';
import '../payments/money.schema.ts';
import '../payments/payment.schema.ts';
import '../spaces/creative-rules.schema.ts';
import '../spaces/space.schema.ts';
import './refusals.schema.ts';
import { assertValidSchema } from 'graphql';
import { builder } from './builder.ts';

export const schema = builder.toSchema({ sortSchema: true });
// At the start, not at the first operation.
assertValidSchema(schema);
