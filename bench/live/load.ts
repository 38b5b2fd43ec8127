/**
 * The load of the live bench: many followers and a few writers, in a process of its own. It executes
 * commands one after the other and ends with the bench.
 */
import { receiveTask, report } from '../child.ts';
import { send } from '../client.ts';
import { messageCall, type PushedEvent, pick } from '../scenarios.ts';
import { type Follow, type LiveFollower, type LiveTarget, openLiveFollower } from './live-client.ts';

export interface LiveTask {
  readonly url: string;
  readonly target: LiveTarget;
}

/** A person and the order in which the person writes. */
export interface Writer {
  readonly token: string;
  readonly orderId: string;
}

export type LoadCommand =
  | {
      readonly do: 'connect';
      readonly follows: readonly Follow[];
      readonly times: number;
      readonly concurrency: number;
    }
  | { readonly do: 'stall'; readonly follow: Follow; readonly times: number }
  /** `perSecond` 0: as fast as `concurrency` writers are answered. Without followers it does not wait for entries. */
  | {
      readonly do: 'write';
      readonly writers: readonly Writer[];
      readonly count: number;
      readonly perSecond: number;
      readonly concurrency: number;
      readonly characters: number;
      readonly key: string;
    }
  | { readonly do: 'cut' }
  | { readonly do: 'reconnect'; readonly each: number };

export interface LiveResult {
  /** Entries that followers got, those of stalled ones aside. */
  readonly deliveries: number;
  /** Entries that should have come and did not. */
  readonly missing: number;
  /** Entries that came after a later one, of all since the followers connected. */
  readonly misplaced: number;
  /** From the first call to the last entry. */
  readonly ms: number;
  /** From sending a message to having its entry, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** The longest wait for entries; entries that have not arrived within it count as missing. */
const waitMs = 60_000;
const task = await receiveTask<LiveTask>();

let follows: readonly Follow[] = [];
let followers: LiveFollower[] = [];
let times: number[] = [];
let lastEntryAt = 0;
let errorCount = 0;
const sentAt = new Map<string, number>();
const reportError = (error: unknown) => {
  errorCount += 1;
  if (errorCount <= 3) console.error(`${task.target}:`, error);
};

function onEntry({ entry }: PushedEvent): void {
  const at = performance.now();
  const key = /^#(\S+) /.exec(entry.message?.text ?? '')?.[1];
  const sentTime = key === undefined ? undefined : sentAt.get(key);
  if (sentTime === undefined) return;
  times.push(at - sentTime);
  lastEntryAt = at;
}

async function withConcurrency<One>(
  list: readonly One[],
  concurrency: number,
  work: (one: One, index: number) => Promise<unknown>,
) {
  let next = 0;
  const worker = async () => {
    while (next < list.length) {
      const index = next++;
      await work(list[index] as One, index);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

async function until(isDone: () => boolean): Promise<void> {
  const deadline = performance.now() + waitMs;
  while (!isDone() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 5));
}

const open = (follow: Follow, howOften: number) =>
  openLiveFollower({ ...task, follow, times: howOften, onEntry, onError: reportError });

/** Every subscriber receives the entry after its cursor first, which shows that it is live. */
async function connect({ follows: wanted, times: howOften, concurrency }: LoadCommand & { do: 'connect' }) {
  follows = wanted;
  const startedAt = performance.now();
  await withConcurrency(follows, concurrency, async (follow) => {
    const follower = open(follow, howOften);
    followers.push(follower);
    await until(() => follower.received() >= howOften);
  });
  return result(startedAt, performance.now(), follows.length * howOften, received());
}

const received = () => followers.reduce((sum, follower) => sum + follower.received(), 0);

async function write({ writers, count, perSecond, concurrency, characters, key }: LoadCommand & { do: 'write' }) {
  times = [];
  const perOrder = Map.groupBy(followers.length > 0 ? follows : [], ({ orderId }) => orderId);
  const startedAt = performance.now();
  const one = async (index: number) => {
    const { token, orderId } = pick(writers, index);
    const name = `${key}:${index}`;
    const text = `#${name} ${'x'.repeat(characters)}`;
    sentAt.set(name, performance.now());
    const call = messageCall(task.target === 'ws' ? 'baseline' : 'placard', token, orderId, {
      text,
      idempotencyKey: name,
    });
    const body = await send(task.url, call);
    if (!body.includes('"__typename":"Message"')) reportError(body);
  };
  const numbers = Array.from({ length: count }, (_, index) => index);
  if (perSecond === 0) await withConcurrency(numbers, concurrency, one);
  else
    await Promise.all(
      numbers.map(async (index) => {
        await new Promise((resolve) => setTimeout(resolve, (index * 1_000) / perSecond));
        await one(index);
      }),
    );
  const expected = numbers.reduce((sum, index) => sum + (perOrder.get(pick(writers, index).orderId)?.length ?? 0), 0);
  await until(() => times.length >= expected);
  return result(startedAt, lastEntryAt, expected, times.length);
}

async function reconnect(each: number) {
  const startedAt = performance.now();
  followers = follows.map((follow) => open(follow, 1));
  let caughtUpAt = 0;
  await until(() => {
    if (followers.some((follower) => follower.received() < each)) return false;
    caughtUpAt = performance.now();
    return true;
  });
  return result(startedAt, caughtUpAt || performance.now(), follows.length * each, received());
}

function result(startedAt: number, endedAt: number, expected: number, deliveries: number): LiveResult {
  const sorted = times.toSorted((one, other) => one - other);
  const percentile = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  const ms = endedAt - startedAt;
  const misplaced = followers.reduce((sum, follower) => sum + follower.misplaced(), 0);
  return { deliveries, missing: expected - deliveries, misplaced, ms, p50: percentile(0.5), p99: percentile(0.99) };
}

const noResult: LiveResult = { deliveries: 0, missing: 0, misplaced: 0, ms: 0, p50: Number.NaN, p99: Number.NaN };

async function execute(command: LoadCommand): Promise<LiveResult> {
  if (command.do === 'connect') return connect(command);
  if (command.do === 'write') return write(command);
  if (command.do === 'reconnect') return reconnect(command.each);
  if (command.do === 'stall') {
    const stalled = open(command.follow, command.times);
    await until(() => stalled.received() >= command.times);
    stalled.pause();
    return noResult;
  }
  for (const follower of followers) follower.cut();
  followers = [];
  return noResult;
}

process.on('message', (command: LoadCommand) => {
  execute(command).then(report, (error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
report({});
