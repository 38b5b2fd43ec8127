/** A push service on loopback, and browsers that subscribe to it. It verifies what it receives as RFC 8291 and RFC 8292 ask. */
import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestPerson } from './factory.ts';
import { change } from './partner.ts';

/** A notification that a browser has received. */
export interface ReceivedPush {
  readonly title: string;
  readonly body: string;
  readonly path: string;
  readonly tag: string;
}

export interface TestBrowser {
  readonly endpoint: string;
  /** The decrypted notifications, oldest first. */
  readonly received: readonly ReceivedPush[];
  /** The headers of the requests for it, oldest first, those that were refused too. */
  readonly requests: readonly IncomingMessage['headers'][];
  /** The subscription as the Push API has it. */
  readonly subscription: { readonly endpoint: string; readonly p256dh: string; readonly auth: string };
  /** Sets the status of all further requests for it; 201 at first. */
  answer(status: number): void;
}

export interface PushService {
  readonly url: string;
  /** A browser that has asked the service for an address, for a public key of a server. */
  openBrowser(serverKey: string): TestBrowser;
  stop(): Promise<void>;
}

interface OpenBrowser {
  readonly keys: ECDH;
  readonly auth: Buffer;
  readonly serverKey: string;
  readonly received: ReceivedPush[];
  readonly requests: IncomingMessage['headers'][];
  status: number;
}

export async function startPushService(): Promise<PushService> {
  const browsers = new Map<string, OpenBrowser>();
  const server = createServer(async (request, response) => {
    const browser = browsers.get(request.url ?? '');
    const body = await bodyOf(request);
    if (!browser) return response.writeHead(404).end();
    browser.requests.push(request.headers);
    const problem = problemOf(request, browser, url);
    if (problem) return response.writeHead(403).end(problem);
    if (browser.status === 201) browser.received.push(JSON.parse(decrypt(browser, body)));
    response.writeHead(browser.status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    openBrowser: (serverKey) => {
      const path = `/send/${randomBytes(16).toString('base64url')}`;
      const keys = createECDH('prime256v1');
      keys.generateKeys();
      const browser: OpenBrowser = {
        ...{ keys, auth: randomBytes(16), serverKey, received: [], requests: [], status: 201 },
      };
      browsers.set(path, browser);
      const endpoint = `${url}${path}`;
      return {
        endpoint,
        received: browser.received,
        requests: browser.requests,
        subscription: {
          endpoint,
          p256dh: keys.getPublicKey('base64url'),
          auth: browser.auth.toString('base64url'),
        },
        answer: (status) => {
          browser.status = status;
        },
      };
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The subscription of another browser, to a push service that is never called. */
export function pushSubscription(): TestBrowser['subscription'] {
  const keys = createECDH('prime256v1');
  keys.generateKeys();
  return {
    endpoint: `https://push.example/send/${randomBytes(16).toString('base64url')}`,
    p256dh: keys.getPublicKey('base64url'),
    auth: randomBytes(16).toString('base64url'),
  };
}

/** Subscribes a browser for the session of a person; returns the id of the subscription. */
export async function subscribe(person: TestPerson, { subscription }: TestBrowser): Promise<string> {
  const answer = await change(person, 'createPushSubscription', subscription, '... on PushSubscription { id }');
  if (!answer.id) throw new Error(`The subscription was refused: ${JSON.stringify(answer)}`);
  return answer.id;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The reason why a push service refuses a request; undefined if it is signed with the key of the subscription. */
function problemOf({ headers }: IncomingMessage, { serverKey }: OpenBrowser, audience: string): string | undefined {
  if (headers['content-encoding'] !== 'aes128gcm') return 'The encoding must be aes128gcm';
  if (!/^\d+$/.test(String(headers['ttl']))) return 'TTL is missing';
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(\S+)$/.exec(headers.authorization ?? '') ?? [];
  if (key !== serverKey) return 'The key is not that of the subscription';
  const [head = '', claims = '', signature = ''] = token.split('.');
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  const point = Buffer.from(key, 'base64url');
  const [x = '', y = ''] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned) return 'The signature is wrong';
  const secondsLeft = exp - Date.now() / 1_000;
  if (aud !== audience || secondsLeft <= 0 || secondsLeft > 86_400) return 'The audience or the expiry is wrong';
  return /^mailto:\S+@\S+$/.test(sub) ? undefined : 'The subject is wrong';
}

/** Decrypts a message of one record as the browser does: RFC 8291 on top of RFC 8188. */
function decrypt({ keys, auth }: OpenBrowser, body: Buffer): string {
  const salt = body.subarray(0, 16);
  const keyLength = body.readUInt8(20);
  const senderKey = body.subarray(21, 21 + keyLength);
  const record = body.subarray(21 + keyLength);
  const derive = (secret: Uint8Array, salted: Uint8Array, info: Buffer, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salted, info, length));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), senderKey]);
  const secret = derive(keys.computeSecret(senderKey), auth, info, 32);
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString();
}
