/** The nemesis: does harm, one thing at a time, in an order that its seed decides, and mends it again. */
import { pick } from '../test/support/random.ts';
import type { Arena } from './environment.ts';
import type { Findings } from './findings.ts';
import type { Instance } from './instance.ts';
import type { Cast } from './participants.ts';
import { type Deed, deliver, newMessage, newStep } from './writers.ts';

/** One kind of harm. Returns in words what was done. */
type Harm = () => Promise<string>;

export interface Nemesis {
  /** Does harm until `until`, at least once each kind if there is time. */
  rage(until: number): Promise<void>;
  /**
   * The last harm, when nobody writes any more, and its writer does not ask again: nothing that comes later can make up
   * for a hint that is lost.
   */
  killBeforeTheLastNudge(): Promise<void>;
  /** What was asked for by the nemesis itself. */
  readonly deeds: readonly Deed[];
  /** How often each kind of harm was done. */
  readonly faults: ReadonlyMap<string, number>;
}

interface Surroundings {
  /** Which harm comes next. */
  readonly orderBy: () => number;
  /** Whom it hits, and for how long. */
  readonly random: () => number;
  readonly findings: Findings;
  readonly say: (text: string) => void;
}

const pauses = { betweenMs: 1_500, downMs: 1_200, stopMs: 4_000, holdMs: 1_500, mailMs: 3_000, spreadMs: 1_500 };
/** How long a statement is waited for after which an instance is to be killed. */
const commitMs = 5_000;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function createNemesis(arena: Arena, cast: Cast, { orderBy, random, findings, say }: Surroundings): Nemesis {
  const { instances, redis, mails, database } = arena;
  const deeds: Deed[] = [];
  const faults = new Map<string, number>();
  const some = (least: number, most: number) => least + random() * (most - least);
  const restart = async (instance: Instance) => {
    await wait(some(0, pauses.downMs));
    await instance.start();
  };

  /** Has an instance write, keeps the database's answer back, and kills it as soon as others can see what was written. */
  const killAfterCommit = async (
    instance: Instance,
    kind: Deed['kind'],
    { asksAgain }: { asksAgain: boolean } = { asksAgain: true },
  ): Promise<string> => {
    const order = pick(random, cast.orders);
    const person = pick(random, [order.advertiser, order.seller]);
    const others = instances.filter((one) => one !== instance).map(({ url }) => url);
    const deed =
      kind === 'message'
        ? newMessage(order, person)
        : await newStep(order, person, { url: others[0] ?? '', random }).catch(() => undefined);
    if (!deed) return `no step to take in order ${order.number}`;
    deeds.push(deed);
    instance.database.holdAfter(deed.key, kind === 'message' ? undefined : 'COMMIT');
    const delivered = deliver(deed, [instance.url, ...others], () => !asksAgain, findings);
    const isWritten = await database.seesKey(person.accountId, deed.key, commitMs);
    await instance.kill();
    instance.database.release();
    await restart(instance);
    await delivered;
    return `killed ${instance.name} ${isWritten ? 'between commit and nudge' : 'during the work'} of a ${kind}, in order ${order.number}`;
  };

  const one = () => pick(random, instances);
  const harms: Record<string, Harm> = {
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
      return `kept the database's answers from ${instance.name} for ${Math.round(ms)} ms`;
    },
    'cut database connections': async () => {
      const instance = one();
      return `cut ${instance.database.cut(() => random() < 0.7)} database connections of ${instance.name}`;
    },
    'cut sockets': async () => {
      const instance = one();
      return `cut ${instance.clients.cut(() => random() < 0.7)} sockets of clients at ${instance.name}`;
    },
    'trouble with mails': async () => {
      const mishap = pick(random, ['broken', 'rateLimited', 'hang', 'acceptThenHang', 'acceptThenCut'] as const);
      const ms = some(pauses.mailMs / 2, pauses.mailMs);
      mails.misbehaveAlways(mishap);
      await wait(ms);
      mails.misbehaveAlways(undefined);
      return `had the mail service answer "${mishap}" for ${Math.round(ms)} ms`;
    },
  };
  const doHarm = async (kind: string) => {
    faults.set(kind, (faults.get(kind) ?? 0) + 1);
    say((await harms[kind]?.()) ?? '');
  };

  return {
    deeds,
    faults,
    rage: async (until) => {
      let left: string[] = [];
      while (performance.now() < until) {
        if (left.length === 0) left = Object.keys(harms);
        const kind = pick(orderBy, left);
        left = left.filter((other) => other !== kind);
        await doHarm(kind);
        await wait(some(0, Math.min(pauses.betweenMs, Math.max(0, until - performance.now()))));
      }
    },
    killBeforeTheLastNudge: async () => {
      faults.set('last kill after commit', 1);
      // Whom the last harm has driven to one instance spread over both again: at the one that lives on somebody must be told.
      for (const { clients } of instances) clients.cut(() => true);
      await wait(pauses.spreadMs);
      say(await killAfterCommit(one(), 'message', { asksAgain: false }));
    },
  };
}
