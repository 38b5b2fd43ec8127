import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApiQuery } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { type OrderFilter, type OrderRowFragment, OrdersDocument } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useOrderStatusText } from '../i18n/use-order-status-text.ts';
import { useApiText, useText } from '../i18n/use-text.ts';
import { Badge } from '../ui/badge.tsx';
import type { PageInfo } from '../ui/cursor-pages.tsx';
import { QueryView } from '../ui/query-view.tsx';
import type { OrdersSearch } from './orders-search.ts';

const pageSize = 20;

interface OrderListProps {
  readonly search: OrdersSearch;
  readonly after: string | undefined;
  readonly more: (pageInfo: PageInfo) => ReactNode;
}

/** One page of the orders that match the filters. */
export function OrderList({ search, after, more }: OrderListProps) {
  const text = useText();
  const query = useApiQuery(OrdersDocument, { filter: filterOf(search), first: pageSize, after });
  return (
    <QueryView query={query}>
      {({ orders: { nodes, pageInfo } }) => (
        <>
          {nodes.length === 0 && <p>{text(Object.keys(search).length > 0 ? 'orders.noMatch' : 'orders.empty')}</p>}
          <ul className="plain-list stack stack--small">
            {nodes.map((order) => (
              <li key={order.id} className="card orders__row">
                <OrderRow order={order} />
              </li>
            ))}
          </ul>
          {more(pageInfo)}
        </>
      )}
    </QueryView>
  );
}

const filterOf = ({ text, status, role, attention }: OrdersSearch): OrderFilter => ({
  text,
  role,
  statuses: status && [status],
  needsAttention: attention,
});

function OrderRow({ order }: { readonly order: OrderRowFragment }) {
  const text = useText();
  const apiText = useApiText();
  const statusText = useOrderStatusText();
  const { money, dateTime } = useFormats();
  const other = order.viewerRole === 'SELLER' ? order.advertiser : order.seller;
  const [next] = order.nextSteps;
  return (
    <>
      <div className="row row--spread">
        <h2>
          <Link to={paths.order} params={{ number: String(order.number) }}>
            {text('order.title', { number: order.number })}
          </Link>
        </h2>
        <span className="row">
          {order.unreadCount > 0 && <Badge tone="info">{text('orders.unread', { count: order.unreadCount })}</Badge>}
          {order.needsAttention && <Badge tone="warn">{text('orders.needsYou')}</Badge>}
          <Badge>{statusText(order)}</Badge>
        </span>
      </div>
      <p dir="auto">
        {other.name} · {order.items.map(({ title }) => title).join(', ')}
      </p>
      <p className="row muted small">
        <span>{money(order.total)}</span>
        <span>{text('orders.lastActivity', { time: dateTime(order.lastActivityAt) })}</span>
        {next && <span>{text('orders.next', { step: apiText(`orderStep.${next.step}`, next.title) })}</span>}
      </p>
    </>
  );
}
