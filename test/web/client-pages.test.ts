/** The files of the browser client as the server sends them. */
import { stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { openClientFiles } from '../../src/web/client-files.ts';
import { createClientPages } from '../../src/web/client-pages.ts';
import { sendRaw } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';
import { buildIfStale } from '../support/web-build.ts';

const { server } = useServer();
beforeAll(buildIfStale);

const get = (path: string, headers: Record<string, string> = {}) =>
  sendRaw(server.url, { method: 'GET', path, headers });
const openPage = (path: string) => get(path, { accept: 'text/html,application/xhtml+xml' });

/** The path of the script in the page that has the libraries and starts the client. The other one is too small to be compressed. */
const scriptIn = (html: string): string => /src="(\/assets\/start-[^"]+\.js)"/.exec(html)?.[1] ?? '';

test.each(['/', '/orders', '/orders/7', '/sign-in?from=%2Forders', '/spaces/abc'])(
  'a navigation to %s gets the page that starts the client, under a strict policy',
  async (path) => {
    const { status, headers, text } = await openPage(path);

    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(scriptIn(text)).not.toBe('');
    expect(headers['cache-control']).toBe('no-cache');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
  },
);

test('a client that is not built has a page that says so, under a strict policy', async () => {
  const pages = createClientPages(server.app.config, openClientFiles(fileURLToPath(new URL('.', import.meta.url))));
  const request = { headers: { accept: 'text/html' } } as IncomingMessage;

  const answer = await pages(request, new URL('/orders', server.url));

  expect([answer?.status, answer?.body]).toEqual([503, expect.stringContaining('npm run web:build')]);
  expect(answer?.headers?.['content-security-policy']).not.toMatch(/unsafe|\*/);
});

test('a navigation to an unknown address gets the client with status 404, and a program gets the error as JSON', async () => {
  const [page, program] = [await openPage('/nothing/here'), await get('/nothing/here')];

  expect([page.status, scriptIn(page.text)]).toEqual([404, expect.stringContaining('/assets/')]);
  expect([program.status, JSON.parse(program.text).errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
});

test('a form that is posted to a page is refused as before', async () => {
  const { status } = await sendRaw(server.url, { path: '/orders', headers: { accept: 'text/html' }, body: 'a=b' });

  expect(status).toBe(404);
});

test('a script is sent compressed, may be kept for ever, and is not sent again', async () => {
  const script = scriptIn((await openPage('/')).text);

  const [brotli, gzip, plain] = await Promise.all([
    get(script, { 'accept-encoding': 'gzip, deflate, br' }),
    get(script, { 'accept-encoding': 'gzip' }),
    get(script),
  ]);
  const again = await get(script, { 'accept-encoding': 'br', 'if-none-match': String(brotli.headers.etag) });

  expect([brotli, gzip, plain].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined]);
  for (const { status, headers } of [brotli, gzip, plain])
    expect([status, headers['content-type'], headers['cache-control'], headers.vary]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
      'accept-encoding',
    ]);
  expect([again.status, again.text]).toEqual([304, '']);
});

test.each([
  '/assets/../index.html',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/..%2f..%2fpackage.json',
  '/assets/',
  '/paths.json',
  '/assets/missing.js',
  '/index.html.br',
  '/.env.js',
])('the server has nothing at %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test('the first load of the client has at most 250 kB', async () => {
  const { text } = await openPage('/');
  const files = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);

  const sizes = await Promise.all(
    files.map(async (path) => {
      const file = new URL(`../../web/dist${path}`, import.meta.url);
      // A small file is not compressed.
      const { size } = await stat(`${fileURLToPath(file)}.br`).catch(() => stat(file));
      return size;
    }),
  );

  expect(files.length).toBeGreaterThan(1);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(250_000);
});
