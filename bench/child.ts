/** The processes of the bench. Each is started with a task and ends with the bench. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const running = new Set<ChildProcess>();

/** The resources that a server has used so far. */
export interface Usage {
  /** Processor time, all its threads together. */
  readonly cpuMs: number;
  /** Statements that it has sent to the database, begin and commit included. */
  readonly statements: number;
}

/** A server that runs in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  usage(): Promise<Usage>;
  /** The memory that it holds, in bytes; after a collection of garbage if it was started with `--expose-gc`. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a file of this folder, hands it its task and returns the process with its first answer. */
async function start<Answer>(
  file: string,
  task: unknown,
  execArgv: readonly string[] = [],
): Promise<{ child: ChildProcess; answer: Answer }> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], {
    execArgv: [...execArgv],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const answer = await new Promise<Answer>((resolve, reject) => {
    // Both ends are files of this folder.
    child.once('message', (message) => resolve(message as Answer));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    child.send(task as object);
  });
  return { child, answer };
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

const askUsage = 'usage';
const askMemory = 'memory';

interface Memory {
  readonly rssBytes: number;
}

/** Asks a process and waits for its answer. @throws if it has ended, or ends before */
function ask<Answer>(child: ChildProcess, file: string, question: string | object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const died = () => reject(new Error(`${file} ended`));
    child.once('exit', died);
    child.once('message', (message) => {
      child.off('exit', died);
      // Both ends are files of this folder.
      resolve(message as Answer);
    });
    if (child.connected) child.send(question);
    else died();
  });
}

/** Starts a server of this folder; it answers with its port once it listens. */
export async function startServer(file: string, task: unknown, execArgv?: readonly string[]): Promise<ServerProcess> {
  const { child, answer } = await start<{ port: number }>(file, task, execArgv);
  return {
    url: `http://127.0.0.1:${answer.port}`,
    // Answered by reportListening.
    usage: () => ask<Usage>(child, file, askUsage),
    memory: async () => (await ask<Memory>(child, file, askMemory)).rssBytes,
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended(child);
    },
  };
}

/** A load that executes commands, one after the other. */
export interface LoadProcess {
  run<Result>(command: object): Promise<Result>;
  stop(): Promise<void>;
}

/** Starts a load of this folder that answers each command with its result. */
export async function startLoad(file: string, task: unknown): Promise<LoadProcess> {
  const { child } = await start(file, task);
  return {
    run: (command) => ask(child, file, command),
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended(child);
    },
  };
}

/** Runs a load of this folder to its end and gives back what it found. */
export async function runLoad<Result>(file: string, task: unknown): Promise<Result> {
  const { child, answer } = await start<Result>(file, task);
  if (child.connected) child.disconnect();
  await ended(child);
  return answer;
}

/** Kills all processes that still run. */
export function endAll(): void {
  for (const child of running) child.kill();
}

/** For the other side: the task that this process was started with. Ends the process if the bench is gone. */
export async function receiveTask<Task>(onEnd: () => Promise<unknown> = async () => undefined): Promise<Task> {
  process.once('disconnect', () => {
    void onEnd().finally(() => process.exit(0));
  });
  return new Promise((resolve) => {
    process.once('message', (task) => resolve(task as Task));
  });
}

/** For a server: answers the bench with its port, and afterwards with its usage whenever it is asked. */
export function reportListening(port: number, statements: () => number): void {
  process.on('message', (message) => {
    if (message === askMemory) {
      globalThis.gc?.();
      report({ rssBytes: process.memoryUsage.rss() } satisfies Memory);
    }
    if (message !== askUsage) return;
    const { user, system } = process.cpuUsage();
    report({ cpuMs: (user + system) / 1_000, statements: statements() } satisfies Usage);
  });
  report({ port });
}

/** For the other side: answers the bench. */
export function report(answer: object): void {
  process.send?.(answer);
}
