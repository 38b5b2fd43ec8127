import { useSyncExternalStore } from 'react';
import { useText } from '../i18n/use-text.ts';
import { useLive } from '../session/session-context.tsx';

const subscribeToOnline = (listener: () => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

/** A banner while the browser is offline, or the live connection is lost. */
export function ConnectionBanner() {
  const text = useText();
  const live = useLive();
  const isOnline = useSyncExternalStore(subscribeToOnline, () => navigator.onLine);
  const status = useSyncExternalStore(live.subscribe, () => live.status);
  return (
    <div className="connection-banner" role="status">
      {!isOnline ? text('connection.offline') : status === 'lost' ? text('connection.lost') : null}
    </div>
  );
}
