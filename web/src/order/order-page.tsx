import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useApiQuery } from '../api/use-api.ts';
import { NotFoundPage } from '../app/error-pages.tsx';
import { paths } from '../app/paths.ts';
import { OrderPageDocument } from '../generated/graphql.ts';
import { QueryView } from '../ui/query-view.tsx';
import './order.css';
import { OrderRoom } from './order-room.tsx';
import { orderNumber, takePreloaded } from './preload-order.ts';

/** The page of an order. */
export function OrderPage() {
  const { number } = useParams({ from: paths.order });
  const isPreloaded = useMemo(() => takePreloaded(number), [number]);
  const variable = orderNumber(number);
  // Otherwise always from the server: the timeline is followed from the cursor of this answer.
  const query = useApiQuery(
    OrderPageDocument,
    { number: variable ?? 0 },
    { policy: isPreloaded ? 'cache-first' : 'network-only', pause: variable === undefined },
  );
  if (variable === undefined) return <NotFoundPage />;
  return (
    <QueryView query={query}>
      {({ order }) =>
        order ? <OrderRoom key={order.cursor} order={order} onReset={query.reload} /> : <NotFoundPage />
      }
    </QueryView>
  );
}
