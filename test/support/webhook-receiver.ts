/** A partner's server on loopback: verifies requests with the library of Standard Webhooks, and can misbehave. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { expect } from 'vitest';
import type { App } from '../../src/app.ts';
import { feedPositionOf, readEnd } from '../../src/inbox/inbox.ts';
import { rowIdOf } from './sandbox.ts';
import { waitLimitMs } from './wait.ts';

/** The content of one request. */
export interface Received {
  readonly id: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever was asked for
  readonly data: any;
}

/** The answer to a request: a status with headers, or none at all. */
export type Reply = number | 'hang' | { readonly status: number; readonly headers: Record<string, string> };

export interface Receiver {
  readonly url: string;
  /** Every request that came, oldest first, besides challenges. */
  readonly received: readonly Received[];
  /** Every challenge that came, oldest first. */
  readonly challenges: readonly Received[];
  /** Sets the answer to all further challenges; their value as JSON at first. */
  answerChallenges(answer: (challenge: string) => string | number): void;
  /** Does something before each further challenge is answered. */
  holdChallenges(wait: () => Promise<void>): void;
  /** Sets the answer to all further requests; 204 at first. */
  answer(reply: (received: Received) => Reply | Promise<Reply>): void;
  /** Resolves once so many requests have come. */
  until(condition: () => boolean): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Resolves once every entry can be sent: an entry is sent when the transactions that began before it have
 * ended, and mails that are on their way open some.
 */
export async function untilTellable({ db }: Pick<App, 'db'>): Promise<void> {
  const { _max: newest } = await db.logEntry.aggregate({ _max: { position: true } });
  await expect.poll(async () => feedPositionOf(await readEnd(db))).toBeGreaterThan(newest.position ?? 0n);
}

/** Marks an endpoint as verified whose address leads to no program. */
export const verifyEndpoint = ({ app }: { readonly app: Pick<App, 'db' | 'clock'> }, endpointId: string) =>
  app.db.webhookEndpoint.update({ where: { id: rowIdOf(endpointId) }, data: { verifiedAt: app.clock.now() } });

/** True if the documented check accepts a request. */
export function isGenuine(secret: string, { body, headers }: Pick<Received, 'body' | 'headers'>): boolean {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

/** Starts a receiver on a port of its own. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const challenges: Received[] = [];
  let answerTo = (challenge: string): string | number => JSON.stringify({ challenge });
  let beforeAnswer = async (): Promise<void> => undefined;
  const waiting = new Set<() => void>();
  let reply: (received: Received) => Reply | Promise<Reply> = () => 204;
  const server = createServer(async (request, response) => {
    const one = await read(request).catch(() => undefined);
    if (!one) return;
    const isChallenge = one.type === 'webhook.verification';
    (isChallenge ? challenges : received).push(one);
    for (const look of [...waiting]) look();
    if (isChallenge) {
      await beforeAnswer();
      const answer = answerTo(one.data.challenge);
      if (typeof answer === 'number') response.writeHead(answer).end();
      else response.writeHead(200).end(answer);
      return;
    }
    const answer = await reply(one);
    if (answer === 'hang') return;
    const { status, headers } = typeof answer === 'number' ? { status: answer, headers: {} } : answer;
    response.writeHead(status, { ...headers, ...(status === 302 ? { location: '/elsewhere' } : {}) }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    challenges,
    answerChallenges: (answer) => {
      answerTo = answer;
    },
    holdChallenges: (wait) => {
      beforeAnswer = wait;
    },
    answer: (next) => {
      reply = next;
    },
    until: (condition) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!condition()) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve();
        };
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`The receiver did not get that within ${waitLimitMs} ms: ${condition}`));
        }, waitLimitMs);
        waiting.add(look);
        look();
      }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const { type, data } = JSON.parse(body);
  return { id: headers['webhook-id'] ?? '', headers, body, type, data };
}
