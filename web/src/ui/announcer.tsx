/** Announcements for screen readers, and short messages at the edge of the page. */
import { useSyncExternalStore } from 'react';
import './announcer.css';

interface Announcements {
  /** Texts that are read out and shown for a few seconds. */
  readonly toasts: readonly { readonly id: number; readonly text: string }[];
  /** The last text that is only read out. */
  readonly spoken: string;
}

const toastMs = 6_000;
let announcements: Announcements = { toasts: [], spoken: '' };
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: Announcements): void {
  announcements = next;
  for (const listener of listeners) listener();
}

/** Has screen readers read out something that has appeared on the page. */
export const announce = (text: string): void => set({ ...announcements, spoken: text });

/** Shows a short message for a few seconds, and has it read out. It must not be the only place of what it says. */
export function toast(text: string): void {
  lastId += 1;
  const id = lastId;
  set({ ...announcements, toasts: [...announcements.toasts, { id, text }] });
  setTimeout(() => set({ ...announcements, toasts: announcements.toasts.filter((one) => one.id !== id) }), toastMs);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The place of announcements: once on the page, always there, since screen readers announce changes only. */
export function Announcer() {
  const { toasts, spoken } = useSyncExternalStore(subscribe, () => announcements);
  return (
    <>
      <div className="visually-hidden" role="log" aria-live="polite">
        {spoken}
      </div>
      <div className="toasts" role="status">
        {toasts.map(({ id, text }) => (
          <p key={id} className="toast">
            {text}
          </p>
        ))}
      </div>
    </>
  );
}
