/** Hostile requests to the routes besides GraphQL: paths, queries, headers, forms with files, and uploads. */
import { routesOf } from '../src/routes.ts';
import { png } from '../test/support/images.ts';
import { pick } from '../test/support/random.ts';
import type { TestServer } from '../test/support/server.ts';
import { hostileText, type ValueContext } from './hostile-values.ts';
import { type Fault, judgeInsides, judgeStatus } from './judge.ts';
import { type Answer, type RawRequest, sendRequest } from './wires.ts';

const boundary = 'fuzz';
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'];

/** The paths of the routes, those of the server itself included. */
const pathsOf = ({ app }: TestServer): readonly string[] => [
  ...routesOf(app).map(({ path }) => path),
  '/session',
  '/exports/',
  '/exports/orders.csv',
  '/exports/spaces.csv',
  '/exports/payments.csv',
  '/',
];

/** Generates one request; `capabilities` are addresses that work, such as those of uploads and setup links. */
export function generateRouteRequest(
  server: TestServer,
  known: ValueContext,
  { token, capabilities }: { readonly token: string | undefined; readonly capabilities: readonly string[] },
): RawRequest {
  const { random } = known;
  const route = pick(random, pathsOf(server));
  const end = pick(random, [hostileText(known), pick(random, [...known.ids, 'x']), '']);
  const isCapability = capabilities.length > 0 && random() < 0.4;
  const path = isCapability ? pick(random, capabilities) : `${route}${random() < 0.7 ? encoded(end) : ''}`;
  const query = random() < 0.3 ? `?${encoded(hostileText(known))}=${encoded(hostileText(known))}` : '';
  const method = pick(random, ['GET', 'POST', 'PUT', ...methods]);
  const headers = {
    ...(token && random() < 0.5 ? { authorization: `Bearer ${token}` } : {}),
    ...(random() < 0.3
      ? { accept: pick(random, ['text/html', '*/*', '', 'application/json;q=x', 'a'.repeat(2_000)]) }
      : {}),
    ...(random() < 0.2 ? { 'accept-language': pick(random, ['de', '*', 'xx;q=2', 'x,'.repeat(900)]) } : {}),
    ...(random() < 0.2 ? { cookie: pick(random, ['a=b', ';;;=', 'placard_session=x', '%=%'.repeat(300)]) } : {}),
    ...(random() < 0.1 ? { origin: pick(random, ['null', 'https://evil.example', server.url]) } : {}),
    ...(random() < 0.1 ? { range: pick(random, ['bytes=0-', 'bytes=-1', 'bytes=9-1', 'x']) } : {}),
  };
  if (['GET', 'HEAD', 'OPTIONS'].includes(method)) return { method, path: `${path}${query}`, headers };
  const { type, body } = bodyOf(known);
  return { method, path: `${path}${query}`, headers: { ...headers, ...(type ? { 'content-type': type } : {}) }, body };
}

function bodyOf(known: ValueContext): { readonly type: string | undefined; readonly body: string | Buffer } {
  const { random } = known;
  const text = () => hostileText(known);
  return pick<() => { type: string | undefined; body: string | Buffer }>(random, [
    () => ({
      type: 'application/json',
      body: pick(random, [
        '',
        '{',
        '[]',
        'null',
        '{"token":1}',
        JSON.stringify({ token: text() }),
        `{"a":${'['.repeat(40_000)}`,
      ]),
    }),
    () => ({
      type: 'application/x-www-form-urlencoded',
      body: `${encoded(text())}=${encoded(text())}&action=pay&ad=${encoded(text())}&%=%`,
    }),
    () => ({
      type: `multipart/form-data; boundary=${pick(random, [boundary, boundary, 'other', '', '"'])}`,
      body: multipart(known),
    }),
    () => ({
      type: pick(random, ['image/png', 'text/plain', '', 'x', 'multipart/form-data']),
      body: imageBytes(known),
    }),
  ])();
}

/** A form with a file, of which parts may be missing or wrong. */
function multipart(known: ValueContext): Buffer {
  const { random } = known;
  const part = (name: string, content: string | Buffer, more = '') =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]);
  const fileName = hostileText(known).replaceAll(/["\r\n]/g, '');
  return Buffer.concat([
    ...(random() < 0.8 ? [part('ad', pick(random, [...known.ids, hostileText(known)]))] : []),
    part(pick(random, ['html', 'text', 'targetUrl', '__proto__']), hostileText(known)),
    part('targetUrl', hostileText(known)),
    part(
      'image',
      imageBytes(known),
      `; filename="${fileName}"\r\ncontent-type: ${pick(random, ['image/png', 'text/html', 'x'])}`,
    ),
    ...(random() < 0.8 ? [Buffer.from(`--${boundary}--\r\n`)] : []),
  ]);
}

/** An image with wrong bytes, or other bytes. */
function imageBytes({ random }: ValueContext): Buffer {
  const image = png();
  for (let count = 0; count < 3; count += 1) image[Math.floor(random() * image.length)] = Math.floor(random() * 256);
  return pick(random, [
    image,
    png(),
    image.subarray(0, Math.floor(random() * image.length)),
    Buffer.alloc(0),
    Buffer.alloc(5_000, 0xff),
  ]);
}

/** A text in a path or a query: usually encoded, and without what no client can send. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('%25zz', '%zz');

/** Sends a request to a route and returns the faults of what comes back. */
export async function sendToRoute(url: string, request: RawRequest): Promise<Answer> {
  const { status, text } = await sendRequest(url, request);
  // Scripts and styles may contain such words.
  const shown = (): readonly Fault[] => (status >= 400 ? judgeInsides(text.slice(0, 50_000)) : []);
  return { judge: () => [...judgeStatus(status, text), ...shown()], text };
}
