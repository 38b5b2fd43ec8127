import { useCallback, useEffect, useRef } from 'react';

/** The time within which a dialog is gone that closes after its button. */
const closingMs = 1_000;

/**
 * Returns the function to call when a button begins a change. If the button disappears with the change, and the focus with the
 * button, the focus moves to the page: people with a keyboard do not begin again at its top.
 */
export function useFocusAfterChange(): () => void {
  const hasBegun = useRef(false);
  useEffect(
    () => () => {
      if (hasBegun.current) focusPageOnceLost(performance.now() + closingMs);
    },
    [],
  );
  return useCallback(() => {
    hasBegun.current = true;
  }, []);
}

/** Moves the focus to the page when it is lost. A dialog may lose it after the button, and nothing behind a dialog takes it. */
function focusPageOnceLost(until: number): void {
  const page = document.getElementById('main');
  if (document.activeElement === document.body) page?.focus({ preventScroll: true });
  if (performance.now() < until && !page?.contains(document.activeElement))
    requestAnimationFrame(() => focusPageOnceLost(until));
}
