/** The session, for all components below. */
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { Provider } from 'urql';
import type { LiveClient } from '../api/live-client.ts';
import type { Session, SessionState, SignedInPerson } from './session.ts';

const SessionContext = createContext<Session | undefined>(undefined);

/** Provides the session, and the client of the API that belongs to its current state. */
export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const { api } = useSyncExternalStore(session.subscribe, () => session.state);
  return (
    <SessionContext value={session}>
      <Provider value={api}>{children}</Provider>
    </SessionContext>
  );
}

/** The session, to sign in and out. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('There is no SessionProvider above this component');
  return session;
}

/** The current state of the session. */
export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => session.state);
}

/** The person who is signed in. Only for pages that require one. */
export function usePerson(): SignedInPerson {
  const { person } = useSessionState();
  if (!person) throw new Error('This page requires a person who is signed in');
  return person;
}

/** The live connection of the page. */
export const useLive = (): LiveClient => useSessionState().live;
