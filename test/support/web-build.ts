/** The build of the browser client that the tests use. */
import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the client if a file of its source is newer than the build. */
export async function buildIfStale(): Promise<void> {
  const builtAt = statSync(join(root, 'web/dist/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const files = ['src', 'messages', 'build'].flatMap((folder) =>
    readdirSync(join(root, 'web', folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  const isStale = ['index.html', 'vite.config.ts', ...files].some(
    (file) => statSync(join(root, 'web', file)).mtimeMs > builtAt,
  );
  if (isStale) await promisify(execFile)(process.execPath, ['scripts/build-web.js'], { cwd: root });
}
