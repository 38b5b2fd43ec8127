/** Starting and stopping the program as its users do: `node src/main.ts` in processes of their own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { connectOnce } from '../../src/platform/database-connection.ts';
import { migrationsFolder, readMigrations } from '../../src/platform/migrations/migration-files.ts';
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres.ts';
import { adStatuses } from '../../src/process/ad.ts';
import { orderStatuses } from '../../src/process/order.ts';
import { type Child, killChildren, startChild } from '../support/child-process.ts';
import { type ApiClient, apiClient } from '../support/client.ts';
import { prepareTemplate } from '../support/database.ts';

const folders: string[] = [];

afterAll(async () => {
  await killChildren();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'placard-start-'));
  folders.push(folder);
  return folder;
}

/** A folder with a database that is migrated and empty: starting on it takes less time. */
async function migratedFolder(): Promise<string> {
  const folder = await emptyFolder();
  await inDatabase(folder, 'SELECT 1');
  return folder;
}

/** Starts the program with this environment and no other; on a free port if the environment names none. */
const startMain = (env: Readonly<Record<string, string>>): Child =>
  startChild('src/main.ts', { env: { PORT: '0', ...env } });

async function addressOf(child: Child): Promise<string> {
  const [, address = ''] = await child.says(/Begin here +(http:\/\/localhost:\d+)\//);
  await child.says(/To sign in as/);
  return address;
}

describe('a server with its own database', () => {
  let dataDir: string;
  let first: Child;
  let url: string;

  beforeAll(async () => {
    dataDir = await emptyFolder();
    first = startMain({ DATA_DIR: dataDir });
    url = await addressOf(first);
  });

  test('prints its address, the address of its mailbox, and the way to sign in', async () => {
    const { status } = await fetch(`${url}/mailbox`);

    const output = first.output();
    expect(status).toBe(200);
    expect(output).toContain(`${url}/graphql`);
    expect(output).toContain(`${url}/mailbox`);
    expect(output).toContain('requestSignInCode');
    expect(output).toMatch(/ada@ada-coffee\.example +advertiser/);
  });

  test.each(['live', 'ready'])('answers that it is %s', async (state) => {
    const answer = await fetch(`${url}/health/${state}`);

    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: state });
  });

  test('refuses its folder to a second start immediately, and continues to run', async () => {
    const second = startMain({ DATA_DIR: dataDir });

    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`${join(dataDir, 'postgres')} is in use by process ${first.pid}`);
    expect(second.output()).toContain('set DATA_DIR to another folder');
    expect(second.output()).not.toMatch(stackTrace);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });

  test('exits on a used port and suggests a free port', async () => {
    const { port } = new URL(url);

    const second = startMain({ DATA_DIR: await migratedFolder(), PORT: port });

    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Port ${port} is taken by another program`);
    expect(second.output()).toContain(`PORT=${Number(port) + 1} npm start`);
    expect(second.output()).not.toMatch(stackTrace);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s ends sockets and streams, exits, and has all data when it is started again',
    async (signal) => {
      const operator = await signInAsOperator(url);
      const before = await ordersOf(operator);
      const [order] = before;
      const follow = 'subscription ($id: ID!) { orderTimeline(orderId: $id) { __typename ... on Refusal { code } } }';
      const stream = operator.followSse(follow, { id: order?.id });
      await stream.next();
      const socket = await openSocket(url);

      first.signal(signal);
      await stream.ended;

      expect(await socket.closed).toBe(1001);
      expect(await first.ended).toBe(0);
      expect(first.output()).toMatch(new RegExp(`${signal}: stopping …\\nStopped\\.\\n$`));

      first = startMain({ DATA_DIR: dataDir });
      url = await addressOf(first);
      expect(first.output()).not.toContain('demo order');
      expect(await ordersOf(apiClient(url, operator.token))).toEqual(before);
    },
  );
});

const stackTrace = /^\s+at /m;

test('a signal while the demo data is loading waits for the rest of it', async () => {
  const folder = await migratedFolder();
  const starting = startMain({ DATA_DIR: folder });
  await starting.says(/demo order 2 of/);

  starting.signal('SIGTERM');

  expect(await starting.ended).toBe(0);
  expect(starting.output()).toMatch(/Stopped\.\n$/);
  expect(starting.output()).not.toContain('Placard is ready');
  expect(starting.output()).not.toMatch(stackTrace);
  expect(await inDatabase(folder, 'SELECT DISTINCT status FROM "order"')).toHaveLength(orderStatuses.length);
  expect(await inDatabase(folder, 'SELECT DISTINCT status FROM "ad"')).toHaveLength(adStatuses.length);
  expect(await inDatabase(folder, 'SELECT DISTINCT kind FROM "placement"')).toHaveLength(2);
});

test('a migration that failed earlier is named, and the server does not start', async () => {
  const [migration] = await readMigrations(migrationsFolder);
  const folder = await emptyFolder();
  await inDatabase(folder, 'UPDATE _prisma_migrations SET finished_at = NULL');

  const refused = startMain({ DATA_DIR: folder });

  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain(`The migration ${migration?.name} failed at an earlier start`);
  expect(refused.output()).not.toContain('Placard is ready');
  expect(refused.output()).not.toMatch(stackTrace);
});

test('a database that cannot be reached is named by its host and port, without the password', async () => {
  const refused = startMain({ DATABASE_URL: 'postgres://placard:hunter2@127.0.0.1:1/placard' });

  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain('The database at 127.0.0.1:1 cannot be used: the connection was refused');
  expect(refused.output()).not.toContain('hunter2');
  expect(refused.output()).not.toMatch(stackTrace);
});

test('production mode does not start with the defaults of development, and names each', async () => {
  const refused = startMain({ NODE_ENV: 'production', DATA_DIR: await emptyFolder() });

  expect(await refused.ended).toBe(1);
  for (const name of ['SECRET', 'RESEND_API_KEY', 'MAIL_FROM', 'PUBLIC_URL'])
    expect(refused.output()).toContain(`- ${name} `);
  expect(refused.output()).not.toContain('Starting');
  expect(refused.output()).not.toMatch(stackTrace);
});

/** Runs one statement on the embedded database in a folder, while no server runs on it. A migrated one is made if there is none. */
async function inDatabase(folder: string, sql: string): Promise<unknown[]> {
  const template = await prepareTemplate({ serverUrl: undefined });
  const embedded = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), loadFrom: template });
  try {
    const client = await connectOnce(embedded.url);
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  } finally {
    await embedded.stop();
  }
}

/** Signs in as the output of the program describes: with the code from the mailbox. */
async function signInAsOperator(url: string): Promise<ApiClient> {
  const email = 'olga@placard.example';
  const anyone = apiClient(url);
  await anyone.ask('mutation ($email: String!) { requestSignInCode(input: { email: $email }) { __typename } }', {
    email,
  });
  const newestCode = async (): Promise<string | undefined> => {
    const letters = (await (await fetch(`${url}/mailbox.json`)).json()) as { to: string; subject: string }[];
    return letters.flatMap(({ to, subject }) => (to === email ? (/^\d{8}/.exec(subject) ?? []) : []))[0];
  };
  await expect.poll(newestCode).toBeDefined();
  const { signIn } = await anyone.ask(
    'mutation ($email: String!, $code: String!) { signIn(input: { email: $email, code: $code }) { ... on SignedIn { token } } }',
    { email, code: await newestCode() },
  );
  return apiClient(url, signIn.token);
}

async function ordersOf(reader: ApiClient): Promise<{ id: string; number: number; status: string }[]> {
  const { orders } = await reader.ask('{ orders(first: 50) { edges { node { id number status revision } } } }');
  const nodes: { id: string; number: number; status: string }[] = orders.edges.map(
    ({ node }: { node: unknown }) => node,
  );
  expect(new Set(nodes.map(({ status }) => status))).toEqual(new Set(orderStatuses));
  return nodes;
}

/** An authenticated socket, and the code with which it will be closed. */
async function openSocket(url: string): Promise<{ closed: Promise<number> }> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
    socket.once('message', resolve);
  });
  return { closed };
}
