/** The wires of GraphQL. Each sends an operation and returns the faults of what comes back. */
import { request } from 'node:http';
import { WebSocket } from 'ws';
import { type Fault, judgeInsides, judgeResult, judgeStatus } from './judge.ts';

/** The content of a request; `body` is the JSON of it, which may be broken on purpose. */
export interface Payload {
  readonly body: string | Buffer;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly isSubscription: boolean;
}

export interface Answer {
  /** Finds the faults. The processor time of that is not the server's. */
  readonly judge: () => readonly Fault[];
  /** Everything that came, as text. */
  readonly text: string;
}

export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** A stream that says nothing for this time is left. */
const silenceMs = 150;
/** An operation that is not answered within this time is a fault, also on a busy machine. */
const maxWaitMs = 60_000;
const noAnswer: Fault = { kind: 'malformed answer', detail: 'no answer came' };

export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Sends one request. An event stream is read until it says nothing more. Status 0: the connection broke. */
export function sendRequest(url: string, { method, path, headers, body }: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve) => {
    let [status, type, text] = [0, '', ''];
    const finish = () => {
      clearTimeout(timer);
      outgoing.destroy();
      resolve({ status, type, text });
    };
    let timer = setTimeout(finish, maxWaitMs);
    const outgoing = request(`${url}${path}`, { method, headers, agent: false }, (response) => {
      status = response.statusCode ?? 0;
      type = response.headers['content-type'] ?? '';
      const isStream = type.startsWith('text/event-stream');
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(finish, isStream ? silenceMs : maxWaitMs);
      };
      wait();
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        wait();
      });
      response.on('end', finish);
      response.on('error', finish);
    });
    outgoing.on('error', finish);
    if (body !== undefined) outgoing.setHeader('content-length', Buffer.byteLength(body));
    outgoing.end(body);
  });
}

const credentials = (token: string | undefined): Record<string, string> =>
  token ? { authorization: `Bearer ${token}` } : {};

const answerOf = (answer: RawAnswer): Answer => ({ judge: () => judgeAnswer(answer), text: answer.text });

function judgeAnswer({ status, type, text }: RawAnswer): readonly Fault[] {
  const faults = [...judgeStatus(status, text)];
  if (type.startsWith('text/event-stream')) for (const result of resultsIn(text)) faults.push(...judgeResult(result));
  else if (type.includes('json')) faults.push(...judgeResult(text));
  else if (status < 500) faults.push({ kind: 'malformed answer', detail: `${status} ${type} ${text.slice(0, 300)}` });
  return faults;
}

/** The results in the events of a stream; the last event may be cut. */
const resultsIn = (text: string): readonly string[] =>
  text
    .split('\n\n')
    .slice(0, -1)
    // Not by a pattern: for those, U+2028 ends a line too.
    .map((event) => event.split('\n'))
    .filter((lines) => lines.some((line) => /^event: ?next$/.test(line)))
    .map((lines) => lines.flatMap((line) => (line.startsWith('data:') ? [line.slice(5)] : [])).join('\n'));

type Wire = (url: string, token: string | undefined, payload: Payload) => Promise<Answer>;

const post =
  (accept: string): Wire =>
  async (url, token, { body }) =>
    answerOf(
      await sendRequest(url, {
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json', accept, ...credentials(token) },
        body,
      }),
    );

const get: Wire = async (url, token, { fields }) => {
  const parameters = Object.entries(fields).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const path = `/graphql?${new URLSearchParams(parameters)}`;
  const headers = { accept: 'application/graphql-response+json', ...credentials(token) };
  const answer = await sendRequest(url, { method: 'GET', path, headers });
  // Node itself answers a request line that is too long, without a body.
  return answer.status === 431 || answer.status === 414 ? { judge: () => [], text: '' } : answerOf(answer);
};

/** Codes with which the server closes a socket because of what the client has sent. */
const expectedCloses = [1009, 4400, 4401, 4403, 4408, 4409, 4429];

const webSocket: Wire = (url, token, { body, isSubscription }) =>
  new Promise((resolve) => {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
    const results: string[] = [];
    let text = '';
    const finish = (closed?: Fault) => {
      clearTimeout(timer);
      socket.removeAllListeners('close');
      socket.terminate();
      resolve({ judge: () => [...results.flatMap(judgeResult), ...(closed ? [closed] : [])], text });
    };
    let timer = setTimeout(() => finish(noAnswer), maxWaitMs);
    socket.on('open', () =>
      socket.send(
        JSON.stringify({ type: 'connection_init', payload: token ? { authorization: `Bearer ${token}` } : {} }),
      ),
    );
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as { type: string; payload?: unknown };
      if (message.type === 'connection_ack') {
        // A body that is broken on purpose stays broken.
        socket.send(`{"id":"1","type":"subscribe","payload":${String(body)}}`);
        clearTimeout(timer);
        timer = isSubscription
          ? setTimeout(() => finish(), silenceMs * 4)
          : setTimeout(() => finish(noAnswer), maxWaitMs);
        return;
      }
      text += String(data);
      if (message.type === 'next') results.push(JSON.stringify(message.payload));
      if (message.type === 'error') results.push(JSON.stringify({ errors: message.payload }));
      if (message.type === 'error' || message.type === 'complete') return finish();
      clearTimeout(timer);
      timer = isSubscription ? setTimeout(() => finish(), silenceMs) : setTimeout(() => finish(noAnswer), maxWaitMs);
    });
    socket.on('close', (code, reason) => {
      const isExpected = expectedCloses.includes(code) || (code === 1006 && text !== '');
      const detail = `the socket was closed with ${code} ${reason}`;
      finish(isExpected ? judgeInsides(String(reason))[0] : { kind: 'malformed answer', detail });
    });
    socket.on('error', () => undefined);
  });

export const wires: Readonly<Record<string, Wire>> = {
  POST: post('application/graphql-response+json'),
  'POST, json': post('application/json'),
  GET: get,
  SSE: post('text/event-stream'),
  WebSocket: webSocket,
};
