/** Shared parts of payment pages. The token in the URL is the only authorization; there are no cookies. */
import type { IncomingMessage } from 'node:http';
import { callerAddress } from '../http/caller-address.ts';
import { escapeHtml, type HttpResponse, page } from '../http/route.ts';
import type { AppServices } from '../services/services.ts';

/** Handles a request within its rate limit. */
export async function withinBudget(
  app: AppServices,
  request: IncomingMessage,
  answer: () => Promise<HttpResponse>,
): Promise<HttpResponse> {
  const wait = await app.rateLimiter.tryConsume('operations', callerAddress(app.config, request));
  if (wait === undefined) return answer();
  const limited = moneyPage('Too many requests', `<p>Too many requests. Try again in ${wait} s.</p>`, { status: 429 });
  return { ...limited, headers: { ...limited.headers, 'retry-after': String(wait) } };
}

/** A page with a heading. Everything in `body` that people wrote is escaped. */
export const moneyPage = (
  title: string,
  body: string,
  options: { status?: number; hasForms?: boolean } = {},
): HttpResponse =>
  page(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escapeHtml(title)} – Placard</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:42em;margin:2em auto;padding:0 1em;color:#1c2333}table{border-collapse:collapse;width:100%;margin:1em 0}th,td{text-align:left;vertical-align:top;padding:.4em .8em .4em 0;border-bottom:1px solid #d5d9e4;overflow-wrap:anywhere}td:last-child{text-align:right;white-space:nowrap}button{font:inherit;padding:.5em 1.2em;margin-right:.6em}dt{color:#5c6478}dd{margin:0 0 .6em}@media print{body{margin:0;max-width:none}@page{margin:2cm}}</style>
<h1>${escapeHtml(title)}</h1>
${body}</html>`,
    options,
  );

export const noSuchPage = (): HttpResponse =>
  moneyPage('Not found', '<p>This link is invalid or no longer works.</p>', { status: 404 });
