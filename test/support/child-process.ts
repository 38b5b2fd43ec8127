/** Programs in processes of their own, for tests that start, stop and kill them. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitLimitMs } from './wait.ts';

export interface Child {
  readonly pid: number;
  /** Everything it has printed so far, also as errors. */
  readonly output: () => string;
  /** Waits until it has printed something like this. Fails if it ends before, or if that takes too long. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  signal(name: NodeJS.Signals): void;
  /** Kills it, with the processes that it has started if it leads a group of its own. */
  kill(): void;
}

export interface ChildOptions {
  readonly args?: readonly string[];
  /** Its whole environment, in addition to the variables that every program needs. */
  readonly env?: Readonly<Record<string, string>>;
}

const compiled = fileURLToPath(new URL('../../node_modules/.cache/placard/compiled/', import.meta.url));
const running = new Set<Child>();

const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a TypeScript file of this project; `program` is its path from the root of the project. */
export const startChild = (program: string, { args = [], env = {} }: ChildOptions = {}): Child =>
  startProcess(process.execPath, [join(projectRoot, program), ...args], { env });

/** Runs an npm script, as a shell does: npm is the process that gets the signals. */
export const startNpm = (
  args: readonly string[],
  { env = {}, cwd = projectRoot }: { env?: Readonly<Record<string, string>>; cwd?: string } = {},
): Child => startProcess('npm', args, { env, cwd, isGroup: true });

/** Runs another program. */
export const startProgram = (program: string, args: readonly string[], cwd?: string): Child =>
  startProcess(program, args, { env: {}, ...(cwd ? { cwd } : {}) });

/** The variables that every process needs, and those of a run on another date. */
const inherited = (): Record<string, string> =>
  Object.fromEntries(
    ['PATH', 'TZ', 'DATE_SHIFT_DAYS', 'NODE_OPTIONS'].flatMap((name) => {
      const value = process.env[name];
      return value ? [[name, value]] : [];
    }),
  );

function startProcess(
  program: string,
  args: readonly string[],
  {
    env,
    cwd = projectRoot,
    isGroup = false,
  }: { env: Readonly<Record<string, string>>; cwd?: string; isGroup?: boolean },
): Child {
  const spawned = spawn(program, args, {
    cwd,
    detached: isGroup,
    // Most of a start is the compilation, which is cached for the next process.
    env: { ...inherited(), NODE_COMPILE_CACHE: compiled, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const name = [program, ...args].join(' ');
  let output = '';
  let hasEnded = false;
  const waiting = new Set<() => void>();
  const lookAgain = () => {
    for (const look of [...waiting]) look();
  };
  for (const stream of [spawned.stdout, spawned.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      lookAgain();
    });
  }
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    // Not `exit`: the last output may come after that.
    spawned.once('close', (code, signal) => {
      hasEnded = true;
      running.delete(child);
      resolve(code ?? signal ?? 'SIGKILL');
      lookAgain();
    });
  });
  const child: Child = {
    pid: spawned.pid ?? 0,
    output: () => output,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const finish = (settle: () => void) => {
          clearTimeout(timer);
          waiting.delete(look);
          settle();
        };
        const fail = (why: string) => finish(() => reject(new Error(`${name} ${why} ${pattern}:\n${output}`)));
        const look = () => {
          const match = pattern.exec(output);
          if (match) finish(() => resolve(match));
          else if (hasEnded) fail('ended without saying');
        };
        const timer = setTimeout(() => fail(`did not say within ${waitLimitMs} ms`), waitLimitMs);
        waiting.add(look);
        look();
      }),
    ended,
    signal: (signalName) => {
      spawned.kill(signalName);
    },
    kill: () => {
      if (isGroup && spawned.pid) process.kill(-spawned.pid, 'SIGKILL');
      else spawned.kill('SIGKILL');
    },
  };
  running.add(child);
  return child;
}

/** Kills the programs that are still running, e.g. because their test failed. */
export async function killChildren(): Promise<void> {
  await Promise.all(
    [...running].map((child) => {
      child.kill();
      return child.ended;
    }),
  );
}
