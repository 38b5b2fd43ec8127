import { useCallback, useMemo, useState } from 'react';
import { messageOf } from './entry-item.tsx';
import type { Entry, Timeline } from './use-timeline.ts';

/** The number of the newest entries that are drawn, and of those that are added on the way to the first. */
const drawnEntries = 150;

export interface DrawnEntries extends Pick<Timeline, 'loadEarlier'> {
  readonly entries: readonly Entry[];
  /** Keeps the first entry that is drawn, for a reader who has left the end. */
  readonly hold: () => void;
  /** Draws the newest entries alone, for a reader who follows them. */
  readonly follow: () => void;
}

/** The entries that are drawn: the newest of those that are loaded, because thousands would make every change slow. */
export function useDrawnEntries({ entries, loadEarlier }: Timeline, showsEvents: boolean): DrawnEntries {
  /** The number of the first entry to draw; undefined while the reader follows the end. */
  const [first, setFirst] = useState<number>();
  const shown = useMemo(() => (showsEvents ? entries : entries.filter(messageOf)), [entries, showsEvents]);
  const drawn = useMemo(
    () => (first === undefined ? shown.slice(-drawnEntries) : shown.filter(({ number }) => number >= first)),
    [shown, first],
  );
  const hiddenCount = shown.length - drawn.length;
  const firstDrawn = drawn[0]?.number;
  const drawEarlier = useCallback(async () => {
    if (hiddenCount === 0) await loadEarlier?.();
    setFirst(shown[hiddenCount - drawnEntries]?.number ?? 0);
  }, [hiddenCount, shown, loadEarlier]);
  const hold = useCallback(() => setFirst((before) => before ?? firstDrawn), [firstDrawn]);
  const follow = useCallback(() => setFirst(undefined), []);
  return { entries: drawn, loadEarlier: hiddenCount > 0 || loadEarlier ? drawEarlier : undefined, hold, follow };
}
