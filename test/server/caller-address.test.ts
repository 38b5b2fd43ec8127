/** Callers behind a reverse proxy: each is counted by an address of its own, which it cannot choose. */
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { parseTrustedProxies } from '../../src/platform/trusted-proxies.ts';
import { errorsIn, openSocket, type RawSocket, sendRaw } from '../support/raw-http.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';

// Callers are counted by network address, and Redis keeps the counts between runs: here each server counts separately.
const withoutRedis = { redisUrl: undefined };
const { server } = useServer({ config: withoutRedis });
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const { points } = limits.rates.signInCodesPerCallerAndAddress;

/** A server behind proxies, given as in TRUSTED_PROXIES, with its own rate limits. */
async function behindProxies(trustedProxies: number | string): Promise<TestServer> {
  const proxied = await startServer({
    config: { ...withoutRedis, trustedProxies: parseTrustedProxies(String(trustedProxies)) ?? 0 },
    beside: server,
  });
  onTestFinished(() => proxied.stop());
  return proxied;
}

/** Requests a code with this header, and returns the type of the result. */
async function requestCode({ url }: TestServer, email: string, forwardedFor: string): Promise<string> {
  const query = 'mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) { __typename } }';
  const { text } = await sendRaw(url, {
    headers: { 'content-type': 'application/json', 'x-forwarded-for': forwardedFor },
    body: JSON.stringify({ query, variables: { input: { email } } }),
  });
  return JSON.parse(text).data.requestSignInCode.__typename;
}

/** Uses all codes that one caller may request for an address. */
async function useUp(on: TestServer, email: string, forwardedFor: (index: number) => string): Promise<void> {
  for (let index = 0; index < points; index += 1)
    expect(await requestCode(on, email, forwardedFor(index))).toBe('SignInCodeRequested');
}

test('callers behind one proxy are counted separately', async () => {
  const proxied = await behindProxies(1);
  await useUp(proxied, 'one@proxy.example', () => '203.0.113.1');

  expect(await requestCode(proxied, 'one@proxy.example', '203.0.113.1')).toBe('RateLimited');
  expect(await requestCode(proxied, 'one@proxy.example', '203.0.113.2')).toBe('SignInCodeRequested');
});

test('the entries that a caller sends itself do not change its address', async () => {
  const proxied = await behindProxies(1);
  await useUp(proxied, 'two@proxy.example', (index) => `198.51.100.${index}, 203.0.113.1`);

  expect(await requestCode(proxied, 'two@proxy.example', '198.51.100.99, 203.0.113.1')).toBe('RateLimited');
});

test('behind two proxies the entry of the outer one is the address of the caller', async () => {
  const proxied = await behindProxies(2);
  await useUp(proxied, 'three@proxy.example', (index) => `203.0.113.1, 192.0.2.${index}`);

  expect(await requestCode(proxied, 'three@proxy.example', '203.0.113.1, 192.0.2.99')).toBe('RateLimited');
});

test('without a proxy the header has no effect, and behind one an entry that is not an address has none', async () => {
  await useUp(server, 'four@proxy.example', (index) => `203.0.113.${index}`);
  expect(await requestCode(server, 'four@proxy.example', '203.0.113.99')).toBe('RateLimited');

  const proxied = await behindProxies(1);
  await useUp(proxied, 'five@proxy.example', (index) => `unknown-${index}`);
  expect(await requestCode(proxied, 'five@proxy.example', 'unknown-99')).toBe('RateLimited');
});

test('the header Forwarded has no effect', async () => {
  const proxied = await behindProxies(1);
  const query = 'mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) { __typename } }';
  const request = async (forwarded: string) => {
    const { text } = await sendRaw(proxied.url, {
      headers: { 'content-type': 'application/json', forwarded, 'x-real-ip': forwarded.slice(4) },
      body: JSON.stringify({ query, variables: { input: { email: 'six@proxy.example' } } }),
    });
    return JSON.parse(text).data.requestSignInCode.__typename;
  };
  for (let index = 0; index < points; index += 1) await request(`for=203.0.113.${index}`);

  expect(await request('for=203.0.113.99')).toBe('RateLimited');
});

test('with networks of proxies the last entry outside of them is the address of the caller, however many proxies it passed', async () => {
  const proxied = await behindProxies('127.0.0.0/8, 10.0.0.0/8, fd00::/8');
  const chains = ['203.0.113.7', '203.0.113.7, 10.1.2.3', '198.51.100.9, 203.0.113.7:4711, fd00::1, 10.1.2.3'];
  await useUp(proxied, 'seven@proxy.example', (index) => chains[index % chains.length] ?? '');

  for (const chain of chains) expect(await requestCode(proxied, 'seven@proxy.example', chain)).toBe('RateLimited');
  expect(await requestCode(proxied, 'seven@proxy.example', '203.0.113.7, 203.0.113.8, 10.1.2.3')).toBe(
    'SignInCodeRequested',
  );
});

test('a request that does not come from a network of proxies has the address of its connection', async () => {
  const proxied = await behindProxies('10.0.0.0/8');
  await useUp(proxied, 'eight@proxy.example', (index) => `203.0.113.${index}`);

  expect(await requestCode(proxied, 'eight@proxy.example', '203.0.113.99')).toBe('RateLimited');
});

test('the addresses of one IPv6 network of 64 bits are one caller', async () => {
  const proxied = await behindProxies(1);
  await useUp(proxied, 'nine@proxy.example', (index) => `2001:db8:1:2:${index}::1`);

  expect(await requestCode(proxied, 'nine@proxy.example', '2001:db8:1:2:ffff::9')).toBe('RateLimited');
  expect(await requestCode(proxied, 'nine@proxy.example', '[2001:db8:1:2::5]:443')).toBe('RateLimited');
  expect(await requestCode(proxied, 'nine@proxy.example', '2001:db8:1:3::1')).toBe('SignInCodeRequested');
});

test('sockets of anonymous callers are counted by the address behind the proxy', async () => {
  const proxied = await behindProxies(1);
  const open = async (address: string): Promise<RawSocket> => {
    const socket = await openSocket(proxied.url, 'graphql-transport-ws', { 'x-forwarded-for': address });
    socket.send({ type: 'connection_init' });
    return socket;
  };
  for (let index = 0; index < limits.socketsPerViewer; index += 1)
    expect(await (await open(`198.51.100.${index}, 203.0.113.1`)).next()).toMatchObject({ type: 'connection_ack' });

  expect((await (await open('198.51.100.99, 203.0.113.1')).closed).code).toBe(4430);
  expect(await (await open('203.0.113.2')).next()).toMatchObject({ type: 'connection_ack' });
});

test('event streams of anonymous callers count against the rate of the address behind the proxy', async () => {
  const proxied = await behindProxies(1);
  const ask = async (address: string) => {
    const { status, text } = await sendRaw(proxied.url, {
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'x-forwarded-for': address },
      body: JSON.stringify({ query: 'subscription { nothing }' }),
    });
    return status === 429 || text.includes('RATE_LIMITED') ? 'RATE_LIMITED' : 'REFUSED';
  };
  const { points } = limits.rates.refusals;
  let refusal = '';
  for (let index = 0; index <= points && refusal !== 'RATE_LIMITED'; index += 1)
    refusal = await ask(`198.51.100.${index % 250}, 203.0.113.1`);

  expect(refusal).toBe('RATE_LIMITED');
  expect(await ask('203.0.113.2')).toBe('REFUSED');
});
