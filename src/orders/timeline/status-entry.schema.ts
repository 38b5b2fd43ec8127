/** The entry by which an order entered its status, so that lists can say who caused it and why. */
import DataLoader from 'dataloader';
import { builder } from '../../graphql/builder.ts';
import { contextLoader } from '../../graphql/context.ts';
import { planned } from '../../plans/declarations.ts';
import type { Order } from '../order.ts';
import { partsAreRead } from './order-parts.schema.ts';
import { readStatusEntries } from './read-pages.ts';
import { TimelineEntry } from './timeline.schema.ts';
import type { Entry } from './timeline.ts';

type StatusVisit = Pick<Order, 'id' | 'stateVisit'>;

const statusEntries = contextLoader(
  (context) =>
    new DataLoader<StatusVisit, Entry | null, string>(
      async (orders) => {
        await partsAreRead(context);
        const entries = await readStatusEntries(context.app.db, orders);
        return orders.map(({ id }) => entries.get(id) ?? null);
      },
      { cacheKeyFn: ({ id, stateVisit }) => `${id} ${stateVisit}` },
    ),
);

builder.prismaObjectField('Order', 'statusEntry', (t) =>
  t.field({
    type: TimelineEntry,
    nullable: true,
    description:
      'Entry of the timeline by which the order entered its status: who caused it, and the reason and the files that were given. Of a status that is resumed, e.g. after a dispute, it is the entry of the first time.',
    ...planned({
      kind: 'only-row',
      model: 'LogEntry',
      // As `readStatusEntries`.
      match: (entry, order) => `${entry}.order_id = ${order}.id and ${entry}.number = (
        select max(number) from log_entry
        where log_entry.order_id = ${order}.id and log_entry.revision = ${order}.stay and to_status is not null)`,
    }),
    resolve: (order, _args, context) => statusEntries(context).load(order),
  }),
);
