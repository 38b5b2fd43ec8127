/** A mail service on loopback that speaks the part of Resend's API that is used here, and can misbehave. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { waitLimitMs } from './wait.ts';

/** A mail that was delivered, as the service was asked to. */
export interface DeliveredMail {
  readonly id: string;
  /** The key under which it was handed over. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly replyTo: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The faults of one request. Only the two that begin with `accept` deliver the mail. */
export type Mishap =
  | 'rateLimited'
  | 'broken'
  /** Something before the service answers, in JSON that is not the service's own. */
  | 'badGateway'
  | 'refused'
  /** The request is taken and never answered. */
  | 'hang'
  | 'acceptThenHang'
  | 'acceptThenCut';

export interface MailService {
  readonly url: string;
  /** The delivered mails, oldest first. */
  readonly delivered: readonly DeliveredMail[];
  /** The receiver of each request that came, oldest first, whatever its outcome was. */
  readonly requests: readonly string[];
  /** Has the next requests for this receiver go wrong, in this order; the ones after them go well. */
  misbehave(receiver: string, ...mishaps: readonly Mishap[]): void;
  /** Has every request go wrong until it is called with undefined. */
  misbehaveAlways(mishap: Mishap | undefined): void;
  /** Takes so many requests per second, and refuses the others as Resend does; undefined: any number. */
  limitTo(perSecond: number | undefined): void;
  /** The number of requests that were refused by this limit. */
  readonly refusedCount: () => number;
  /** Resolves once the condition holds, looking again after each request. Fails if that takes too long. */
  until(condition: () => boolean): Promise<void>;
  /** The first mail to this receiver, as soon as it is delivered. */
  mailTo(receiver: string): Promise<DeliveredMail>;
  stop(): Promise<void>;
}

interface Payload {
  readonly from: string;
  readonly to: string | readonly string[];
  readonly reply_to?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface AcceptedMail {
  readonly id: string;
  readonly payload: Payload;
}

type Reply = { readonly status: number; readonly body: object };

const errorReply = (statusCode: number, name: string, message: string): Reply => ({
  status: statusCode,
  body: { statusCode, name, message },
});

const failures: Partial<Record<Mishap, Reply>> = {
  rateLimited: errorReply(429, 'rate_limit_exceeded', 'Too many requests.'),
  broken: errorReply(500, 'internal_server_error', 'Something went wrong.'),
  badGateway: { status: 502, body: { error: 'Bad gateway' } },
  refused: errorReply(422, 'validation_error', 'Invalid `to` field.'),
};

/** Starts the service on a port of its own. */
export async function startMailService(): Promise<MailService> {
  const delivered: DeliveredMail[] = [];
  const requests: string[] = [];
  const acceptedMails = new Map<string, AcceptedMail>();
  const planned = new Map<string, Mishap[]>();
  const waiting = new Set<() => void>();
  let always: Mishap | undefined;
  let perSecond: number | undefined;
  let refusedCount = 0;
  /** Moments of the requests of the last second that were taken. */
  let takenAt: number[] = [];

  const exceedsLimit = (): boolean => {
    if (perSecond === undefined) return false;
    takenAt = takenAt.filter((at) => at > performance.now() - 1_000);
    if (takenAt.length < perSecond) takenAt.push(performance.now());
    else return true;
    return false;
  };

  /** Delivers unless the key was seen before; with another body it is refused. */
  const accept = (key: string, payload: Payload): Reply => {
    const before = acceptedMails.get(key);
    if (before && !isDeepStrictEqual(before.payload, payload))
      return errorReply(409, 'invalid_idempotent_request', 'This key was used with another payload.');
    if (before) return { status: 200, body: { id: before.id } };
    const { from, to, reply_to: replyTo, subject, text, html, headers = {} } = payload;
    const id = randomUUID();
    acceptedMails.set(key, { id, payload });
    delivered.push({ id, key, from, to: receiverOf(to), replyTo, subject, text, html, headers });
    return { status: 200, body: { id } };
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const payload = (await readJson(request)) as Payload;
    const receiver = receiverOf(payload.to);
    if (exceedsLimit()) {
      refusedCount += 1;
      response.setHeader('retry-after', '1');
      response.setHeader('ratelimit-limit', String(perSecond));
      return send(response, errorReply(429, 'rate_limit_exceeded', 'Too many requests.'));
    }
    const mishap = planned.get(receiver)?.shift() ?? always;
    requests.push(receiver);
    const reply = (mishap && failures[mishap]) ?? (mishap === 'hang' ? undefined : accept(keyOf(request), payload));
    if (mishap === 'acceptThenCut') response.destroy();
    else if (reply && mishap !== 'acceptThenHang') send(response, reply);
    for (const look of [...waiting]) look();
  };

  const server = createServer((request, response) => {
    if (request.method !== 'POST' || request.url !== '/emails' || !request.headers.authorization)
      send(response, errorReply(404, 'not_found', 'There is only POST /emails here, with a key.'));
    // Some tests kill a client while it sends.
    else serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const until = (condition: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = () => {
        if (!condition()) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`The mail service was not asked for that within ${waitLimitMs} ms: ${condition}`));
      }, waitLimitMs);
      waiting.add(look);
      look();
    });
  const findMailTo = (receiver: string) => delivered.find(({ to }) => to === receiver);

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    delivered,
    requests,
    misbehave: (receiver, ...mishaps) => {
      planned.set(receiver, [...(planned.get(receiver) ?? []), ...mishaps]);
    },
    misbehaveAlways: (mishap) => {
      always = mishap;
    },
    limitTo: (limit) => {
      perSecond = limit;
    },
    refusedCount: () => refusedCount,
    until,
    mailTo: async (receiver) => {
      await until(() => findMailTo(receiver) !== undefined);
      // The line above has waited for it.
      return findMailTo(receiver) as DeliveredMail;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const receiverOf = (to: Payload['to']): string => (typeof to === 'string' ? to : to.join(', '));

/** A request without a key is its own: nothing is remembered for it. */
const keyOf = ({ headers }: IncomingMessage): string => String(headers['idempotency-key'] ?? randomUUID());

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

function send(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
