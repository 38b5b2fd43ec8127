/**
 * `node scripts/check-image.ts`: builds what the Dockerfile builds, in empty folders and without Docker, and starts it. Each RUN
 * is run as it is written, with the files that COPY names. The result is started on a database of its own as an ordinary user,
 * has to become ready, and has to stop on SIGTERM. It needs DATABASE_URL, a server on which databases may be created.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const root = fileURLToPath(new URL('../', import.meta.url));
const image = mkdtempSync(join(tmpdir(), 'placard-image-'));
chmodSync(image, 0o755);
const isRoot = process.getuid?.() === 0;
const serverUrl = process.env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Lines of the Dockerfile, without comments. */
const lines = readFileSync(join(root, 'Dockerfile'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));
const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n').filter(Boolean);

let stage = '';
let workdir = '';
let command: string[] = [];
const environment: Record<string, string> = {};
const inStage = (name: string, path: string) => join(image, name, path);

try {
  for (const line of lines) runLine(line);
  const { rss, size } = await startServer();
  console.log(`The image has ${size} MB besides Node.js. Its server is ready with ${rss} MB, and stops on SIGTERM.`);
} finally {
  rmSync(image, { recursive: true, force: true });
}

function runLine(line: string): void {
  const [keyword = '', ...words] = line.split(' ');
  switch (keyword) {
    case 'FROM':
      stage = words[2] ?? 'last';
      break;
    case 'WORKDIR':
      workdir = words[0] ?? '';
      mkdirSync(inStage(stage, workdir), { recursive: true });
      break;
    case 'ENV':
      for (const word of words) Object.assign(environment, { [word.split('=')[0] ?? '']: word.split('=')[1] ?? '' });
      break;
    case 'COPY':
      copy(words);
      break;
    case 'RUN':
      // The folder of the data is that of the system: the check has one of its own.
      if (words.join(' ').includes('/var/lib/')) break;
      console.log(`${stage}: ${words.join(' ')}`);
      execFileSync('sh', ['-c', words.join(' ')], { cwd: inStage(stage, workdir), stdio: 'inherit' });
      break;
    case 'CMD':
      command = JSON.parse(words.join(' '));
      break;
    default:
  }
}

function copy(words: readonly string[]): void {
  const from = words[0]?.startsWith('--from=') ? words[0].slice('--from='.length) : undefined;
  const paths = from ? words.slice(1) : [...words];
  const target = paths.at(-1) ?? '';
  for (const source of paths.slice(0, -1)) {
    const origin = from ? inStage(from, source) : join(root, source);
    const isInto = target.endsWith('/') && source !== '.';
    const destination = join(inStage(stage, workdir), target, isInto ? basename(source) : '');
    mkdirSync(dirname(destination), { recursive: true });
    cpSync(origin, destination, { recursive: true, filter: (path) => from !== undefined || !isIgnored(path) });
  }
}

/** The forms of .dockerignore that are used: a path, and the ending of a name. */
function isIgnored(path: string): boolean {
  return ignored.some((name) => (name.startsWith('**/*') ? path.endsWith(name.slice(4)) : path === join(root, name)));
}

async function startServer(): Promise<{ rss: number; size: number }> {
  const folder = inStage('last', '/app');
  const data = join(image, 'data');
  mkdirSync(data);
  const name = `placard_test_${Date.now().toString(36)}_image`;
  const admin = new pg.Client(serverUrl);
  await admin.connect();
  await admin.query(`create database ${name} template template0`);
  const user = isRoot ? { uid: 1000, gid: 1000 } : {};
  if (isRoot) execFileSync('chown', ['1000:1000', data]);
  try {
    const [program = '', ...args] = command;
    const server = spawn(program === 'node' ? process.execPath : program, args, {
      cwd: folder,
      ...user,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...environment,
        DATA_DIR: data,
        PORT: '0',
        HOST: '127.0.0.1',
        DATABASE_URL: Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href,
        PUBLIC_URL: 'https://market.example',
        RESEND_API_KEY: 're_0000',
        MAIL_FROM: 'orders@market.example',
        SECRET: 'for the check of the image: it protects nothing',
      },
    });
    const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
    const port = await new Promise<number>((resolve, reject) => {
      server.stdout.on('data', (text) => {
        process.stdout.write(text);
        const match = /ready on port (\d+)/.exec(String(text));
        if (match) resolve(Number(match[1]));
      });
      void ended.then((code) => reject(new Error(`The server ended with ${code}`)));
    });
    const paths = ['/health/ready', '/', '/graphql'];
    for (const path of paths) {
      const { status } = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { accept: 'text/html' } });
      if (path !== '/graphql' && status !== 200) throw new Error(`${path} answers ${status}`);
    }
    const rss = Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(server.pid)])) / 1024);
    const size = Number(String(execFileSync('du', ['-sm', folder])).split('\t')[0]);
    server.kill('SIGTERM');
    const code = await ended;
    if (code !== 0) throw new Error(`The server ended with ${code} after SIGTERM`);
    return { rss, size };
  } finally {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}
