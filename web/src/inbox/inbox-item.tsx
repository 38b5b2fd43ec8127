import { Link } from '@tanstack/react-router';
import { paths } from '../app/paths.ts';
import type { InboxOrderFragment, TimelineEntryType } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useOrderStatusText } from '../i18n/use-order-status-text.ts';
import { useApiText, useText } from '../i18n/use-text.ts';
import { Badge } from '../ui/badge.tsx';

const emailEntries: ReadonlySet<TimelineEntryType> = new Set(['EMAIL_SENT', 'EMAIL_FAILED']);

/** An order with its newest entry. That an e-mail was sent is not news: the step or message before it is shown. */
export function InboxItem({ order }: { readonly order: InboxOrderFragment }) {
  const text = useText();
  const apiText = useApiText();
  const statusText = useOrderStatusText();
  const { dateTime } = useFormats();
  const { nodes } = order.timeline;
  const entry = nodes.findLast(({ type }) => !emailEntries.has(type)) ?? nodes.at(-1);
  const message = entry?.message?.deletedAt ? undefined : entry?.message?.text;
  return (
    <>
      <div className="row row--spread">
        <h3>
          <Link to={paths.order} params={{ number: String(order.number) }}>
            {text('order.title', { number: order.number })}
          </Link>{' '}
          <span dir="auto">{partiesOf(order)}</span>
        </h3>
        <span className="row">
          {order.unreadCount > 0 && <Badge tone="info">{text('orders.unread', { count: order.unreadCount })}</Badge>}
          {order.needsAttention && <Badge tone="warn">{text('orders.needsYou')}</Badge>}
          <Badge>{statusText(order)}</Badge>
        </span>
      </div>
      {entry && (
        <p className="row small">
          <strong dir="auto">{entry.actor?.name ?? text(`actorRole.${entry.actorRole}`)}</strong>
          <span>{apiText(`entry.${entry.type}`, entry.title)}</span>
          <time className="muted" dateTime={entry.occurredAt}>
            {dateTime(entry.occurredAt)}
          </time>
        </p>
      )}
      {message && (
        <p dir="auto" className="inbox__message">
          {message}
        </p>
      )}
    </>
  );
}

/** The other party; for an operator, both. */
const partiesOf = ({ viewerRole, advertiser, seller }: InboxOrderFragment): string => {
  if (viewerRole === 'SELLER') return advertiser.name;
  return viewerRole === 'ADVERTISER' ? seller.name : `${advertiser.name} · ${seller.name}`;
};
