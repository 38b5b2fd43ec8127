/** Clients that break the rules: raw requests and frames, without a library that would refuse them. */
import { type IncomingHttpHeaders, request } from 'node:http';
import { inspect } from 'node:util';
import { WebSocket } from 'ws';
import type { Data } from './client.ts';
import type { LogLine } from './server.ts';
import { waitLimitMs } from './wait.ts';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  /** Address from which the connection is made: any of 127.0.0.0/8 is another caller. */
  readonly localAddress?: string;
  /** Several parts are sent chunked, without a content-length. */
  readonly body?: string | Buffer | readonly Buffer[];
}

/** Sends one request unchanged, on a separate connection. */
export function sendRaw(
  url: string,
  { method = 'POST', path = '/graphql', headers = {}, localAddress, body }: RawRequest,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}${path}`, { method, headers, agent: false, localAddress }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    outgoing.on('error', reject);
    if (Array.isArray(body)) for (const part of body) outgoing.write(part);
    else if (body !== undefined) outgoing.setHeader('content-length', Buffer.byteLength(body as string | Buffer));
    outgoing.end(Array.isArray(body) ? undefined : body);
  });
}

export interface RawSocket {
  /** Sends a message as JSON; text and bytes go as they are. */
  send(message: unknown): void;
  /** The next message that was not taken yet. Fails if the socket closes or none comes in time. */
  next(): Promise<Data>;
  /** The code with which the socket was closed. */
  readonly closed: Promise<{ code: number; reason: string }>;
  /** Breaks the connection, without a word. */
  cut(): void;
}

/** Opens a socket that sends nothing automatically. `headers` are those of its handshake. */
export async function openSocket(
  url: string,
  protocol = 'graphql-transport-ws',
  headers: Readonly<Record<string, string>> = {},
): Promise<RawSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, protocol, { headers });
  const messages: Data[] = [];
  let wake: () => void = () => undefined;
  let end: string | undefined;
  socket.on('message', (data) => {
    messages.push(JSON.parse(String(data)));
    wake();
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => {
      end = `The socket was closed with ${code} ${reason}`;
      wake();
      resolve({ code, reason: String(reason) });
    });
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  return {
    send: (message) =>
      socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message)),
    next: async () => {
      const timer = setTimeout(() => {
        end ??= `No message came within ${waitLimitMs} ms`;
        wake();
      }, waitLimitMs);
      while (messages.length === 0) {
        if (end) throw new Error(end);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      clearTimeout(timer);
      return messages.shift();
    },
    closed,
    cut: () => socket.terminate(),
  };
}

/** Opens a socket and authenticates it. */
export async function openGreetedSocket(url: string, token?: string): Promise<RawSocket> {
  const socket = await openSocket(url);
  socket.send({ type: 'connection_init', payload: token ? { authorization: `Bearer ${token}` } : {} });
  const { type } = await socket.next();
  if (type !== 'connection_ack') throw new Error(`Instead of connection_ack came ${type}`);
  return socket;
}

/** Asks over a socket; the messages up to the end of the operation. */
export async function askOver(socket: RawSocket, id: string, payload: Record<string, unknown>): Promise<Data[]> {
  socket.send({ id, type: 'subscribe', payload });
  const all: Data[] = [];
  do all.push(await socket.next());
  while (all.at(-1).type === 'next');
  return all;
}

/** Texts that an answer must never show: stacks, statements, files, the names of our libraries. */
export const insides =
  /node_modules|\.(?:ts|js):\d|\bat \S+ \(|originalError|stacktrace|\b(?:prisma|pothos|yoga|envelop|postgres|P20\d\d)\b|\b(?:select|insert|update) .*\b(?:from|into|set)\b|SyntaxError|TypeError|RangeError/i;

/** The log lines of errors, as text. */
export const errorsIn = (logged: readonly LogLine[]): string[] =>
  logged
    .filter(({ level }) => level === 'error')
    .map(({ fields, text }) => `${text}: ${inspect(fields).slice(0, 500)}`);
