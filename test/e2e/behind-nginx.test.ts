/** A server behind a real nginx with the configuration in deploy/: requests, event streams and sockets pass it. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { killChildren, startProgram } from '../support/child-process.ts';
import { apiClient } from '../support/client.ts';
import { change } from '../support/partner.ts';
import { findFreePorts } from '../support/ports.ts';
import { sendRaw } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path));

// Skipped without nginx; apt-get install nginx-light
describe.skipIf(!nginx)('Behind nginx', () => {
  const { server, factory } = useServer({ config: { redisUrl: undefined, trustedProxies: 1 } });
  let folder: string;
  let url: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'placard-nginx-'));
    const port = await findFreePorts();
    url = `http://127.0.0.1:${port}`;
    const shipped = await readFile(fileURLToPath(new URL('../../deploy/nginx.conf', import.meta.url)), 'utf8');
    const site = shipped
      .replace('server 127.0.0.1:4000', `server ${new URL(server.url).host}`)
      .replace('listen 80;', `listen 127.0.0.1:${port};`);
    const file = join(folder, 'nginx.conf');
    await writeFile(file, `pid ${folder}/pid;\nevents {}\nhttp { access_log off;\n${site}}\n`);
    startProgram(nginx ?? '', [
      '-p',
      folder,
      '-c',
      file,
      '-e',
      join(folder, 'error.log'),
      '-g',
      'daemon off; master_process off;',
    ]);
    await eventually(async () => expect((await fetch(`${url}/health/live`)).status).toBe(200));
  });
  afterAll(async () => {
    await killChildren();
    await rm(folder, { recursive: true, force: true });
  });

  test('events arrive over both kinds of streams', async () => {
    const order = await factory.createOrder();
    const seller = apiClient(url, order.seller.sessionToken);
    const query = `subscription ($id: ID!, $after: String) {
      orderTimeline(orderId: $id, after: $after) { ... on TimelineEntryAdded { entry { message { text } } } }
    }`;
    const { node } = await seller.ask('query ($id: ID!) { node(id: $id) { ... on Order { cursor } } }', {
      id: order.id,
    });
    const variables = { id: order.id, after: node.cursor };
    const streams = [seller.follow(query, variables), seller.followSse(query, variables)];

    await change(order.advertiser, 'sendMessage', { orderId: order.id, text: 'Through nginx' });

    for (const stream of streams) {
      await stream.until(({ orderTimeline: { entry } }) => entry?.message?.text === 'Through nginx');
      stream.stop();
    }
  });

  test('a caller cannot choose its address: nginx appends the one that it sees', async () => {
    const query = 'mutation { requestSignInCode(input: {email: "spoofed@proxy.example"}) { __typename } }';
    const request = async (index: number, localAddress: string): Promise<string> => {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${index}` };
      const { text } = await sendRaw(url, { headers, localAddress, body: JSON.stringify({ query }) });
      return JSON.parse(text).data.requestSignInCode.__typename;
    };
    const types: string[] = [];
    for (let index = 0; index < 6; index += 1) types.push(await request(index, '127.0.0.1'));

    expect(types.at(-1)).toBe('RateLimited');
    expect(await request(7, '127.0.0.2')).toBe('SignInCodeRequested');
  });
});
