/** The pages of development: only a browser on this machine can read them or sign in through them. */
import type { Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoGraphiQL } from '../../src/demo/graphiql.ts';
import { loadDemoPeople } from '../../src/demo/load.ts';
import { people } from '../../src/demo/people.ts';
import { routesOf } from '../../src/routes.ts';
import { type Listening, listen } from '../../src/server/http.ts';
import { openClientFiles } from '../../src/web/client-files.ts';
import { createClientPages } from '../../src/web/client-pages.ts';
import { browserMissing, startBrowser } from '../support/browser.ts';
import { type RawRequest, sendRaw } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server } = useServer();
let developing: Listening;
let url: string;

beforeAll(async () => {
  const { app } = server;
  await loadDemoPeople(app);
  developing = await listen(app, {
    routes: routesOf(app),
    pages: createClientPages(app.config, openClientFiles()),
    graphiql: demoGraphiQL,
  });
  url = `http://127.0.0.1:${developing.port}`;
});
afterAll(() => developing.close());

const browser = { accept: 'text/html,application/xhtml+xml' };
const json = { 'content-type': 'application/json' };
const get = (path: string, headers: Record<string, string> = {}) =>
  sendRaw(url, { method: 'GET', path, headers: { ...browser, ...headers } });
const countSessions = () => server.app.db.session.count();

/** Every request that only development answers. */
const developmentRequests: readonly RawRequest[] = [
  { method: 'GET', path: '/graphql', headers: browser },
  { method: 'GET', path: '/graphql?as=olga', headers: browser },
  { method: 'GET', path: '/demo/people' },
  {
    path: '/demo/people',
    headers: { ...json, 'placard-csrf': '1', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ name: 'olga' }),
  },
  { method: 'GET', path: '/mailbox', headers: browser },
  { method: 'GET', path: '/mailbox.json' },
  { method: 'GET', path: '/clock', headers: browser },
  { path: '/clock', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'days=1' },
];

test.each([
  'evil.example',
  'evil.example:4000',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  'evil-localhost',
  '192.168.0.7',
])(
  'a page of the host "%s" that resolves to this machine reads nothing of development and cannot sign in',
  async (host) => {
    const sessions = await countSessions();
    const before = server.clock.now().getTime();
    for (const request of developmentRequests) {
      const headers = { ...request.headers, host, origin: `http://${host}` };
      const answer = await sendRaw(url, { ...request, headers });
      expect([request.path, answer.status, answer.headers['set-cookie']]).toEqual([request.path, 403, undefined]);
      for (const { email } of Object.values(people)) expect(answer.text).not.toContain(email);
    }
    expect(await countSessions()).toBe(sessions);
    expect(server.clock.now().getTime() - before).toBeLessThan(60 * 60_000);
  },
);

test.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST', 'placard.localhost'])(
  'the pages of development open at %s',
  async (name) => {
    const host = `${name}:${developing.port}`;
    for (const path of ['/graphql', '/demo/people', '/mailbox', '/mailbox.json', '/clock'])
      expect([path, (await get(path, { host })).status]).toEqual([path, 200]);
  },
);

test('no page of development can be read by a page of another origin', async () => {
  for (const path of ['/graphql', '/graphql?as=olga', '/demo/people', '/mailbox', '/mailbox.json', '/clock'])
    for (const origin of ['http://evil.example', 'http://localhost:3000', 'null']) {
      const { status, headers } = await get(path, { origin });
      const cors = Object.keys(headers).filter((name) => name.startsWith('access-control-'));
      expect([path, status, cors]).toEqual([path, 200, []]);
    }
});

test('no GET opens a session, and GraphiQL contains no token', async () => {
  const sessions = await countSessions();
  const paths = [...routesOf(server.app).map(({ path }) => path), '/', '/sign-in', '/graphql', '/session'];
  for (const path of paths)
    for (const query of ['', ...Object.keys(people).map((name) => `?as=${name}&name=${name}`)]) {
      const { headers, text } = await get(`${path}${query}`);
      expect([path, headers['set-cookie'], /Bearer [\w.~+/=-]{10}/.test(text)]).toEqual([path, undefined, false]);
    }

  expect(await countSessions()).toBe(sessions);
});

const isOf = (response: Response, text: string): boolean => response.request().postData()?.includes(text) ?? false;

describe.skipIf(browserMissing)(`GraphiQL in a browser${browserMissing ? ` (${browserMissing})` : ''}`, () => {
  test('has the session of the browser client, whose token no script can read', async () => {
    const browser = await startBrowser({ localhost: url });
    try {
      const page = await browser.newPage();
      await page.goto('http://localhost/sign-in');
      await page.getByRole('button', { name: `Sign in as ${people.olga.person}` }).click();
      await page.waitForURL((address) => address.pathname !== '/sign-in');
      await page.goto(`http://localhost/graphql?query=${encodeURIComponent('{ me { name } }')}`);
      const answered = page.waitForResponse((response) => isOf(response, 'me{name}'));
      await page.locator('.graphiql-execute-button').click();

      expect(await (await answered).json()).toEqual({ data: { me: { name: people.olga.person } } });
      expect(await page.evaluate(() => document.cookie)).toBe('');
    } finally {
      await browser.close();
    }
  });
});
