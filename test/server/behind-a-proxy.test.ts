/** A server behind a proxy: connections that the proxy holds open, and names and paths that only the proxy knows. */
import { Agent, request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { fileUrl } from '../../src/files/addresses.ts';
import { errorsIn, openSocket, sendRaw } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const publicUrl = 'https://example.org/market';
const docsUrl = `${publicUrl}/docs/errors`;
const { server, factory } = useServer({
  config: { publicUrl, docsUrl, setupUrl: `${publicUrl}/setup`, isProduction: true },
});
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const json = { 'content-type': 'application/json' };
const page = { accept: 'text/html' };

/** Headers with which a caller, or a proxy that is not configured well, claims another address of this server. */
const foreign = {
  host: 'evil.example',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'gopher',
  'x-forwarded-prefix': '/evil',
  forwarded: 'host=evil.example;proto=gopher',
  'x-original-url': '/evil',
};

test.each(['', '/market'])('GraphQL, routes and pages answer with "%s" in front of their paths', async (prefix) => {
  const { text } = await sendRaw(server.url, {
    path: `${prefix}/graphql`,
    headers: json,
    body: '{"query":"{ __typename }"}',
  });
  const ready = await sendRaw(server.url, { method: 'GET', path: `${prefix}/health/ready` });
  const home = await sendRaw(server.url, { method: 'GET', path: prefix || '/', headers: page });
  const order = await sendRaw(server.url, { method: 'GET', path: `${prefix}/orders/7?a=b`, headers: page });

  expect(JSON.parse(text)).toEqual({ data: { __typename: 'Query' } });
  expect([ready.status, home.status, order.status]).toEqual([200, 200, 200]);
  const script = /src="(\/market\/assets\/[^"]+\.js)"/.exec(order.text)?.[1] ?? '';
  expect((await sendRaw(server.url, { method: 'GET', path: script })).status).toBe(200);
});

test('a path that only begins like the prefix is another path', async () => {
  expect((await sendRaw(server.url, { method: 'GET', path: '/marketing', headers: page })).status).toBe(404);
  expect((await sendRaw(server.url, { method: 'GET', path: '/markethealth/ready' })).status).toBe(404);
});

test.each(['', '/market'])('a socket opens with "%s" in front of its path', async (prefix) => {
  const socket = await openSocket(`${server.url}${prefix}`);
  socket.send({ type: 'connection_init' });

  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  socket.cut();
});

test('the cookie of the session belongs to the path', async () => {
  const { sessionToken } = await factory.createPerson();
  const { status, headers } = await sendRaw(server.url, {
    path: '/market/session',
    headers: { ...json, origin: 'https://example.org', 'placard-csrf': '1' },
    body: JSON.stringify({ token: sessionToken }),
  });

  expect(status).toBe(204);
  expect(headers['set-cookie']).toEqual([
    expect.stringMatching(/^__Secure-placard-session=.+; Path=\/market; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/),
  ]);
});

test('links follow PUBLIC_URL, whatever the headers say', async () => {
  const id = '0190a5b4-0000-7000-8000-000000000000';
  expect(fileUrl(server.app.config, { id })).toMatch(/^https:\/\/example\.org\/market\/files\//);
  const paths = ['/', '/orders', '/nothing/here', '/setup/unknown', '/.well-known/oauth-authorization-server'];
  const answers = await Promise.all(
    paths.flatMap((path) =>
      [page, {}].map((accept) => sendRaw(server.url, { method: 'GET', path, headers: { ...foreign, ...accept } })),
    ),
  );
  const query = 'mutation { requestSignInCode(input: {email: "ada@proxy.example"}) { __typename } }';
  answers.push(await sendRaw(server.url, { headers: { ...json, ...foreign }, body: JSON.stringify({ query }) }));
  answers.push(await sendRaw(server.url, { headers: { ...json, ...foreign }, body: '{}' }));

  for (const { text, headers } of answers) expect(text + JSON.stringify(headers)).not.toMatch(/evil|gopher/);
  const metadata = JSON.parse(answers.at(-3)?.text ?? '');
  expect([metadata.issuer, metadata.token_endpoint]).toEqual([publicUrl, expect.stringContaining(`${publicUrl}/`)]);
  expect(JSON.parse(answers.at(-1)?.text ?? '').errors[0].extensions.docUrl).toContain(`${docsUrl}#`);
});

test('an idle connection is held longer than common balancers hold it', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const get = () =>
    new Promise<{ held: string; isReused: boolean }>((resolve, reject) => {
      const outgoing = request(`${server.url}/health/live`, { agent }, (response) => {
        response.resume();
        response.once('end', () =>
          resolve({ held: String(response.headers['keep-alive']), isReused: outgoing.reusedSocket }),
        );
      });
      outgoing.once('error', reject);
      outgoing.end();
    });

  expect(await get()).toEqual({ held: 'timeout=75', isReused: false });
  expect(await get()).toEqual({ held: 'timeout=75', isReused: true });
  agent.destroy();
});
