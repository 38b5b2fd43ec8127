/**
 * Takes steps at a fixed pace over HTTP and measures the time until the followers of the orders receive them over
 * WebSocket. Runs in a process of its own.
 */
import { receiveTask, report } from './child.ts';
import { type Follower, openFollower, send } from './client.ts';
import { pick, stepCalls, type Target } from './scenarios.ts';

export interface SocketTask {
  readonly url: string;
  readonly target: Target;
  readonly seconds: number;
  readonly stepsPerSecond: number;
  readonly sellerToken: string;
  readonly follows: readonly { readonly token: string; readonly orders: readonly { id: string; after: string }[] }[];
  readonly key: string;
}

export interface SocketResult {
  /** Number of steps that were received. */
  readonly calls: number;
  /** Steps whose entry was not received, and calls that failed. */
  readonly failures: number;
  /** In milliseconds, from sending the step to receiving its entry. */
  readonly p50: number;
  readonly p99: number;
}

interface FollowedOrder {
  readonly id: string;
  last: number;
  /** The time at which the current step was sent. */
  sentAt: number | undefined;
  isAnswered: boolean;
  steps: number;
}

/** The longest wait for events that are under way. */
const waitMs = 60_000;
const task = await receiveTask<SocketTask>();
const times: number[] = [];
let failures = 0;
const fail = (error: unknown) => {
  failures += 1;
  console.error('socket load:', error);
};

const followers: Follower[] = [];
const orders = task.follows.flatMap(({ token, orders: followed }) => {
  const follower = openFollower(task.target, { url: task.url, token, onError: fail });
  followers.push(follower);
  return followed.map((order) => followOne(follower, order));
});
await until(() => orders.every(({ last }) => last > 0));
if (orders.some(({ last }) => last === 0)) fail('some streams brought no entry');
await takeSteps();
await until(() => orders.every((order) => order.sentAt === undefined && order.isAnswered));
failures += orders.filter(({ sentAt }) => sentAt !== undefined).length;
for (const follower of followers) follower.close();

times.sort((one, other) => one - other);
const percentile = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
report({ calls: times.length, failures, p50: percentile(0.5), p99: percentile(0.99) } satisfies SocketResult);

function followOne(follower: Follower, { id, after }: { id: string; after: string }): FollowedOrder {
  const order: FollowedOrder = { id, last: 0, sentAt: undefined, isAnswered: true, steps: 0 };
  follower.follow(id, after, (event) => {
    if (event.__typename !== 'TimelineEntryAdded') return fail(event);
    if (order.last > 0 && event.entry.number !== order.last + 1) fail(`${order.last} was followed by ${event.cursor}`);
    order.last = event.entry.number;
    if (order.sentAt !== undefined) times.push(performance.now() - order.sentAt);
    order.sentAt = undefined;
  });
  return order;
}

/** Takes steps in one order after the other, at the given pace whether answers are quick or slow. */
async function takeSteps(): Promise<void> {
  const count = Math.round(task.seconds * task.stepsPerSecond);
  const startedAt = performance.now();
  for (let number = 0; number < count; number++) {
    const dueIn = startedAt + (number * 1_000) / task.stepsPerSecond - performance.now();
    if (dueIn > 0) await new Promise((resolve) => setTimeout(resolve, dueIn));
    const order = pick(orders, number);
    // Its last step is still under way after a whole round through the orders: the server has fallen behind.
    if (order.sentAt !== undefined || !order.isAnswered) fail(`${order.id} is late`);
    else takeOne(order).catch(fail);
  }
}

async function takeOne(order: FollowedOrder): Promise<void> {
  const iteration = Math.floor(order.steps / 2);
  const [ask, withdraw] = stepCalls(task.target, task.sellerToken, order.id, `${task.key}:${order.id}:${iteration}`);
  const call = order.steps % 2 === 0 ? ask : withdraw;
  order.steps += 1;
  order.isAnswered = false;
  order.sentAt = performance.now();
  const body = await send(task.url, call);
  order.isAnswered = true;
  if (!body.includes('"__typename":"Order"')) fail(body);
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + waitMs;
  while (!condition() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
}
