/** Sandboxes, created through the public API. */
import { mkdir, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect } from 'vitest';
import { templateFile } from '../../src/sandboxes/sandbox-databases.ts';
import type { ApiClient, Data } from './client.ts';
import { prepareTemplate } from './database.ts';
import type { TestPerson } from './factory.ts';
import { change, idOf, manifestOf, type WireAnswer, wires } from './partner.ts';
import type { TestServer } from './server.ts';
import { eventually } from './wait.ts';

export interface TestSandbox {
  readonly owner: TestPerson;
  readonly id: string;
  /** The id in the table. */
  readonly rowId: string;
  readonly keys: { readonly ADVERTISER: string; readonly SELLER: string };
}

/**
 * Has a server make embedded sandboxes from the template of the test databases, which there is already: it is the same as the
 * one that would be made first.
 */
export async function withTemplate({ app, database }: Pick<TestServer, 'app' | 'database'>): Promise<void> {
  if (!database.isEmbedded) return;
  const file = await templateFile(app.config.dataDir);
  await mkdir(dirname(file), { recursive: true });
  await symlink(await prepareTemplate(), file);
}

const status = 'query ($id: ID!) { node(id: $id) { ... on Sandbox { status } } }';
export const statusOf = async (who: ApiClient, id: string): Promise<string | undefined> =>
  (await who.ask(status, { id })).node?.status;

export const rowIdOf = (id: string): string => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';

/** Waits until a sandbox has this status; undefined: until it is deleted. */
export const becomes = (who: ApiClient, id: string, wanted: string | undefined) =>
  eventually(async () => expect(await statusOf(who, id)).toBe(wanted));

/** A key for one side of a sandbox. */
export async function keyFor(owner: ApiClient, sandboxId: string, role: 'ADVERTISER' | 'SELLER'): Promise<string> {
  const key = await change(owner, 'createSandboxKey', { sandboxId, role }, '... on ApplicationKeyCreated { secret }');
  if (!key.secret) throw new Error(`No key: ${JSON.stringify(key)}`);
  return key.secret;
}

/** A sandbox that is ready, with a key for each side and these documents registered on both. */
export async function createSandbox(
  server: Pick<TestServer, 'url'>,
  owner: TestPerson,
  documents: readonly string[] = [],
): Promise<TestSandbox> {
  const sandbox = await change(owner, 'createSandbox', { name: 'Trying out' }, '... on Sandbox { id }');
  await becomes(owner, sandbox.id, 'READY');
  const keys = {
    ADVERTISER: await keyFor(owner, sandbox.id, 'ADVERTISER'),
    SELLER: await keyFor(owner, sandbox.id, 'SELLER'),
  };
  for (const key of Object.values(keys)) if (documents.length > 0) await registerIn(server, key, documents);
  return { owner, id: sandbox.id, rowId: rowIdOf(sandbox.id), keys };
}

/** As our own tool registers: by the one document that every application may run. */
export async function registerIn(
  server: Pick<TestServer, 'url'>,
  key: string,
  documents: readonly string[],
): Promise<void> {
  const { default: manifest } = await import('../../src/server/trusted-documents/manifest.json');
  const [documentId] = Object.entries(manifest).find(([, { name }]) => name === 'RegisterOperations') ?? [];
  const input = { name: 'tests', version: '1', manifest: manifestOf(...documents) };
  const { data } = await wires.POST(server, key, { documentId, variables: { input } });
  if (data?.registerOperations.__typename !== 'OperationManifest')
    throw new Error(`Not registered: ${JSON.stringify(data)}`);
}

/** Runs a registered document over HTTP, which must succeed. */
export async function runIn(
  server: Pick<TestServer, 'url'>,
  key: string,
  text: string,
  variables: Record<string, unknown> = {},
): Promise<Data> {
  const answer: WireAnswer = await wires.POST(server, key, { documentId: idOf(text), variables });
  if (answer.errors) throw new Error(`Refused: ${JSON.stringify(answer.errors)}`);
  return answer.data;
}
