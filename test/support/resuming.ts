import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Client } from 'graphql-ws';

/** `resuming` from docs/live-updates.md, so that the tests run the documented code. */
export async function documentedResuming(): Promise<(client: Client) => Client> {
  const text = await readFile(new URL('../../docs/live-updates.md', import.meta.url), 'utf8');
  const [, code] = /```ts\n(import[\s\S]*?)```/.exec(text) ?? [];
  const folder = await mkdtemp(join(tmpdir(), 'placard-docs-'));
  const file = join(folder, 'resuming.ts');
  await writeFile(file, code ?? '');
  const { resuming } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  await rm(folder, { recursive: true });
  return resuming;
}
