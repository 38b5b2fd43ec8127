import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useApiQuery } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { OrderPartsDocument, type OrderPartsQuery } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { QueryView } from '../ui/query-view.tsx';
import { AdsPanel } from './ads-panel.tsx';
import type { Order } from './order-room.tsx';
import { PaymentsPanel } from './payments-panel.tsx';
import { ResultsPanel } from './results-panel.tsx';

export type OrderParts = NonNullable<OrderPartsQuery['order']>;

interface OrderPartsProps {
  readonly order: Order;
  /** Grows with each live entry that is not a message: the parts are then read again. */
  readonly eventCount: number;
}

/** The ads, the payments and the results of an order. */
export function OrderPartsView({ order, eventCount }: OrderPartsProps) {
  const query = useApiQuery(OrderPartsDocument, { id: order.id });
  const { reload, isFetching } = query;
  const readAt = useRef(0);
  useEffect(() => {
    // One after the other: an answer that is older, but arrives later, would stay on the page.
    if (isFetching || readAt.current === eventCount) return;
    readAt.current = eventCount;
    reload();
  }, [eventCount, isFetching, reload]);
  return (
    <QueryView query={query}>
      {({ order: parts }) =>
        parts && (
          <>
            <AdsPanel order={order} parts={parts} onChange={reload} />
            <PaymentsPanel order={order} parts={parts} />
            <ResultsPanel parts={parts} />
            <MonthsPanel parts={parts} />
          </>
        )
      }
    </QueryView>
  );
}

/** The months of a monthly space: the orders before and after this one. */
function MonthsPanel({ parts: { renewal, predecessor, successor } }: { readonly parts: OrderParts }) {
  const text = useText();
  const { date } = useFormats();
  if (renewal.status === 'NONE' && !predecessor && !successor) return null;
  return (
    <section className="card stack stack--small" aria-labelledby="months">
      <h2 id="months">{text('renewal.title')}</h2>
      <p>{text(`renewal.${renewal.status}`)}</p>
      {renewal.periodEndsAt && <p>{text('renewal.periodEnds', { date: date(renewal.periodEndsAt) })}</p>}
      {[predecessor, successor].map(
        (order) =>
          order && (
            <Link key={order.id} to={paths.order} params={{ number: String(order.number) }}>
              {text(order === predecessor ? 'renewal.before' : 'renewal.after', { number: order.number })}
            </Link>
          ),
      )}
    </section>
  );
}
