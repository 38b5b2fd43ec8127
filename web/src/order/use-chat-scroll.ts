import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Timeline } from './use-timeline.ts';

/** Earlier entries are loaded when the reader is this close to the first one. */
const nearStartPx = 300;
/** A reader who is this close to the last entry follows the conversation. */
const nearEndPx = 60;

interface ChatScroll {
  /** The element that scrolls. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  /** True if entries have come that the reader has not scrolled to. */
  readonly isBehind: boolean;
  readonly scrollToEnd: () => void;
}

/**
 * The scroll position of a conversation. A reader at its end follows it. For a reader who has scrolled up it stays where
 * it is, whatever comes before or after, and earlier entries are loaded on the way up.
 */
export function useChatScroll(
  { entries, loadEarlier }: Pick<Timeline, 'entries' | 'loadEarlier'>,
  outgoingCount: number,
): ChatScroll {
  const frame = useRef<HTMLDivElement>(null);
  const position = useRef({ follows: true, top: 0, fromEnd: 0 });
  const isLoading = useRef(false);
  const [isBehind, setIsBehind] = useState(false);
  const firstNumber = entries[0]?.number;
  const lastNumber = entries.at(-1)?.number;

  const scrollToEnd = useCallback(() => {
    position.current.follows = true;
    setIsBehind(false);
    if (frame.current) frame.current.scrollTop = frame.current.scrollHeight;
  }, []);

  // Earlier entries grow the list above the reader.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the first entry is another one
  useLayoutEffect(() => {
    const { follows, fromEnd } = position.current;
    if (frame.current && !follows) frame.current.scrollTop = frame.current.scrollHeight - fromEnd;
  }, [firstNumber]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the last entry is another one
  useLayoutEffect(() => {
    if (position.current.follows) scrollToEnd();
    else setIsBehind(true);
  }, [lastNumber, scrollToEnd]);

  // The author of a message wants to see it.
  const earlierCount = useRef(outgoingCount);
  useLayoutEffect(() => {
    if (outgoingCount > earlierCount.current) scrollToEnd();
    earlierCount.current = outgoingCount;
  }, [outgoingCount, scrollToEnd]);

  // Entries get their real height only when they are drawn.
  useEffect(() => {
    const content = frame.current?.firstElementChild;
    if (!content) return;
    const observer = new ResizeObserver(() => {
      if (position.current.follows) scrollToEnd();
    });
    observer.observe(content);
    return () => observer.disconnect();
  }, [scrollToEnd]);

  const onScroll = () => {
    if (!frame.current) return;
    const { scrollTop: top, scrollHeight, clientHeight } = frame.current;
    const fromEnd = scrollHeight - top;
    const wentUp = top < position.current.top;
    const follows = fromEnd - clientHeight < nearEndPx || (position.current.follows && !wentUp);
    position.current = { follows, top, fromEnd };
    if (follows) return setIsBehind(false);
    if (top < nearStartPx && loadEarlier && !isLoading.current) {
      isLoading.current = true;
      void loadEarlier().finally(() => {
        isLoading.current = false;
      });
    }
  };
  return { frame, onScroll, isBehind, scrollToEnd };
}
