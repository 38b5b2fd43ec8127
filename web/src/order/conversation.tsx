import { useLayoutEffect, useMemo, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { EntryGroups } from './entry-groups.tsx';
import { messageOf } from './entry-item.tsx';
import { MessageForm } from './message-form.tsx';
import type { Order } from './order-room.tsx';
import { OutgoingItem } from './outgoing-item.tsx';
import { ParticipantState } from './participant-state.tsx';
import { useChatScroll } from './use-chat-scroll.ts';
import { useOutbox } from './use-outbox.ts';
import type { Entry, Timeline } from './use-timeline.ts';

/** The messages and the events of an order in one sequence, and the form for another message. */
export function Conversation({ order, timeline }: { readonly order: Order; readonly timeline: Timeline }) {
  const text = useText();
  const outbox = useOutbox(order.id);
  const [showsEvents, setShowsEvents] = useState(true);
  const [replyTo, setReplyTo] = useState<Entry>();
  const { entries, loadEarlier } = timeline;
  const shown = useMemo(() => (showsEvents ? entries : entries.filter(messageOf)), [entries, showsEvents]);
  const { settle } = outbox;
  const isWaiting = outbox.messages.length > 0;
  // Before the page is drawn: otherwise a message is seen twice for a moment.
  useLayoutEffect(() => {
    if (!isWaiting) return;
    for (const { idempotencyKey } of entries) if (idempotencyKey) settle(idempotencyKey);
  }, [entries, settle, isWaiting]);
  const { frame, onScroll, isBehind, scrollToEnd } = useChatScroll(
    { entries: shown, loadEarlier },
    outbox.messages.length,
  );
  return (
    <section className="card stack" aria-labelledby="conversation">
      <div className="row row--spread">
        <h2 id="conversation">{text('chat.title')}</h2>
        <Checkbox isSelected={showsEvents} onChange={setShowsEvents}>
          {text('chat.showEvents')}
        </Checkbox>
      </div>
      <div className="chat">
        {/* biome-ignore lint/a11y/useSemanticElements: not a set of form fields */}
        <div
          className="chat__frame"
          ref={frame}
          onScroll={onScroll}
          role="group"
          aria-label={text('chat.entries')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
          tabIndex={0}
        >
          <div className="stack stack--small">
            {loadEarlier && (
              <div>
                <Button onPress={() => void loadEarlier()}>{text('chat.earlier')}</Button>
              </div>
            )}
            <EntryGroups entries={shown} viewerRole={order.viewerRole} onReply={setReplyTo} />
            <ol className="plain-list stack stack--small">
              {outbox.messages.map((message) => (
                <OutgoingItem key={message.key} message={message} onDiscard={() => outbox.discard(message.key)} />
              ))}
            </ol>
          </div>
        </div>
        {isBehind && (
          <div className="chat__new">
            <Button variant="primary" onPress={scrollToEnd}>
              {text('chat.newMessages')}
            </Button>
          </div>
        )}
      </div>
      <ParticipantState order={order} timeline={timeline} />
      <MessageForm
        orderId={order.id}
        replyTo={replyTo}
        onCancelReply={() => setReplyTo(undefined)}
        onSend={(message) => {
          outbox.send({ ...message, replyTo: replyTo?.number });
          setReplyTo(undefined);
        }}
      />
    </section>
  );
}
