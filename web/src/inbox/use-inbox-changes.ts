import { useState } from 'react';
import type { InboxOrderFragment } from '../generated/graphql.ts';
import { useInboxEvents } from '../session/live-inbox.tsx';

interface InboxChanges {
  /** The orders that events have brought since the lists were read, newest activity first. They replace those of the lists. */
  readonly changed: readonly InboxOrderFragment[];
  /** Number of times that the lists had to be read again. */
  readonly resetCount: number;
}

/** Follows the inbox. `onEntry` is called with the order of each new entry. */
export function useInboxChanges(onEntry: (order: InboxOrderFragment) => void): InboxChanges {
  const [byId, setById] = useState<ReadonlyMap<string, InboxOrderFragment>>(new Map());
  const [resetCount, setResetCount] = useState(0);
  useInboxEvents((event) => {
    if (event.__typename === 'InboxReset') {
      setById(new Map());
      setResetCount((before) => before + 1);
    } else if ('order' in event) {
      setById((before) => new Map([...before, [event.order.id, event.order]]));
      if (event.__typename === 'InboxEntryAdded') onEntry(event.order);
    }
  });
  const changed = [...byId.values()].sort((one, other) => other.lastActivityAt.localeCompare(one.lastActivityAt));
  return { changed, resetCount };
}
