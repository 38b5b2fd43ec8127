/** The inbox, live on every page: the number of unread messages, and the events for the page that lists them. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useApiQuery } from '../api/use-api.ts';
import { useApiSubscription } from '../api/use-subscription.ts';
import { InboxEventsDocument, type InboxEventsSubscription, InboxStateDocument } from '../generated/graphql.ts';
import { useSession, useSessionState } from './session-context.tsx';

export type InboxEvent = InboxEventsSubscription['inbox'];
type Listener = (event: InboxEvent) => void;

interface LiveInbox {
  /** The number of unread messages in all orders; 0 for a visitor without an account. */
  readonly unreadCount: number;
  /** Calls `listener` for each event. Returns the function that stops it. */
  follow(listener: Listener): () => void;
}

const LiveInboxContext = createContext<LiveInbox>({ unreadCount: 0, follow: () => () => undefined });

/** The number of unread messages in all orders of the viewer, live. */
export const useUnreadCount = (): number => useContext(LiveInboxContext).unreadCount;

/** Calls `listener` for each event of the inbox while the component is shown. All of them share one subscription. */
export function useInboxEvents(listener: Listener): void {
  const { follow } = useContext(LiveInboxContext);
  const current = useRef(listener);
  useEffect(() => {
    current.current = listener;
  });
  useEffect(() => follow((event) => current.current(event)), [follow]);
}

/** Follows the inbox of the account for which the person acts, for all components below. */
export function LiveInboxProvider({ children }: { readonly children: ReactNode }) {
  const { person, membership } = useSessionState();
  const [unreadCount, setUnreadCount] = useState(0);
  const [listeners] = useState(() => new Set<Listener>());
  const follow = useCallback(
    (listener: Listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [listeners],
  );
  const onEvent = useCallback(
    (event: InboxEvent) => {
      for (const listener of listeners) listener(event);
    },
    [listeners],
  );
  const inbox = useMemo(
    () => ({ unreadCount: membership ? unreadCount : 0, follow }),
    [membership, unreadCount, follow],
  );
  return (
    <LiveInboxContext value={inbox}>
      {membership && (
        <InboxFeed key={`${person?.id} ${membership.account.id}`} onUnreadCount={setUnreadCount} onEvent={onEvent} />
      )}
      {children}
    </LiveInboxContext>
  );
}

interface InboxFeedProps {
  readonly onUnreadCount: (count: number) => void;
  readonly onEvent: Listener;
}

/** Reads the state of the inbox, and follows it from its cursor. */
function InboxFeed({ onUnreadCount, onEvent }: InboxFeedProps) {
  const { data, reload } = useApiQuery(InboxStateDocument, {}, { policy: 'network-only' });
  const count = data?.inbox.unreadCount;
  useEffect(() => {
    if (count !== undefined) onUnreadCount(count);
  }, [count, onUnreadCount]);
  return data && <InboxStream after={data.inbox.cursor} onReset={reload} {...{ onUnreadCount, onEvent }} />;
}

interface InboxStreamProps extends InboxFeedProps {
  readonly after: string;
  readonly onReset: () => void;
}

function InboxStream({ after, onReset, onUnreadCount, onEvent }: InboxStreamProps) {
  const session = useSession();
  useApiSubscription(InboxEventsDocument, { after }, (event) => {
    if ('unreadCount' in event) onUnreadCount(event.unreadCount);
    else if (event.__typename === 'InboxReset') onReset();
    // The person has another role, or has left an account: what the pages offer changes.
    else if (event.code === 'RIGHTS_CHANGED') void session.refresh();
    onEvent(event);
  });
  return null;
}
