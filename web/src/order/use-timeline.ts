import { useCallback, useState } from 'react';
import { useClient } from 'urql';
import { operation } from '../api/operations.ts';
import { useTranslatedRefusal } from '../api/refusal-text.ts';
import { useApiSubscription } from '../api/use-subscription.ts';
import {
  EarlierEntriesDocument,
  type EntryViewFragment,
  OrderEventsDocument,
  type OrderPageQuery,
} from '../generated/graphql.ts';

export type Entry = EntryViewFragment;
type OrderSnapshot = NonNullable<OrderPageQuery['order']>;
type Role = 'ADVERTISER' | 'SELLER' | 'OPERATOR';

/** A read marker of a participant: the last entry that was read. */
export type ReadMarkers = Readonly<Partial<Record<Role, number>>>;

export interface Timeline {
  /** The entries that are loaded, by number. */
  readonly entries: readonly Entry[];
  /** Loads earlier entries; undefined if all are loaded. */
  readonly loadEarlier: (() => Promise<void>) | undefined;
  readonly typing: ReadonlySet<Role>;
  readonly present: ReadonlySet<Role>;
  readonly readUpTo: ReadMarkers;
  /** The reason why nothing more will come, such as lost access. */
  readonly ended: string | undefined;
}

interface TimelineOptions {
  /** Called for each entry that comes live. */
  readonly onEntry: (entry: Entry) => void;
  /** Called when the copy of the page is of no use, and has to be read again. */
  readonly onReset: () => void;
}

/** The timeline of an order: the snapshot that was read with the order, then live from its cursor. */
export function useTimeline(order: OrderSnapshot, { onEntry, onReset }: TimelineOptions): Timeline {
  const client = useClient();
  const translated = useTranslatedRefusal();
  const [entries, setEntries] = useState<readonly Entry[]>(order.timeline.nodes);
  const [earlier, setEarlier] = useState(order.timeline.pageInfo);
  const [typing, setTyping] = useState<ReadonlySet<Role>>(new Set());
  const [present, setPresent] = useState<ReadonlySet<Role>>(new Set());
  const [readUpTo, setReadUpTo] = useState<ReadMarkers>(() =>
    Object.fromEntries(order.readMarkers.map(({ role, readUpTo: upTo }) => [role, upTo])),
  );
  const [ended, setEnded] = useState<string>();

  useApiSubscription(OrderEventsDocument, { orderId: order.id, after: order.cursor }, (event) => {
    switch (event.__typename) {
      case 'TimelineEntryAdded': {
        const { entry } = event;
        setEntries((before) => merged(before, [entry]));
        setTyping((before) => without(before, entry.actorRole as Role));
        onEntry(entry);
        return;
      }
      case 'TimelineReset':
        return onReset();
      case 'TypingChanged':
        return setTyping((before) => (event.isTyping ? new Set([...before, event.role]) : without(before, event.role)));
      case 'PresenceChanged':
        return setPresent((before) =>
          event.isPresent ? new Set([...before, event.role]) : without(before, event.role),
        );
      case 'ReadMarkerMoved':
        if (event.kind === 'READ') setReadUpTo((before) => ({ ...before, [event.role]: event.upTo }));
        return;
      default:
        setEnded(translated(event).message);
    }
  });

  const loadEarlier = useCallback(async () => {
    const before = earlier.startCursor;
    if (!before) return;
    const { data } = await client.query(operation(EarlierEntriesDocument), { id: order.id, before }).toPromise();
    const timeline = data?.order?.timeline;
    if (!timeline) return;
    setEntries((loaded) => merged(loaded, timeline.nodes));
    setEarlier(timeline.pageInfo);
  }, [client, order.id, earlier]);

  return { entries, loadEarlier: earlier.hasPreviousPage ? loadEarlier : undefined, typing, present, readUpTo, ended };
}

/** The entries by number, each once. A message that was edited or deleted is shown as it is now, also where it is quoted. */
function merged(before: readonly Entry[], added: readonly Entry[]): readonly Entry[] {
  const newest = before.at(-1)?.number ?? 0;
  const areNew = added.every(({ number, message }, index) => {
    const previous = added[index - 1]?.number ?? newest;
    return number > previous && (message === null || message.number === number);
  });
  if (areNew) return [...before, ...added];
  const byNumber = new Map([...before, ...added].map((entry) => [entry.number, entry]));
  const messages = new Map(added.flatMap(({ message }) => (message ? [[message.id, message] as const] : [])));
  return [...byNumber.values()]
    .map((entry) => {
      const { message } = entry;
      if (!message) return entry;
      const newest = messages.get(message.id) ?? message;
      const replyTo = (message.replyTo && messages.get(message.replyTo.id)) ?? newest.replyTo;
      if (newest === message && replyTo === message.replyTo) return entry;
      return { ...entry, message: { ...newest, replyTo } };
    })
    .sort((a, b) => a.number - b.number);
}

function without<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  if (!set.has(value)) return set;
  return new Set([...set].filter((one) => one !== value));
}
