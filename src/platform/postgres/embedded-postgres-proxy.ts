/**
 * The proxy of the embedded database: many clients over TCP, one backend behind them.
 *
 * `pglite-socket` sends single protocol messages to the backend. When a query with large parameters arrives in several
 * packets, messages of another client may get between its Parse and its Bind, and the query returns the rows of the other
 * client (observed in 4 of 200 queries). This proxy sends only whole batches (up to Sync or a simple query), reserves the
 * backend for a connection that is inside a transaction, and gives each connection its own names of prepared statements.
 */
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import {
  closeStatement,
  fatalError,
  frontendMessage,
  nextMessage,
  prefixStatementName,
  readOpening,
} from './embedded-postgres-wire.ts';

/** The single backend. It runs protocol bytes, one call at a time, and answers with protocol bytes. */
export interface Backend {
  /** The messages for a client that has just connected. */
  greeting: Buffer;
  run(messages: Buffer, answer: (bytes: Buffer) => void): Promise<void>;
  isInTransaction(): boolean;
}

export interface PostgresProxyOptions {
  maxConnections: number;
  /** A transaction without a message for this long is rolled back, because all other clients wait for it. */
  idleInTransactionMs: number;
}

export interface PostgresProxy {
  port: number;
  /** Runs `work` while no transaction is open and no query runs. */
  runExclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Rolls back the open transaction, ends all connections, and resolves when the backend is idle. */
  close(): Promise<void>;
}

interface Client {
  prefix: string;
  socket: Socket;
  isGreeted: boolean;
  isDisconnected: boolean;
  /** Bytes that are not split into messages yet. */
  unread: Buffer[];
  /** Messages of the batch that has not been received completely. */
  batch: Buffer[];
  statements: Set<string>;
}

interface Batch {
  client: Client | null;
  run(): Promise<void>;
}

/** Starts the proxy on a free port of the loopback interface. */
export async function startPostgresProxy(backend: Backend, options: PostgresProxyOptions): Promise<PostgresProxy> {
  const clients = new Set<Client>();
  const queue: Batch[] = [];
  let owner: Client | null = null;
  // biome-ignore lint/correctness/noUnusedVariables: read and written by `??=` below
  let draining: Promise<void> | null = null;
  let idleTimer: NodeJS.Timeout | undefined;
  let connectionCount = 0;

  const server = createServer({ noDelay: true }, (socket) => {
    if (clients.size >= options.maxConnections) {
      socket.on('error', () => {}).end(fatalError('53300', 'sorry, too many clients already'));
      return;
    }
    connectionCount += 1;
    const client: Client = {
      prefix: `c${connectionCount}_`,
      socket,
      isGreeted: false,
      isDisconnected: false,
      unread: [],
      batch: [],
      statements: new Set(),
    };
    clients.add(client);
    socket.on('data', (bytes) => receive(client, bytes));
    socket.on('error', () => {});
    socket.on('close', () => disconnect(client));
  });

  function receive(client: Client, bytes: Buffer): void {
    client.unread.push(bytes);
    if (!client.isGreeted && !greet(client)) return;
    for (const batch of takeBatches(client)) {
      if (batch === 'terminate') return void client.socket.end();
      enqueue({ client, run: () => runBatch(client, batch.messages, batch.isEnd) });
    }
  }

  function greet(client: Client): boolean {
    const bytes = Buffer.concat(client.unread);
    const { opening, sizeBytes } = readOpening(bytes);
    client.unread = [bytes.subarray(sizeBytes)];
    if (opening === 'incomplete') return false;
    if (opening === 'cancel') {
      // The backend cannot interrupt a running query.
      client.socket.end();
      return false;
    }
    if (opening === 'encryption') {
      client.socket.write('N');
      return greet(client);
    }
    client.socket.write(backend.greeting);
    client.isGreeted = true;
    return true;
  }

  async function runBatch(client: Client, messages: Buffer, isEnd: boolean): Promise<void> {
    if (client.isDisconnected) return;
    await backend.run(messages, (bytes) => {
      if (!client.isDisconnected) client.socket.write(bytes);
    });
    owner = !isEnd || backend.isInTransaction() ? client : null;
  }

  function disconnect(client: Client): void {
    if (client.isDisconnected) return;
    client.isDisconnected = true;
    clients.delete(client);
    enqueue({ client, run: () => endSession(client) });
  }

  /** Closes the statements and the transaction of a client, as a server does at the end of a session. */
  async function endSession(client: Client): Promise<void> {
    const ending = [...client.statements].map(closeStatement);
    if (owner === client) {
      ending.unshift(frontendMessage('S'));
      ending.push(frontendMessage('S'), frontendMessage('Q', Buffer.from('ROLLBACK\0', 'latin1')));
    } else if (ending.length > 0) {
      ending.push(frontendMessage('S'));
    }
    if (ending.length > 0) await backend.run(Buffer.concat(ending), () => {});
    if (owner === client) owner = null;
  }

  function enqueue(batch: Batch): void {
    queue.push(batch);
    // Not caught: errors of SQL are answers, so a backend that throws is broken, and the error ends its thread.
    draining ??= drainQueue().finally(() => {
      draining = null;
    });
  }

  async function drainQueue(): Promise<void> {
    clearTimeout(idleTimer);
    // While a client owns the backend, only its batches run; otherwise the oldest batch runs next.
    for (let batch = nextBatch(); batch; batch = nextBatch()) await batch.run();
    // TypeScript does not see that running a batch sets the owner.
    const idle = owner as Client | null;
    if (idle) idleTimer = setTimeout(() => dropIdle(idle), options.idleInTransactionMs);
  }

  function nextBatch(): Batch | undefined {
    const index = owner ? queue.findIndex((batch) => batch.client === owner) : 0;
    return index < 0 ? undefined : queue.splice(index, 1)[0];
  }

  function dropIdle(client: Client): void {
    if (owner !== client) return;
    client.socket.end(fatalError('25P03', 'terminating connection due to idle-in-transaction timeout'));
    disconnect(client);
  }

  const runExclusively = <T>(work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      enqueue({ client: null, run: () => work().then(resolve, reject) });
    });

  return {
    port: await listenOnLoopback(server),
    runExclusively,
    async close() {
      server.close();
      for (const client of clients) {
        client.socket.destroy();
        disconnect(client);
      }
      await runExclusively(async () => {});
      clearTimeout(idleTimer);
    },
  };
}

/** Splits the received bytes into batches. The rest stays in `unread` until more bytes arrive. */
function takeBatches(client: Client): ('terminate' | { messages: Buffer; isEnd: boolean })[] {
  const bytes = client.unread.length === 1 ? (client.unread[0] as Buffer) : Buffer.concat(client.unread);
  const batches: ('terminate' | { messages: Buffer; isEnd: boolean })[] = [];
  let offset = 0;
  for (let message = nextMessage(bytes, offset); message; message = nextMessage(bytes, offset)) {
    offset += message.length;
    const type = String.fromCharCode(message[0] ?? 0);
    if (type === 'X') return [...batches, 'terminate'];
    const prefixed = prefixStatementName(message, client.prefix);
    if (prefixed.parsed) client.statements.add(prefixed.parsed);
    client.batch.push(prefixed.message);
    // Sync, Query, FunctionCall, CopyDone and CopyFail end a batch. Flush asks for results within a batch.
    const isEnd = 'SQFcf'.includes(type);
    if (!isEnd && type !== 'H') continue;
    batches.push({ messages: Buffer.concat(client.batch), isEnd });
    client.batch = [];
  }
  client.unread = offset < bytes.length ? [bytes.subarray(offset)] : [];
  return batches;
}

function listenOnLoopback(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
