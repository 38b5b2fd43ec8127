/**
 * `npm run screens`: photographs every page of the browser client, with the demo data, into docs/screens. It needs Chromium.
 * `--check` writes nothing, and fails if a page has no picture or the pictures take too much space.
 */
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { openSession } from '../src/auth/sessions.ts';
import { loadDemoData } from '../src/demo/load.ts';
import { type PersonName, people } from '../src/demo/people.ts';
import { toGlobalId } from '../src/graphql/ids.ts';
import { keysOf } from '../src/platform/objects.ts';
import { startBrowser } from '../test/support/browser.ts';
import { apiClient } from '../test/support/client.ts';
import { factoryFor, type TestPerson } from '../test/support/factory.ts';
import { change, createPartner, idOf, register } from '../test/support/partner.ts';
import { startServer, type TestServer } from '../test/support/server.ts';
import { eventually } from '../test/support/wait.ts';
import { buildIfStale } from '../test/support/web-build.ts';
import { addressOf as addressOfPath } from '../test/support/web-paths.ts';
import { paths } from '../web/src/app/paths.ts';

const folder = fileURLToPath(new URL('../docs/screens/', import.meta.url));
const origin = 'http://placard.localhost';
/** All pictures together. */
const maxBytes = 600_000;
/** Pictures are scaled down by this factor. */
const scale = 0.75;
const desktop = { width: 1_100, height: 800 };
const phone = { width: 390, height: 800 };

type PathName = keyof typeof paths;

interface Picture {
  readonly file: string;
  readonly path: PathName;
  /** Undefined for a visitor. */
  readonly as: PersonName | undefined;
  readonly viewport?: typeof phone;
  readonly colorScheme?: 'dark';
}

/** The file of a page: `spaceId` of `/spaces/$spaceId` does not matter, its name does. */
const fileOf = (path: PathName): string => `${path.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.webp`;

function viewerOf(path: PathName): PersonName | undefined {
  if (path === 'signIn' || path === 'invitation' || path === 'home') return undefined;
  if (paths[path].startsWith(paths.desk)) return 'olga';
  return path === 'newOrder' || path === 'space' ? 'ada' : 'nora';
}

const pictures: readonly Picture[] = [
  ...keysOf(paths).map((path) => ({ file: fileOf(path), path, as: viewerOf(path) })),
  { file: 'order-as-buyer.webp', path: 'order', as: 'ada' },
  { file: 'order-on-a-phone.webp', path: 'order', as: 'ada', viewport: phone, colorScheme: 'dark' },
];

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
if (values.check) await check();
else await photograph();

async function check(): Promise<void> {
  const files = await readdir(folder);
  const expected = pictures.map(({ file }) => file);
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const problems = [
    ...expected.filter((file) => !files.includes(file)).map((file) => `docs/screens has no ${file}`),
    ...files.filter((file) => !expected.includes(file)).map((file) => `docs/screens/${file} belongs to no page`),
    ...(bytes > maxBytes ? [`docs/screens has ${bytes} bytes; at most ${maxBytes} are allowed`] : []),
  ];
  if (problems.length > 0) throw new Error(`${problems.join('\n')}\nRun: npm run screens`);
  console.log(`docs/screens has a picture of every page: ${(bytes / 1_000).toFixed(0)} kB`);
}

async function photograph(): Promise<void> {
  await buildIfStale();
  const server = await startServer({ config: { publicUrl: origin } });
  let browser: Browser | undefined;
  try {
    await loadDemoData(server.app, (text) => console.log(text));
    const persons = await signInAll(server);
    const addressOf = await prepare(server, persons);
    browser = await startBrowser({ 'placard.localhost': server.url });
    await mkdir(folder, { recursive: true });
    for (const { file, path, as, viewport = desktop, ...options } of pictures) {
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', viewport, ...options });
      if (as) await context.addCookies([{ name: 'placard-session', value: persons[as].sessionToken, url: origin }]);
      const page = await context.newPage();
      await page.goto(`${origin}${addressOf(path)}`);
      await loaded(page);
      const bytes = await sharp(await page.screenshot({ animations: 'disabled' }))
        .resize({ width: Math.round(viewport.width * scale) })
        .webp({ quality: 45 })
        .toBuffer();
      await writeFile(join(folder, file), bytes);
      await context.close();
      console.log(`docs/screens/${file}: ${(bytes.length / 1_000).toFixed(0)} kB`);
    }
  } finally {
    await browser?.close();
    await server.stop();
  }
  await writeFile(`${folder}../screens.md`, pageList());
  await check();
}

/** Waits until the page has its heading and loads nothing more. */
async function loaded(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await eventually(async () => {
    if ((await page.getByText(/^(Loading|Wird geladen) …$/).count()) > 0) throw new Error(`${page.url()} still loads`);
  });
}

/** The demo people, signed in. */
async function signInAll(server: TestServer): Promise<Record<PersonName, TestPerson>> {
  const entries = await Promise.all(
    keysOf(people).map(async (name) => {
      const { email } = people[name];
      const person = await server.app.db.person.findUniqueOrThrow({ where: { email }, include: { memberships: true } });
      const { token } = await server.app.db.$transaction((tx) => openSession(server.app, tx, person.id));
      const accountId = person.memberships[0]?.accountId ?? '';
      const client = apiClient(server.url, token);
      return [
        name,
        { ...client, personId: person.id, accountId, name: person.name, email, sessionToken: token },
      ] as const;
    }),
  );
  // One for each name.
  return Object.fromEntries(entries) as Record<PersonName, TestPerson>;
}

interface DemoOrder {
  readonly number: number;
  readonly progress: number | null;
  readonly seller: { readonly name: string };
}

/** Creates what the demo data lacks. Returns the function that gives the address of a page. */
async function prepare(
  server: TestServer,
  { nora, ada }: Record<PersonName, TestPerson>,
): Promise<(path: PathName) => string> {
  const partner = await createPartner(factoryFor(server), { owner: nora, name: 'Newsroom system' });
  const document = 'query NewsroomOrders { orders(first: 20) { nodes { number status } } }';
  await register(partner, [document], { name: 'newsroom' });
  const { endpoint } = await change(
    nora,
    'createWebhookEndpoint',
    {
      applicationId: partner.applicationId,
      url: 'https://hooks.harbour-daily.example/placard',
      documentId: idOf(document),
    },
    '... on WebhookSecretPayload { endpoint { id } }',
  );
  await change(nora, 'inviteMember', { email: 'kim@harbour-daily.example', role: 'MEMBER' });
  const token = await eventually(() => {
    const letters = server.app.mailbox?.letters() ?? [];
    const [, found] = letters.map(({ text }) => /\/invitations\/(\S+)/.exec(text)).find(Boolean) ?? [];
    if (!found) throw new Error('The invitation is not in the mailbox yet');
    return found;
  });
  const { orders } = await ada.ask(
    '{ orders(first: 50, filter: { role: ADVERTISER }) { nodes { number progress seller { name } } } }',
  );
  const [order] = (orders.nodes as readonly DemoOrder[])
    .filter(({ seller }) => seller.name === people.nora.name)
    .sort((one, other) => (other.progress ?? 0) - (one.progress ?? 0));
  if (!order) throw new Error('The demo data has no order of Ada with Nora');
  const accountId = toGlobalId('Account', nora.accountId);
  const { spaces } = await nora.ask(
    'query ($id: ID) { spaces(first: 1, sellerId: $id) { nodes { id options { id } } } }',
    { id: accountId },
  );
  const [space] = spaces.nodes;
  const params: Readonly<Record<string, string>> = {
    ...{ spaceId: space.id, number: String(order.number), token, accountId },
    ...{ applicationId: partner.applicationId, endpointId: endpoint.id },
  };
  return (path) => addressOfPath(paths[path], { params, optionId: space.options[0].id });
}

/** docs/screens.md: all pictures under the addresses of their pages. */
function pageList(): string {
  return [
    '# The pages of the browser client',
    'Written by `npm run screens`: the pages with the demo data, as a seller, an advertiser or an operator sees them.',
    ...pictures.map(
      ({ file, path }) =>
        `## ${file.replace('.webp', '').replaceAll('-', ' ')}\n\n\`${paths[path]}\`\n\n![](screens/${file})`,
    ),
    '',
  ].join('\n\n');
}
