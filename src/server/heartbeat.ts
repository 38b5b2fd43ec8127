import type { Socket } from 'node:net';

export type DeadReason = 'READS_NOTHING' | 'ANSWERS_NOTHING';

/** A connection that the heartbeat watches. */
export interface Connection {
  readonly socket: Socket;
  /** True if the client answers pings. A client that does not is dead only if it stops reading. */
  readonly answersPings: boolean;
  /** Sends a ping. Called while nothing is buffered for the client. */
  readonly ping: () => void;
  /** Ends the connection of a dead client. */
  readonly terminate: (reason: DeadReason) => void;
}

export interface Heartbeat {
  /** Watches a connection until `unregister` is called; `markAlive` reports that the client has sent something. */
  register(connection: Connection): { readonly markAlive: () => void; readonly unregister: () => void };
  stop(): void;
}

/**
 * Starts one timer for the connections of all wires. A client with buffered data is alive if it reads, however slowly;
 * any other client is alive if it answers. Missed beats are counted, not time, so that a process that was suspended does
 * not take its clients for dead when it continues.
 */
export function startHeartbeat({ everyMs, missed: maxMissed }: { everyMs: number; missed: number }): Heartbeat {
  const connections = new Map<Connection, Liveness>();
  const check = (connection: Connection, last: Liveness) => {
    const buffered = connection.socket.writableLength;
    const bytesRead = connection.socket.bytesWritten - buffered;
    const isAlive =
      buffered > 0 ? !last.wasBuffered || bytesRead > last.bytesRead : last.hasAnswered || !connection.answersPings;
    const missed = isAlive ? 0 : last.missed + 1;
    Object.assign(last, { wasBuffered: buffered > 0, bytesRead, hasAnswered: false, missed });
    if (missed >= maxMissed) {
      connections.delete(connection);
      connection.terminate(buffered > 0 ? 'READS_NOTHING' : 'ANSWERS_NOTHING');
    } else if (buffered === 0) connection.ping();
  };
  const timer = setInterval(() => {
    for (const [connection, last] of connections) check(connection, last);
  }, everyMs);
  timer.unref();
  return {
    register: (connection) => {
      const liveness: Liveness = { wasBuffered: false, bytesRead: 0, hasAnswered: true, missed: 0 };
      connections.set(connection, liveness);
      return {
        markAlive: () => {
          liveness.hasAnswered = true;
        },
        unregister: () => {
          connections.delete(connection);
        },
      };
    },
    stop: () => clearInterval(timer),
  };
}

/** The state of a connection at the last beat. */
interface Liveness {
  wasBuffered: boolean;
  /** Bytes that had left the buffer of the socket. */
  bytesRead: number;
  hasAnswered: boolean;
  /** Consecutive beats without a sign of life. */
  missed: number;
}
