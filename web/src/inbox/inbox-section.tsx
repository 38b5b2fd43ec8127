import type { ReactNode } from 'react';
import { useApiQuery } from '../api/use-api.ts';
import { InboxDocument, type InboxOrderFragment } from '../generated/graphql.ts';
import { CursorPages, type PageInfo } from '../ui/cursor-pages.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { InboxItem } from './inbox-item.tsx';

const pageSize = 20;

interface InboxSectionProps {
  readonly title: string;
  /** The text of a section without orders. */
  readonly empty: string;
  readonly hasUnreadMessages: boolean;
  /** The orders that events have brought, of both sections. */
  readonly changed: readonly InboxOrderFragment[];
}

/** The orders with unread messages, or those without: first those that events have brought, then the others page by page. */
export function InboxSection({ title, empty, hasUnreadMessages, changed }: InboxSectionProps) {
  const added = changed.filter(({ unreadCount }) => unreadCount > 0 === hasUnreadMessages);
  const changedIds = new Set(changed.map(({ id }) => id));
  return (
    <section className="stack stack--small" aria-label={title}>
      <h2>{title}</h2>
      <InboxList orders={added} />
      <CursorPages>
        {(after, more) => (
          <InboxPageList
            after={after}
            more={more}
            hasUnreadMessages={hasUnreadMessages}
            changedIds={changedIds}
            empty={added.length === 0 && after === undefined ? empty : undefined}
          />
        )}
      </CursorPages>
    </section>
  );
}

interface InboxPageListProps {
  readonly after: string | undefined;
  readonly more: (pageInfo: PageInfo) => ReactNode;
  readonly hasUnreadMessages: boolean;
  readonly changedIds: ReadonlySet<string>;
  readonly empty: string | undefined;
}

function InboxPageList({ after, more, hasUnreadMessages, changedIds, empty }: InboxPageListProps) {
  const query = useApiQuery(InboxDocument, { filter: { hasUnreadMessages }, first: pageSize, after });
  return (
    <QueryView query={query}>
      {({ orders: { nodes, pageInfo } }) => {
        const unchanged = nodes.filter(({ id }) => !changedIds.has(id));
        return (
          <>
            {empty && unchanged.length === 0 && <p className="muted">{empty}</p>}
            <InboxList orders={unchanged} />
            {more(pageInfo)}
          </>
        );
      }}
    </QueryView>
  );
}

function InboxList({ orders }: { readonly orders: readonly InboxOrderFragment[] }) {
  if (orders.length === 0) return null;
  return (
    <ul className="plain-list stack stack--small">
      {orders.map((order) => (
        <li key={order.id} className="card inbox__item">
          <InboxItem order={order} />
        </li>
      ))}
    </ul>
  );
}
