/** The nemesis (Jepsen's word): injects faults one at a time, in an order that its seed decides, and ends each again. */
import { pick } from '../test/support/random.ts';
import type { Environment } from './environment.ts';
import type { Findings } from './findings.ts';
import type { Instance } from './instance.ts';
import type { Participants } from './participants.ts';
import { deliver, newMessage, newStep, type Write } from './writers.ts';

/** One kind of fault. Returns a description of what was done. */
type Fault = () => Promise<string>;

export interface Nemesis {
  /** Injects faults until `until`, each kind at least once if there is time. */
  run(until: number): Promise<void>;
  /**
   * The last fault, after all writers have stopped. Its writer does not retry: no later write makes up for a lost topic
   * update.
   */
  killBeforeLastPublish(): Promise<void>;
  /** The writes of the nemesis itself. */
  readonly writes: readonly Write[];
  /** The number of faults of each kind. */
  readonly counts: ReadonlyMap<string, number>;
}

interface Options {
  /** Decides the order of faults. */
  readonly orderBy: () => number;
  /** Decides the target and the duration of a fault. */
  readonly random: () => number;
  readonly findings: Findings;
  readonly log: (text: string) => void;
}

const pauses = { betweenMs: 1_500, downMs: 1_200, stopMs: 4_000, holdMs: 1_500, mailMs: 3_000, spreadMs: 1_500 };
/** The longest wait for the commit after which an instance is killed. */
const commitMs = 5_000;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function createNemesis(
  environment: Environment,
  participants: Participants,
  { orderBy, random, findings, log }: Options,
): Nemesis {
  const { instances, redis, mails, database } = environment;
  const writes: Write[] = [];
  const counts = new Map<string, number>();
  const some = (least: number, most: number) => least + random() * (most - least);
  const restart = async (instance: Instance) => {
    await wait(some(0, pauses.downMs));
    await instance.start();
  };

  /** Has an instance write, holds back the answer of the database, and kills the instance once the write is committed. */
  const killAfterCommit = async (
    instance: Instance,
    kind: Write['kind'],
    { retries }: { retries: boolean } = { retries: true },
  ): Promise<string> => {
    const order = pick(random, participants.orders);
    const person = pick(random, [order.advertiser, order.seller]);
    const others = instances.filter((one) => one !== instance).map(({ url }) => url);
    const write =
      kind === 'message'
        ? newMessage(order, person)
        : await newStep(order, person, { url: others[0] ?? '', random }).catch(() => undefined);
    if (!write) return `no step to take in order ${order.number}`;
    writes.push(write);
    instance.database.holdAfter(write.key, kind === 'message' ? undefined : 'COMMIT');
    const delivered = deliver(write, [instance.url, ...others], () => !retries, findings);
    const isWritten = await database.seesKey(person.accountId, write.key, commitMs);
    await instance.kill();
    instance.database.release();
    await restart(instance);
    await delivered;
    return `killed ${instance.name} ${isWritten ? 'between commit and publish' : 'during the work'} of a ${kind}, in order ${order.number}`;
  };

  const one = () => pick(random, instances);
  const faults: Record<string, Fault> = {
    kill: async () => {
      const instance = one();
      await instance.kill();
      await restart(instance);
      return `killed ${instance.name} and started it again`;
    },
    'kill after commit of a message': () => killAfterCommit(one(), 'message'),
    'kill after commit of a step': () => killAfterCommit(one(), 'step'),
    stop: async () => {
      const instance = one();
      const ms = some(200, pauses.stopMs);
      instance.signal('SIGSTOP');
      await wait(ms);
      instance.signal('SIGCONT');
      return `stopped ${instance.name} for ${Math.round(ms)} ms`;
    },
    'kill Redis': async () => {
      await redis.kill();
      const ms = some(100, 2 * pauses.downMs);
      await wait(ms);
      await redis.start();
      return `killed Redis and started it again after ${Math.round(ms)} ms`;
    },
    'end database backends': async () => `ended ${await database.endBackends(some(0.2, 1))} database backends`,
    'hold the database': async () => {
      const instance = one();
      const ms = some(100, pauses.holdMs);
      instance.database.hold();
      await wait(ms);
      instance.database.release();
      return `held back the answers of the database from ${instance.name} for ${Math.round(ms)} ms`;
    },
    'cut database connections': async () => {
      const instance = one();
      return `cut ${instance.database.cut(() => random() < 0.7)} database connections of ${instance.name}`;
    },
    'cut sockets': async () => {
      const instance = one();
      return `cut ${instance.clients.cut(() => random() < 0.7)} sockets of clients at ${instance.name}`;
    },
    'mail failures': async () => {
      const mishap = pick(random, ['broken', 'rateLimited', 'hang', 'acceptThenHang', 'acceptThenCut'] as const);
      const ms = some(pauses.mailMs / 2, pauses.mailMs);
      mails.misbehaveAlways(mishap);
      await wait(ms);
      mails.misbehaveAlways(undefined);
      return `had the mail service answer "${mishap}" for ${Math.round(ms)} ms`;
    },
  };
  const injectFault = async (kind: string) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    log((await faults[kind]?.()) ?? '');
  };

  return {
    writes,
    counts,
    run: async (until) => {
      let left: string[] = [];
      while (performance.now() < until) {
        if (left.length === 0) left = Object.keys(faults);
        const kind = pick(orderBy, left);
        left = left.filter((other) => other !== kind);
        await injectFault(kind);
        await wait(some(0, Math.min(pauses.betweenMs, Math.max(0, until - performance.now()))));
      }
    },
    killBeforeLastPublish: async () => {
      counts.set('last kill after commit', 1);
      // Spreads the clients over both instances again: the one that survives must have followers.
      for (const { clients } of instances) clients.cut(() => true);
      await wait(pauses.spreadMs);
      log(await killAfterCommit(one(), 'message', { retries: false }));
    },
  };
}
