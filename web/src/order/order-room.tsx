import { useEffect, useRef, useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { MarkReadDocument, type OrderPageQuery } from '../generated/graphql.ts';
import { useApiText, useText } from '../i18n/use-text.ts';
import { useSessionState } from '../session/session-context.tsx';
import { announce } from '../ui/announcer.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Conversation } from './conversation.tsx';
import { OrderDetails } from './order-details.tsx';
import { OrderHeader } from './order-header.tsx';
import { OrderPartsView } from './order-parts.tsx';
import { OrderSteps } from './order-steps.tsx';
import { ProofPanel } from './proof-panel.tsx';
import { useTimeline } from './use-timeline.ts';

export type Order = NonNullable<OrderPageQuery['order']>;

interface OrderRoomProps {
  readonly order: Order;
  /** Called when the order has to be read again. */
  readonly onReset: () => void;
}

/** The room in which both parties work on an order: its state, the next steps, and the conversation. */
export function OrderRoom({ order, onReset }: OrderRoomProps) {
  const text = useText();
  const apiText = useApiText();
  const { membership } = useSessionState();
  const [eventCount, setEventCount] = useState(0);
  const timeline = useTimeline(order, {
    onReset,
    onEntry: ({ actor, title, type, message }) => {
      if (type !== 'MESSAGE_SENT') setEventCount((count) => count + 1);
      if (!actor || actor.id === membership?.account.id) return;
      const event = apiText(`entry.${type}`, title);
      announce(text('order.announcement', { actor: actor.name, event, message: message?.text ?? '' }));
    },
  });
  useMarkRead(order, timeline.entries.at(-1)?.number ?? 0);
  return (
    <Page title={text('order.title', { number: order.number })}>
      {timeline.ended && (
        <Notice tone="bad" isLive>
          {timeline.ended}
        </Notice>
      )}
      <OrderHeader order={order} />
      <div className="order">
        <div className="stack order__main">
          <Conversation order={order} timeline={timeline} />
        </div>
        <div className="stack order__side">
          <OrderSteps order={order} />
          <ProofPanel order={order} entries={timeline.entries} />
          <OrderPartsView order={order} eventCount={eventCount} />
          <OrderDetails order={order} />
        </div>
      </div>
    </Page>
  );
}

/** The time between two read markers of a reader who follows a busy chat. */
const markReadMs = 1_000;

/** Marks the order as read up to the newest entry, while the page is visible: the first immediately, then once a second. */
function useMarkRead({ id, viewerRole }: Order, upTo: number): void {
  const markRead = useApiMutation(MarkReadDocument);
  const markedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (upTo === 0 || viewerRole === 'OPERATOR') return;
    const mark = () => {
      if (document.visibilityState !== 'visible') return;
      markedAt.current = performance.now();
      void markRead({ input: { orderId: id, upTo } });
    };
    const timer = setTimeout(mark, Math.max(0, markedAt.current + markReadMs - performance.now()));
    document.addEventListener('visibilitychange', mark);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', mark);
    };
  }, [id, viewerRole, upTo, markRead]);
}
