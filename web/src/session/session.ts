/** The session of the page: the person who is signed in, the account of the person, and the clients of the API. */

import type { Client } from 'urql';
import { basePath } from '../api/base-path.ts';
import { createApiClient } from '../api/client.ts';
import { createLiveClient, type LiveClient } from '../api/live-client.ts';
import { operation } from '../api/operations.ts';
import { chooseAccount, chosenAccount, requestHeaders } from '../api/request-headers.ts';
import { SessionDocument, type SessionQuery } from '../generated/graphql.ts';

export type SignedInPerson = NonNullable<SessionQuery['me']>;
export type Membership = SignedInPerson['memberships'][number];

/** One state of the session. The clients belong to it: a cache is never shared by two people or two accounts. */
export interface SessionState {
  /** Undefined for a visitor who has not signed in. */
  readonly person: SignedInPerson | undefined;
  /** The membership in the account for which the person acts; undefined for a person without an account. */
  readonly membership: Membership | undefined;
  readonly isOperator: boolean;
  /** True after the server has refused the session. */
  readonly hasExpired: boolean;
  readonly api: Client;
  readonly live: LiveClient;
}

export interface Session {
  /** Before the session has been opened, it is that of a visitor. */
  readonly state: SessionState;
  /** Reads the person of the cookie. What the client of the state has requested before is used afterwards. */
  open(): Promise<void>;
  /** Calls `listener` when the state changes. Returns the function that stops it. */
  subscribe(listener: () => void): () => void;
  /** Reads the person again, after a change of the person, the accounts or the session. */
  refresh(): Promise<void>;
  /** Stores the token of a new session in the cookie, and continues as its person. */
  signIn(token: string): Promise<void>;
  signOut(): Promise<void>;
  /** Acts for another account of the person. */
  switchAccount(id: string): Promise<void>;
}

/** Makes the session of the page, which has to be opened once. Without a cookie, the visitor is anonymous. */
export function createSession(): Session {
  const listeners = new Set<() => void>();
  const clients = () => {
    const onSessionEnded = () => void expire();
    const live = createLiveClient({ onSessionEnded });
    return { live, api: createApiClient({ live, onSessionEnded }) };
  };
  let state: SessionState = {
    person: undefined,
    membership: undefined,
    isOperator: false,
    hasExpired: false,
    ...clients(),
  };
  let isExpiring = false;

  const continueWith = async ({ api, live }: Pick<SessionState, 'api' | 'live'>, { hasExpired = false } = {}) => {
    const person = await readPerson(api);
    const role = roleOf(person);
    // A change needs the account if the person has several of them.
    if (role.membership && person?.memberships.length !== 1) chooseAccount(role.membership.account.id);
    const previous = state.live;
    state = { person, ...role, hasExpired, api, live };
    if (previous !== live) previous.close();
    for (const listener of listeners) listener();
  };
  const refresh = (options?: { readonly hasExpired: boolean }) => continueWith(clients(), options);
  const expire = async () => {
    // Several requests of the page may be refused at the same time.
    if (isExpiring) return;
    isExpiring = true;
    try {
      await fetch(`${basePath}/session`, { method: 'DELETE', headers: requestHeaders() });
      await refresh({ hasExpired: true });
    } finally {
      isExpiring = false;
    }
  };

  return {
    get state() {
      return state;
    },
    open: () => continueWith(state),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: () => refresh(),
    signIn: async (token) => {
      await storeToken(token);
      await refresh();
    },
    signOut: async () => {
      await fetch(`${basePath}/session`, { method: 'DELETE', headers: requestHeaders() });
      chooseAccount(undefined);
      await refresh();
    },
    switchAccount: async (id) => {
      chooseAccount(id);
      await refresh();
    },
  };
}

async function storeToken(token: string): Promise<void> {
  const response = await fetch(`${basePath}/session`, {
    method: 'POST',
    headers: { ...requestHeaders(), 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (!response.ok) throw new Error(`The session could not be stored: status ${response.status}`);
}

/** The person of the cookie. An account that was chosen before and is not the person's is forgotten. */
async function readPerson(api: Client): Promise<SignedInPerson | undefined> {
  const ask = () => api.query(operation(SessionDocument), {}, { requestPolicy: 'network-only' }).toPromise();
  const { data, error } = await ask();
  const isAccountRefused = error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'ACCOUNT_MISSING');
  if (!isAccountRefused) return data?.me ?? undefined;
  chooseAccount(undefined);
  return (await ask()).data?.me ?? undefined;
}

function roleOf(person: SignedInPerson | undefined): Pick<SessionState, 'membership' | 'isOperator'> {
  const memberships = person?.memberships ?? [];
  const membership = memberships.find(({ account }) => account.id === chosenAccount()) ?? memberships[0];
  return { membership, isOperator: membership?.account.isOperator ?? false };
}
