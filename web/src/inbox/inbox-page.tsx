import { Link } from '@tanstack/react-router';
import { paths } from '../app/paths.ts';
import { useApiText, useText } from '../i18n/use-text.ts';
import { useSessionState } from '../session/session-context.tsx';
import { announce } from '../ui/announcer.tsx';
import { Page } from '../ui/page.tsx';
import './inbox.css';
import { InboxSection } from './inbox-section.tsx';
import { useInboxChanges } from './use-inbox-changes.ts';

/** The orders with unread messages, and the others by their newest activity, live. */
export function InboxPage() {
  const text = useText();
  const apiText = useApiText();
  const { membership } = useSessionState();
  const { changed, resetCount } = useInboxChanges(({ number, timeline }) => {
    const entry = timeline.nodes.at(-1);
    if (!entry?.actor || entry.actor.id === membership?.account.id) return;
    const event = apiText(`entry.${entry.type}`, entry.title);
    announce(text('inbox.announcement', { number, actor: entry.actor.name, event }));
  });
  return (
    <Page title={text('inbox.title')} actions={<Link to={paths.orders}>{text('inbox.allOrders')}</Link>}>
      <InboxSection
        key={`unread ${resetCount}`}
        title={text('inbox.unread')}
        empty={text('inbox.noUnread')}
        hasUnreadMessages
        changed={changed}
      />
      <InboxSection
        key={`recent ${resetCount}`}
        title={text('inbox.recent')}
        empty={text('inbox.noRecent')}
        hasUnreadMessages={false}
        changed={changed}
      />
    </Page>
  );
}
