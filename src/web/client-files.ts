/** The files of the built browser client, in web/dist. */
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ClientFile {
  readonly type: string;
  readonly body: Buffer;
  /** The encoding of the body; undefined if it is not compressed. */
  readonly encoding: 'br' | 'gzip' | undefined;
  /** True if the name changes with the content. */
  readonly isHashed: boolean;
}

export interface ClientFiles {
  /** Reads the page that starts the client. */
  readIndex(): Promise<string>;
  /** True if the client has a page at the path. */
  hasPage(pathname: string): boolean;
  /** The file at a path, in an encoding that the request accepts; undefined if there is none. */
  find(pathname: string, acceptEncoding: string): Promise<ClientFile | undefined>;
}

const builtFolder = fileURLToPath(new URL('../../web/dist/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** The names of files of the client: no segment is empty or begins with a dot, so no path leads out of the folder. */
const fileName = /^(?:\w[\w.-]*\/)*\w[\w.-]*$/;

/** Finds the built client; undefined if it was not built. A client that is built again is served without a restart. */
export function openClientFiles(folder = builtFolder): ClientFiles | undefined {
  if (!existsSync(join(folder, 'index.html'))) return undefined;
  const pages = pagePatterns(JSON.parse(readFileSync(join(folder, 'paths.json'), 'utf8')));
  return {
    readIndex: () => readFile(join(folder, 'index.html'), 'utf8'),
    hasPage: (pathname) => pages.some((pattern) => pattern.test(pathname)),
    find: async (pathname, acceptEncoding) => {
      const name = pathname.slice(1);
      const type = types[extname(name)];
      if (!type || !fileName.test(name)) return undefined;
      for (const { encoding, suffix } of encodings.filter((one) => acceptEncoding.includes(one.encoding ?? ''))) {
        const body = await readIfPresent(join(folder, name + suffix));
        if (body) return { type, body, encoding, isHashed: name.startsWith('assets/') };
      }
      return undefined;
    },
  };
}

/** The encodings in which a file may be stored, the smallest first. */
const encodings = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'gzip', suffix: '.gz' },
  { encoding: undefined, suffix: '' },
] as const;

async function readIfPresent(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The paths of the pages as patterns: `/orders/$number` matches one segment for the parameter. */
const pagePatterns = (paths: readonly string[]): readonly RegExp[] =>
  paths.map((path) => new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\$\w+/g, '[^/]+')}/?$`));
