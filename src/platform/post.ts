/** An HTTP request to an address that others have chosen: a webhook endpoint, or a push service. */

import { type IncomingHttpHeaders, request as requestPlainly } from 'node:http';
import { request as requestSecurely } from 'node:https';
import type { LookupFunction } from 'node:net';
import { limits } from '../limits.ts';
import { systemClock } from './clock.ts';
import { parseTargetUrl, type Resolver, safeLookup } from './ssrf-guard.ts';
import { cutText } from './text.ts';

export interface DeliveryRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  readonly timeoutSeconds: number;
  readonly allowsAny: boolean;
  readonly resolve: Resolver;
}

/** Result of a request. Without an error it succeeded. */
export interface PostingResult {
  /** Undefined if there was no response. */
  readonly statusCode?: number;
  readonly error?: string;
  /** Delay that the response asks for. */
  readonly waitMs?: number;
  /** Beginning of the content of a successful response. */
  readonly body?: string;
}

/**
 * Sends a body and waits for the response, of whose content the beginning is read. Redirects are failures and are not followed.
 * Errors are part of the result; the function does not throw.
 */
export async function post(posting: DeliveryRequest): Promise<PostingResult> {
  const { problem } = parseTargetUrl(posting.url, { allowsAny: posting.allowsAny });
  if (problem) return { error: `The address ${problem}.` };
  try {
    const { statusCode, headers, body } = await sendRequest(posting);
    if (statusCode >= 200 && statusCode < 300) return { statusCode, body };
    const isRedirect = statusCode >= 300 && statusCode < 400;
    const error = isRedirect ? 'Redirects are not followed.' : `It answered ${statusCode}.`;
    const waitMs = statusCode === 429 || statusCode === 503 ? askedWaitMs(headers) : undefined;
    return { statusCode, error, ...(waitMs === undefined ? {} : { waitMs }) };
  } catch (error) {
    return { error: cutText(reasonOf(error), limits.webhooks.errorCharacters) };
  }
}

/** Parses `Retry-After`: seconds, or a date relative to the date of the response; undefined if it is neither. */
function askedWaitMs({ 'retry-after': asked = '', date = '' }: IncomingHttpHeaders): number | undefined {
  if (/^\d+$/.test(asked)) return Number(asked) * 1_000;
  const waitMs = Date.parse(asked) - (Date.parse(date) || systemClock.now().getTime());
  return waitMs > 0 ? waitMs : undefined;
}

type Answer = { readonly statusCode: number; readonly headers: IncomingHttpHeaders; readonly body: string };

function sendRequest({ url, headers, body, timeoutSeconds, allowsAny, resolve }: DeliveryRequest): Promise<Answer> {
  const late = AbortSignal.timeout(timeoutSeconds * 1_000);
  return new Promise((done, fail) => {
    const send = url.startsWith('https:') ? requestSecurely : requestPlainly;
    const lookup: { lookup?: LookupFunction } = allowsAny ? {} : { lookup: safeLookup(resolve) };
    const outgoing = send(url, {
      ...lookup,
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      // Each request gets a new connection, because the address of an open one was checked for an earlier request.
      agent: false,
      signal: late,
    });
    outgoing.on('error', (error) => fail(late.aborted ? new Error(`no answer within ${timeoutSeconds} s`) : error));
    outgoing.on('response', (answer) => {
      const statusCode = answer.statusCode ?? 0;
      const chunks: Buffer[] = [];
      let bytes = 0;
      const finish = () => {
        const content = Buffer.concat(chunks).subarray(0, limits.webhooks.answerBytes).toString();
        done({ statusCode, headers: answer.headers, body: content });
        outgoing.destroy();
      };
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > limits.webhooks.answerBytes) finish();
      });
      answer.on('end', finish);
      answer.on('error', finish);
    });
    outgoing.end(body);
  });
}

/** Failed connection attempts to several addresses are combined in one error without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
