/**
 * The front door of the embedded database: many clients over TCP, one backend behind it.
 *
 * `pglite-socket` hands the backend single protocol messages. When a query with large parameters
 * arrives in several packets, another client's messages slip between its Parse and its Bind, and it
 * is answered with the other client's rows (seen: 4 of 200). This door passes whole turns only (up
 * to Sync or a simple query), keeps the backend for one connection while that one is inside a
 * transaction, and gives each connection prepared statement names of its own.
 */
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import {
  closeStatement,
  fatalError,
  frontendMessage,
  nextMessage,
  ownStatementName,
  readOpening,
} from './embedded-postgres-wire.ts';

/** The single backend: it runs protocol bytes one call at a time and answers with protocol bytes. */
export interface Backend {
  /** What it says to a client that has just connected. */
  greeting: Buffer;
  run(messages: Buffer, answer: (bytes: Buffer) => void): Promise<void>;
  isInTransaction(): boolean;
}

/** How the door behaves: its connection limit, and how long a transaction may idle. */
export interface PostgresProxyOptions {
  maxConnections: number;
  /** Others wait while a transaction is open, so one that sends nothing for this long is rolled back. */
  idleInTransactionMs: number;
}

/** An open door. */
export interface PostgresProxy {
  port: number;
  /** Runs `work` when no transaction is open and nothing else runs. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Rolls back what is open, cuts all connections, and resolves when the backend is left alone. */
  close(): Promise<void>;
}

interface Client {
  prefix: string;
  socket: Socket;
  isGreeted: boolean;
  isGone: boolean;
  /** Bytes not yet cut into messages. */
  unread: Buffer[];
  /** Messages of the turn that is being received. */
  turn: Buffer[];
  statements: Set<string>;
}

interface Turn {
  client: Client | null;
  run(): Promise<void>;
}

/** Opens a door on a free loopback port. */
export async function startPostgresProxy(backend: Backend, options: PostgresProxyOptions): Promise<PostgresProxy> {
  const clients = new Set<Client>();
  const queue: Turn[] = [];
  let owner: Client | null = null;
  // biome-ignore lint/correctness/noUnusedVariables: read and written by `??=` below
  let pumping: Promise<void> | null = null;
  let idleTimer: NodeJS.Timeout | undefined;
  let served = 0;

  const server = createServer({ noDelay: true }, (socket) => {
    if (clients.size >= options.maxConnections) {
      socket.on('error', () => {}).end(fatalError('53300', 'sorry, too many clients already'));
      return;
    }
    served += 1;
    const client: Client = {
      prefix: `c${served}_`,
      socket,
      isGreeted: false,
      isGone: false,
      unread: [],
      turn: [],
      statements: new Set(),
    };
    clients.add(client);
    socket.on('data', (bytes) => receive(client, bytes));
    socket.on('error', () => {});
    socket.on('close', () => leave(client));
  });

  function receive(client: Client, bytes: Buffer): void {
    client.unread.push(bytes);
    if (!client.isGreeted && !greet(client)) return;
    for (const turn of takeTurns(client)) {
      if (turn === 'terminate') return void client.socket.end();
      enqueue({ client, run: () => runTurn(client, turn.messages, turn.isEnd) });
    }
  }

  function greet(client: Client): boolean {
    const bytes = Buffer.concat(client.unread);
    const { opening, sizeBytes } = readOpening(bytes);
    client.unread = [bytes.subarray(sizeBytes)];
    if (opening === 'incomplete') return false;
    if (opening === 'cancel') {
      // There is no second process that could interrupt the running query.
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

  async function runTurn(client: Client, messages: Buffer, isEnd: boolean): Promise<void> {
    if (client.isGone) return;
    await backend.run(messages, (bytes) => {
      if (!client.isGone) client.socket.write(bytes);
    });
    owner = !isEnd || backend.isInTransaction() ? client : null;
  }

  function leave(client: Client): void {
    if (client.isGone) return;
    client.isGone = true;
    clients.delete(client);
    enqueue({ client, run: () => cleanUpAfter(client) });
  }

  /** What a real server does when a session ends: nothing of it may stay in the shared backend. */
  async function cleanUpAfter(client: Client): Promise<void> {
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

  function enqueue(turn: Turn): void {
    queue.push(turn);
    // Not caught on purpose: a backend that throws is dead (its own errors are answers), and so is the thread then.
    pumping ??= pump().finally(() => {
      pumping = null;
    });
  }

  async function pump(): Promise<void> {
    clearTimeout(idleTimer);
    // The next turn is the owner's while somebody owns the backend, else the oldest.
    for (let turn = nextTurn(); turn; turn = nextTurn()) await turn.run();
    // TypeScript cannot see that the turns set it.
    const idle = owner as Client | null;
    if (idle) idleTimer = setTimeout(() => dropIdle(idle), options.idleInTransactionMs);
  }

  function nextTurn(): Turn | undefined {
    const index = owner ? queue.findIndex((turn) => turn.client === owner) : 0;
    return index < 0 ? undefined : queue.splice(index, 1)[0];
  }

  function dropIdle(client: Client): void {
    if (owner !== client) return;
    client.socket.end(fatalError('25P03', 'terminating connection due to idle-in-transaction timeout'));
    leave(client);
  }

  const alone = <T>(work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      enqueue({ client: null, run: () => work().then(resolve, reject) });
    });

  return {
    port: await listenOnLoopback(server),
    alone,
    async close() {
      server.close();
      for (const client of clients) {
        client.socket.destroy();
        leave(client);
      }
      await alone(async () => {});
      clearTimeout(idleTimer);
    },
  };
}

/** Cuts what has arrived into turns; the rest stays with the client until more arrives. */
function takeTurns(client: Client): ('terminate' | { messages: Buffer; isEnd: boolean })[] {
  const bytes = client.unread.length === 1 ? (client.unread[0] as Buffer) : Buffer.concat(client.unread);
  const turns: ('terminate' | { messages: Buffer; isEnd: boolean })[] = [];
  let offset = 0;
  for (let message = nextMessage(bytes, offset); message; message = nextMessage(bytes, offset)) {
    offset += message.length;
    const type = String.fromCharCode(message[0] ?? 0);
    if (type === 'X') return [...turns, 'terminate'];
    const own = ownStatementName(message, client.prefix);
    if (own.parsed) client.statements.add(own.parsed);
    client.turn.push(own.message);
    // Sync, Query, FunctionCall, CopyDone and CopyFail end a turn; after Flush the client reads on within it.
    const isEnd = 'SQFcf'.includes(type);
    if (!isEnd && type !== 'H') continue;
    turns.push({ messages: Buffer.concat(client.turn), isEnd });
    client.turn = [];
  }
  client.unread = offset < bytes.length ? [bytes.subarray(offset)] : [];
  return turns;
}

function listenOnLoopback(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
