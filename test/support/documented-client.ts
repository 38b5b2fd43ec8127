import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Client } from 'graphql-ws';

/** The functions that docs/live-updates.md defines. */
export interface DocumentedClient {
  readonly resuming: (client: Client) => Client;
  readonly retryWait: (attempt: number) => Promise<void>;
  readonly shouldRetry: (error: unknown) => boolean;
}

/** The code of docs/live-updates.md, so that the tests run the documented code. */
export async function documentedClient(): Promise<DocumentedClient> {
  const text = await readFile(new URL('../../docs/live-updates.md', import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code);
  const folder = await mkdtemp(join(tmpdir(), 'placard-docs-'));
  const file = join(folder, 'client.ts');
  await writeFile(file, blocks.filter((code) => code.includes('\nexport function')).join('\n'));
  const module = await import(/* @vite-ignore */ pathToFileURL(file).href);
  await rm(folder, { recursive: true });
  return module;
}
