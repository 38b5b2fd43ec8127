/** One follower of the live bench, in the protocol of its server, with as little work of its own as can be. */
import { WebSocket } from 'ws';
import { type PushedEvent, timelineSubscription } from '../scenarios.ts';

/** The servers of the live bench; the first two speak GraphQL. */
export type LiveTarget = 'placard' | 'yoga' | 'ws';

export interface Follow {
  readonly token: string;
  readonly orderId: string;
  /** The last cursor; the next one is kept here. */
  after: string;
}

export interface LiveFollower {
  /** Entries that have come. */
  received(): number;
  /** Entries that came after a later one. */
  misplaced(): number;
  /** Stops reading, then continues. */
  pause(): void;
  resume(): void;
  /** Breaks the connection off. */
  cut(): void;
}

export interface FollowerOptions {
  readonly url: string;
  readonly target: LiveTarget;
  readonly follow: Follow;
  /** Number of subscriptions to the order on the one socket. */
  readonly times?: number;
  readonly onEntry: (event: PushedEvent, follow: Follow) => void;
  readonly onError: (error: unknown) => void;
}

type Data = { readonly orderTimeline?: PushedEvent };
/** A message of either protocol. */
interface Message {
  readonly type?: string;
  readonly payload?: { readonly data?: Data };
  readonly data?: Data;
}

/** Opens a socket and follows. It answers pings, does not connect again, and remembers its cursor in `follow`. */
export function openLiveFollower({ url, target, follow, times = 1, onEntry, onError }: FollowerOptions): LiveFollower {
  let received = 0;
  let misplaced = 0;
  let newest = 0;
  let isCut = false;
  const authorization = `Bearer ${follow.token}`;
  const isBaseline = target === 'ws';
  const socket = isBaseline
    ? new WebSocket(`${url.replace(/^http/, 'ws')}/live`, { headers: { authorization }, perMessageDeflate: false })
    : new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', { perMessageDeflate: false });
  const send = (message: object) => socket.send(JSON.stringify(message));
  const take = (event: PushedEvent | undefined) => {
    if (event?.__typename !== 'TimelineEntryAdded') return onError(event);
    received += 1;
    if (event.entry.number < newest) misplaced += 1;
    newest = Math.max(newest, event.entry.number);
    follow.after = event.cursor;
    onEntry(event, follow);
  };
  const subscribe = () => {
    const { orderId, after } = follow;
    for (let id = 1; id <= times; id++)
      send({
        id: String(id),
        type: 'subscribe',
        payload: { query: timelineSubscription, variables: { orderId, after } },
      });
  };
  socket.on('open', () => {
    if (isBaseline) for (let id = 1; id <= times; id++) send({ orderId: follow.orderId, after: follow.after });
    else send({ type: 'connection_init', payload: { authorization } });
  });
  socket.on('message', (text) => {
    // The server sends what its protocol has.
    const message = JSON.parse(String(text)) as Message;
    const { type, payload, data } = message;
    if (isBaseline) take(data?.orderTimeline);
    else if (type === 'next') take(payload?.data?.orderTimeline);
    else if (type === 'connection_ack') subscribe();
    else if (type === 'ping') send({ type: 'pong' });
    else onError(message);
  });
  socket.on('error', (error) => isCut || onError(error));
  socket.on('close', (code, reason) => isCut || onError(new Error(`closed with ${code} ${reason}`)));
  return {
    received: () => received,
    misplaced: () => misplaced,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    cut: () => {
      isCut = true;
      socket.terminate();
    },
  };
}
