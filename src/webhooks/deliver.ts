/** One HTTP request to an endpoint. */
import { type IncomingHttpHeaders, request as requestPlainly } from 'node:http';
import { request as requestSecurely } from 'node:https';
import type { LookupFunction } from 'node:net';
import { limits } from '../limits.ts';
import { systemClock } from '../platform/clock.ts';
import { type Resolver, safeLookup, validateTargetUrl } from '../platform/ssrf-guard.ts';

export interface Posting {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly answerSeconds: number;
  readonly allowsAny: boolean;
  readonly resolve: Resolver;
}

/** What came of it. Without an error it has succeeded. */
export interface PostingResult {
  /** Absent if there was no answer. */
  readonly statusCode?: number;
  readonly error?: string;
  /** How long the answer asks to be left alone. */
  readonly waitMs?: number;
}

/**
 * Sends a body and waits for the answer, whose content nobody reads. Redirects are not followed: they are failures.
 * Whatever goes wrong is in the result; it does not throw.
 */
export async function post(posting: Posting): Promise<PostingResult> {
  const problem = validateTargetUrl(posting.url, { allowsAny: posting.allowsAny });
  if (problem) return { error: `The address ${problem}.` };
  try {
    const { statusCode, headers } = await exchange(posting);
    if (statusCode >= 200 && statusCode < 300) return { statusCode };
    const isRedirect = statusCode >= 300 && statusCode < 400;
    const error = isRedirect ? 'Redirects are not followed.' : `It answered ${statusCode}.`;
    const waitMs = statusCode === 429 || statusCode === 503 ? askedWaitMs(headers) : undefined;
    return { statusCode, error, ...(waitMs === undefined ? {} : { waitMs }) };
  } catch (error) {
    return { error: reasonOf(error).slice(0, limits.webhooks.errorCharacters) };
  }
}

/** What `Retry-After` says: seconds, or a date, which is compared with that of the answer itself. Undefined if it says neither. */
function askedWaitMs({ 'retry-after': asked = '', date = '' }: IncomingHttpHeaders): number | undefined {
  if (/^\d+$/.test(asked)) return Number(asked) * 1_000;
  const waitMs = Date.parse(asked) - (Date.parse(date) || systemClock.now().getTime());
  return waitMs > 0 ? waitMs : undefined;
}

type Answer = { readonly statusCode: number; readonly headers: IncomingHttpHeaders };

function exchange({ url, headers, body, answerSeconds, allowsAny, resolve }: Posting): Promise<Answer> {
  const late = AbortSignal.timeout(answerSeconds * 1_000);
  return new Promise((done, fail) => {
    const send = url.startsWith('https:') ? requestSecurely : requestPlainly;
    const lookup: { lookup?: LookupFunction } = allowsAny ? {} : { lookup: safeLookup(resolve) };
    const outgoing = send(url, {
      ...lookup,
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      // A connection of its own each time: one that is kept was checked for an earlier request.
      agent: false,
      signal: late,
    });
    outgoing.on('error', (error) => fail(late.aborted ? new Error(`no answer within ${answerSeconds} s`) : error));
    outgoing.on('response', (answer) => {
      const statusCode = answer.statusCode ?? 0;
      let bytes = 0;
      const finish = () => {
        done({ statusCode, headers: answer.headers });
        outgoing.destroy();
      };
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > limits.webhooks.answerBytes) finish();
      });
      answer.on('end', finish);
      answer.on('error', finish);
    });
    outgoing.end(body);
  });
}

/** Errors of several tries to connect come in one that says nothing itself. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
