/**
 * `npm run smoke`: runs every command that the documents name, as a reader would, and fails if one does not work or is not
 * run here. It measures nothing. `--only NAME` runs one of them; `production`, the section of README.md, needs DATABASE_URL. `check` and `test` are run by .ci/run.
 */
import { glob, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { type Child, killChildren, startNpm } from '../test/support/child-process.ts';
import { apiClient } from '../test/support/client.ts';
import { findFreePorts } from '../test/support/ports.ts';
import { eventually } from '../test/support/wait.ts';
import { followProductionGuide } from './smoke/production.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const documents = ['*.md', 'docs/**/*.md', 'bench/*.md', 'chaos/*.md', 'fuzz/*.md', 'examples/**/*.md'];
const runByCi = ['test', 'check'];
/** Scripts that no document has to name. */
const internal = ['postinstall', 'smoke'];

/** The environment of a newcomer: the embedded database in a folder of its own. */
const dataDir = await mkdtemp(join(tmpdir(), 'placard-smoke-'));
const embedded = { DATA_DIR: dataDir, LOG_LEVEL: 'error' };
/** The environment of the commands that need servers, where they are given. */
const onServers = Object.fromEntries(
  ['DATABASE_URL', 'REDIS_URL'].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
);

/** The commands in the order in which they are run; `seed` fills the folder that `start` uses. */
const commands: Readonly<Record<string, () => Promise<unknown>>> = {
  generate: () => outputOf(['generate']),
  migration: () => says(['migration', '--', 'smoke test'], /There is nothing to write/),
  migrate: () => says(['migrate'], /Applied:/),
  seed: () => says(['seed'], /Loaded the demo data/),
  operator: () => says(['operator', '--', 'add', 'operator@placard.example'], /is an operator now/),
  doctor: async () => {
    // It finds that no server runs at the public address.
    const program = npm(['doctor'], onServers);
    await program.says(/ok +clock|Set DATABASE_URL/);
    await program.ended;
  },
  'move-orders': () => says(['move-orders', '--', '1', '1'], /orders were moved from version 1/),
  'record-process': () => says(['record-process'], /No recorded row has changed/),
  production: async () => {
    const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = process.env;
    if (databaseUrl) await followProductionGuide({ databaseUrl, redisUrl, dataDir: join(dataDir, 'production') });
  },
  start: () => withServer('start', async () => undefined),
  dev: () => withServer('dev', async () => undefined),
  demo: () => withServer('start', (url) => says(['demo'], /Order \d+ is COMPLETED/, { PLACARD_URL: url })),
  partner: () =>
    withServer('start', async (url) => {
      const env = { PLACARD_URL: url, PLACARD_TOKEN: await createKey(url) };
      const args = ['register', 'examples/partner.manifest.json', '--name', 'smoke', '--as', '1'];
      await says(['partner', '--', ...args], /Registered version 1 of smoke/, env);
    }),
  example: () =>
    withServer('start', async (url) => {
      const env = { PLACARD_URL: url, PLACARD_KEY: await createKey(url), PORT: String(await findFreePorts()) };
      const program = npm(['example'], env);
      await program.says(/placed order #\d+/);
      await program.says(/PENDING/);
      await stop(program);
    }),
  cluster: async () => {
    const cluster = npm(['cluster'], { PORT: String(await findFreePorts(2)) });
    await cluster.says(/Both instances are ready/);
    await stop(cluster);
  },
  screens: () => says(['screens', '--', '--check'], /has a picture of every page/),
  'web:build': () => says(['web:build'], /The browser client was built/),
  web: async () => {
    const program = npm(['web']);
    await program.says(/ready in/);
    await stop(program);
  },
  'release:documents': async () => {
    const released = 'src/server/released-documents/web-manifest.json';
    const before = await readFile(released);
    try {
      await says(['release:documents'], /are kept for the next one/);
    } finally {
      // Only a release keeps its operations.
      await writeFile(released, before);
    }
  },
  bench: () => outputOf(['bench', '--', '--smoke'], onServers),
  'bench:live': () => outputOf(['bench:live', '--', '--smoke'], onServers),
  'bench:web': () => says(['bench:web', '--', '--smoke'], /order \| slow 4G/, onServers),
  fuzz: () => says(['fuzz', '--', '--seconds', '3'], /fuzz found nothing/, onServers),
  chaos: () => says(['chaos', '--', '--smoke', '--seed', '7'], /chaos held/, onServers),
};

const npm = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Child =>
  startNpm(args[0] === 'start' ? args : ['run', ...args], { env: { ...embedded, ...env } });

/** Returns what the command has printed. @throws if it does not end with status 0 */
async function outputOf(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<string> {
  const program = npm(args, env);
  const end = await program.ended;
  if (end !== 0)
    throw new Error(`npm run ${args.join(' ')} ended with ${end}:
${program.output()}`);
  return program.output();
}

async function says(args: readonly string[], text: RegExp, env?: Readonly<Record<string, string>>): Promise<void> {
  const output = await outputOf(args, env);
  if (!text.test(output)) throw new Error(`npm run ${args.join(' ')} did not print ${text}:\n${output}`);
}

/** Ends a program that runs until it is signalled. @throws if it does not end in time */
async function stop(program: Child): Promise<void> {
  program.signal('SIGTERM');
  await program.ended;
}

/** Starts a server, uses it and stops it. @throws if it does not stop with status 0 */
async function withServer(script: 'start' | 'dev', use: (url: string) => Promise<unknown>): Promise<void> {
  const server = npm([script], { PORT: '0', MOVABLE_CLOCK: 'true' });
  const [, url = ''] = await server.says(/Begin here +(http:\/\/localhost:\d+)\//);
  await server.says(/requestSignInCode/);
  await use(url);
  server.signal('SIGTERM');
  const end = await server.ended;
  if (end !== 0) throw new Error(`npm ${script} ended with ${end}:\n${server.output()}`);
}

/** Signs in as a demo person by the code in the mailbox, creates an application and returns a key of it. */
async function createKey(url: string): Promise<string> {
  const email = 'ada@ada-coffee.example';
  const visitor = apiClient(url);
  const requestCode = 'mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) { __typename } }';
  const readCodes = async () => {
    const emails = (await (await fetch(`${url}/mailbox.json`)).json()) as { to: string; subject: string }[];
    return emails.flatMap(({ to, subject }) => (to === email ? (/^\d{8}/.exec(subject) ?? []) : []));
  };
  // The mailbox keeps the codes of the servers that ran before on the same folder.
  const earlierCodes = await readCodes();
  await visitor.ask(requestCode, { input: { email } });
  const code = await eventually(async () => {
    const newCode = (await readCodes()).find((one) => !earlierCodes.includes(one));
    if (!newCode) throw new Error(`No sign-in code for ${email} is in the mailbox`);
    return newCode;
  });
  const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { token } } }';
  const { token } = (await visitor.ask(signIn, { input: { email, code } })).signIn;
  const owner = apiClient(url, token);
  const { createApplication } = await owner.ask(
    `mutation { createApplication(input: { name: "Smoke", scopes: [ORDERS_READ, ORDERS_WRITE, WEBHOOKS] }) {
      ... on Application { id } ... on Refusal { message } } }`,
  );
  if (!createApplication.id) throw new Error(`The application was not created: ${createApplication.message}`);
  const { createApplicationKey } = await owner.ask(
    `mutation ($id: ID!) { createApplicationKey(input: { applicationId: $id }) {
      ... on ApplicationKeyCreated { secret } ... on Refusal { message } } }`,
    { id: createApplication.id },
  );
  return createApplicationKey.secret;
}

/** The scripts that the documents name. */
async function documentedScripts(): Promise<ReadonlySet<string>> {
  const scripts = new Set<string>();
  for await (const file of glob(documents))
    for (const [, run, short] of (await readFile(file, 'utf8')).matchAll(
      /\bnpm (?:run ([a-z:-]*[a-z])|(start|test)\b)/g,
    ))
      scripts.add(run ?? short ?? '');
  return scripts;
}

/** @throws if a documented script does not exist, or a script is not documented or not run in CI */
async function checkCoverage(): Promise<void> {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };
  const ci = await readFile('.ci/run', 'utf8');
  const documented = await documentedScripts();
  const problems = [
    ...[...documented].filter((name) => !scripts[name]).map((name) => `package.json has no script "${name}"`),
    ...Object.keys(scripts)
      .filter((name) => !documented.has(name) && !internal.includes(name))
      .map((name) => `no document names the script "${name}"`),
    ...Object.keys(scripts)
      .filter((name) => !commands[name] && !runByCi.includes(name) && !internal.includes(name))
      .map((name) => `scripts/smoke.ts does not run "${name}"`),
    ...runByCi
      .filter((name) => !new RegExp(`\\bnpm (run )?${name}\\b`).test(ci))
      .map((name) => `.ci/run does not run "${name}"`),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

try {
  await checkCoverage();
  for (const [name, run] of Object.entries(commands)) {
    if ((values.only ?? name) !== name) continue;
    process.stdout.write(`${name === 'production' ? 'In production' : `npm run ${name}`} …`.padEnd(28));
    const startedAt = performance.now();
    await run();
    console.log(`${styleText('green', 'ok')}  ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
  }
} catch (error) {
  console.error(`${styleText('red', 'failed')}\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await killChildren();
  await rm(dataDir, { recursive: true, force: true });
}
