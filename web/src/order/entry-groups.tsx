import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { EntryItem } from './entry-item.tsx';
import type { Order } from './order-room.tsx';
import type { Entry } from './use-timeline.ts';

interface EntryGroupsProps {
  readonly entries: readonly Entry[];
  readonly viewerRole: Order['viewerRole'];
  readonly onReply: (entry: Entry) => void;
}

/** The entries that are drawn and left out together, by their numbers. */
const groupSize = 20;
/** Groups this close to the part that is seen are drawn. */
const nearPx = 1_500;
/** The height that is assumed for an entry that was never drawn. */
const entryPx = 110;

/** The entries that are loaded. There may be thousands, so that only those near the part that is seen are drawn. */
export function EntryGroups({ entries, viewerRole, onReply }: EntryGroupsProps) {
  const groups = useMemo(() => groupsOf(entries), [entries]);
  return groups.map(({ key, entries: group }, index) => (
    <EntryGroup
      key={key}
      entries={group}
      viewerRole={viewerRole}
      onReply={onReply}
      // The end of a conversation is seen first.
      isSeenFirst={index >= groups.length - 2}
    />
  ));
}

function groupsOf(entries: readonly Entry[]): { readonly key: number; readonly entries: readonly Entry[] }[] {
  const groups: { key: number; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const key = Math.floor(entry.number / groupSize);
    const last = groups.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else groups.push({ key, entries: [entry] });
  }
  return groups;
}

const EntryGroup = memo(
  ({ entries, viewerRole, onReply, isSeenFirst }: EntryGroupsProps & { readonly isSeenFirst: boolean }) => {
    const element = useRef<HTMLOListElement>(null);
    /** The height that is kept free for a group that is not drawn. */
    const [freePx, setFreePx] = useState(isSeenFirst ? undefined : entries.length * entryPx);
    const isDrawn = freePx === undefined;
    useEffect(() => {
      const { current: group } = element;
      const frame = group?.closest('.chat__frame');
      if (!group || !frame) return;
      const observer = new IntersectionObserver(
        (changes) => {
          const change = changes.at(-1);
          if (!change) return;
          if (change.isIntersecting) setFreePx(undefined);
          else if (!isInUse(group)) setFreePx(change.boundingClientRect.height);
        },
        { root: frame, rootMargin: `${nearPx}px 0px` },
      );
      observer.observe(group);
      return () => observer.disconnect();
    }, []);
    return (
      <ol
        ref={element}
        className="plain-list stack stack--small"
        aria-hidden={!isDrawn}
        style={{ blockSize: isDrawn ? undefined : freePx }}
      >
        {isDrawn &&
          entries.map((entry) => (
            <EntryItem key={entry.number} entry={entry} viewerRole={viewerRole} onReply={onReply} />
          ))}
      </ol>
    );
  },
  (before, after) =>
    before.viewerRole === after.viewerRole &&
    before.entries.length === after.entries.length &&
    before.entries.every((entry, index) => entry === after.entries[index]),
);

/** True if the reader is at a button of the group, or has opened a dialog, which may be one of the group. */
const isInUse = (group: Element): boolean =>
  group.contains(document.activeElement) || document.querySelector('[role="dialog"]') !== null;
