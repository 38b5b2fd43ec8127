/** The query that searches messages, and the order of a message. */
import { requireScopes } from '../access/scopes.ts';
import { isMember } from '../access/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf } from '../graphql/connection-types.ts';
import { pageCost, pageOf, pageRequest, pageWindow } from '../graphql/connections.ts';
import { asGraphQLError } from '../graphql/errors.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { OrderType } from '../orders/order.schema.ts';
import { readOrder } from '../orders/timeline/order-subscription.schema.ts';
import { NotSignedIn } from '../platform/errors.ts';
import { requireSearchWords, searchRules } from '../platform/search-text.ts';
import { MessageType } from './message.schema.ts';
import { decodeFoundCursor, encodeFoundCursor, searchMessages } from './search-messages.ts';

builder.queryField('searchMessages', (t) =>
  t.connection(
    {
      type: MessageType,
      description:
        'Messages of all orders that the viewer may see, newest first, found by their current text. Deleted messages are not found.',
      complexity: pageCost,
      args: {
        text: t.arg.string({ required: true, description: `Words that must all occur in a message. ${searchRules}` }),
        orderId: t.arg.id({ description: 'The id of the only order to search; all orders if omitted.' }),
      },
      resolve: async (_root, { text, orderId, ...args }, { app, viewer }) => {
        if (!isMember(viewer)) throw asGraphQLError(new NotSignedIn());
        requireScopes(viewer, 'ORDERS_READ');
        const words = requireSearchWords(text, 'text');
        const request = pageRequest(args);
        const window = pageWindow(request, decodeFoundCursor);
        const search = { words, orderId: orderId ? rowIdOf('Order', String(orderId)) : undefined };
        return pageOf(request, await searchMessages(app.db, viewer, search, window), encodeFoundCursor);
      },
    },
    connectionOf(MessageType),
  ),
);

builder.objectField(MessageType, 'order', (t) =>
  t.prismaField({
    type: OrderType,
    description: 'The order in which it was said.',
    // Anyone who may see a message may see its order.
    resolve: (query, { orderId }, _args, context) => readOrder(query, orderId, context),
  }),
);
