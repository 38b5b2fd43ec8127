/** Callers behind a reverse proxy: each is counted by an address of its own, which it cannot choose. */
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { errorsIn, sendRaw } from '../support/raw-http.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';

// Callers are counted by network address, and Redis keeps the counts between runs: here each server counts separately.
const withoutRedis = { redisUrl: undefined };
const { server } = useServer({ config: withoutRedis });
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const { points } = limits.rates.signInCodesPerCallerAndAddress;

/** A server behind this number of proxies, with its own rate limits. */
async function behindProxies(trustedProxies: number): Promise<TestServer> {
  const proxied = await startServer({ config: { ...withoutRedis, trustedProxies }, beside: server });
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
