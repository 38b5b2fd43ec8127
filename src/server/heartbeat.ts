import type { Socket } from 'node:net';

/** Somebody at the other end of a connection. */
export interface Connection {
  /** What carries the connection. */
  readonly socket: Socket;
  /** Whether each beat is answered. Of one who does not answer, all that can be known is whether what waits is read. */
  readonly answers: boolean;
  /** Shows that we are there. Called while nothing waits to be read. */
  readonly beat: () => void;
  /** Ends the connection: nothing is read of what waits, or no beat was answered. */
  readonly cut: (why: 'READS_NOTHING' | 'ANSWERS_NOTHING') => void;
}

export interface Heartbeat {
  /** Looks after a connection until `leave`; `hear` says that something came from it. */
  register(peer: Connection): { readonly hear: () => void; readonly leave: () => void };
  stop(): void;
}

/**
 * One timer for all connections, on whatever wire. While something waits to be read, only reading shows that somebody is
 * there, however slow; else only answering does. What is counted is beats, not time: a process that was stopped for a
 * while takes nobody for dead when it goes on.
 */
export function startHeartbeat({ everyMs, missed: most }: { everyMs: number; missed: number }): Heartbeat {
  const watched = new Map<Connection, Pulse>();
  const look = (peer: Connection, pulse: Pulse) => {
    const waiting = peer.socket.writableLength;
    const read = peer.socket.bytesWritten - waiting;
    const isThere = waiting > 0 ? !pulse.didWait || read > pulse.read : pulse.wasHeard || !peer.answers;
    const missed = isThere ? 0 : pulse.missed + 1;
    Object.assign(pulse, { didWait: waiting > 0, read, wasHeard: false, missed });
    if (missed >= most) {
      watched.delete(peer);
      peer.cut(waiting > 0 ? 'READS_NOTHING' : 'ANSWERS_NOTHING');
    } else if (waiting === 0) peer.beat();
  };
  const timer = setInterval(() => {
    for (const [peer, pulse] of watched) look(peer, pulse);
  }, everyMs);
  timer.unref();
  return {
    register: (peer) => {
      const pulse: Pulse = { didWait: false, read: 0, wasHeard: true, missed: 0 };
      watched.set(peer, pulse);
      return {
        hear: () => {
          pulse.wasHeard = true;
        },
        leave: () => {
          watched.delete(peer);
        },
      };
    },
    stop: () => clearInterval(timer),
  };
}

/** How a connection was found at the last beat. */
interface Pulse {
  didWait: boolean;
  /** Bytes that had left us by then. */
  read: number;
  wasHeard: boolean;
  /** Beats in a row without a sign of life. */
  missed: number;
}
