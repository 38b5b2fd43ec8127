/** What is measured of the live side: each scenario tells the load what to do, and says what came of it. */
import type { LoadProcess, ServerProcess } from '../child.ts';
import type { Follow } from './live-client.ts';
import type { LiveOrder, LiveResult } from './load.ts';
import type { LiveWorld } from './seed.ts';

/** Figures of one server, by what they are called. */
export type Figures = Readonly<Record<string, string>>;

export interface LiveScenario {
  readonly name: string;
  readonly run: (ground: Ground) => Promise<Figures>;
}

/** What a scenario has to do with. */
export interface Ground {
  readonly world: LiveWorld;
  readonly server: ServerProcess;
  readonly load: LoadProcess;
  /** Unique in the run. */
  readonly key: string;
}

const characters = 100;
/** How long what was left behind may take to be tidied up before memory is measured. */
const restMs = 1_000;
const rest = () => new Promise((resolve) => setTimeout(resolve, restMs));

/** At a pace that all can hold: how late entries come, and what each costs. Then as fast as it goes. */
const paceAndRace = (follows: (world: LiveWorld) => readonly Follow[], perSecond: number, raced: number) => {
  return async ({ world, server, load, key }: Ground): Promise<Figures> => {
    const tell = (order: LiveOrder) => load.tell<LiveResult>(order);
    await rest();
    const empty = await server.memory();
    const connected = await tell({ do: 'connect', follows: follows(world), times: 1, atOnce: 50 });
    await rest();
    const full = await server.memory();
    const writers = writersOf(world, follows(world));
    const write = { do: 'write', writers, atOnce: 8, characters } as const;
    await tell({ ...write, count: 5 * perSecond, perSecond, key: `${key}w` });
    const warm = await server.usage();
    const paced = await tell({ ...write, count: 5 * perSecond, perSecond, key: `${key}p` });
    const after = await server.usage();
    const race = await tell({ ...write, count: raced, perSecond: 0, key: `${key}r` });
    await tell({ do: 'cut' });
    return {
      'deliveries a second': rate(race),
      'CPU a delivery': `${((1_000 * (after.cpuMs - warm.cpuMs)) / paced.deliveries).toFixed(0)} µs`,
      'statements a delivery': ((after.statements - warm.statements) / paced.deliveries).toFixed(3),
      p50: ms(paced.p50),
      p99: ms(paced.p99),
      'RSS a connection': kilobytes(full - empty, follows(world).length),
      lost: String(connected.missing + paced.missing + race.missing),
      'out of order': String(race.misplaced),
    };
  };
};

/** Those who write in the orders that are followed; in the one of all it is its advertiser. */
const writersOf = ({ crowd, crowdWriter, pairs }: LiveWorld, follows: readonly Follow[]) =>
  follows === crowd ? [crowdWriter] : pairs.filter((_, index) => index % 2 === 0);

const rate = ({ deliveries, ms: took }: LiveResult) => `${Math.round((1_000 * deliveries) / took)}`;
const ms = (number: number) => `${number.toFixed(number < 10 ? 1 : 0)} ms`;
const kilobytes = (bytes: number, count: number) => `${(bytes / 1_000 / count).toFixed(0)} kB`;
const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(0)} MB`;

const idlePerSocket = 5;
const missedEntries = 20;
const stalledTimes = 100;

export const liveScenarios: readonly LiveScenario[] = [
  { name: '1,000 on one order', run: paceAndRace(({ crowd }) => crowd, 4, 40) },
  { name: '500 orders × 2', run: paceAndRace(({ pairs }) => pairs, 100, 2_000) },
  {
    name: '5,000 idle',
    run: async ({ world: { pairs }, server, load }) => {
      await rest();
      const before = await server.memory();
      const { missing } = await load.tell<LiveResult>({
        do: 'connect',
        follows: pairs,
        times: idlePerSocket,
        atOnce: 50,
      });
      await rest();
      const memory = await server.memory();
      const after = await server.usage();
      await rest();
      const later = await server.usage();
      await load.tell({ do: 'cut' });
      return {
        'RSS a subscription': kilobytes(memory - before, pairs.length * idlePerSocket),
        'CPU of an idle second': ms((later.cpuMs - after.cpuMs) / (restMs / 1_000)),
        lost: String(missing),
      };
    },
  },
  {
    name: '1,000 come back at once',
    run: async ({ world: { crowd, crowdWriter }, server, load, key }) => {
      await load.tell({ do: 'connect', follows: crowd, times: 1, atOnce: 50 });
      await load.tell({ do: 'cut' });
      const missed = { count: missedEntries, perSecond: 0, atOnce: 4, characters, key } as const;
      await load.tell({ do: 'write', writers: [crowdWriter], ...missed });
      await rest();
      const before = await server.usage();
      const back = await load.tell<LiveResult>({ do: 'reconnect', each: missedEntries });
      const after = await server.usage();
      await load.tell({ do: 'cut' });
      return {
        'caught up after': ms(back.ms),
        'statements a client': ((after.statements - before.statements) / crowd.length).toFixed(2),
        'CPU a client': ms((after.cpuMs - before.cpuMs) / crowd.length),
        lost: String(back.missing),
      };
    },
  },
  {
    name: 'one of 1,000 stops reading',
    run: async ({ world: { crowd, crowdWriter }, server, load, key }) => {
      const [first, ...others] = crowd;
      if (!first) throw new Error('Nobody follows');
      await load.tell({ do: 'connect', follows: others, times: 1, atOnce: 50 });
      await load.tell({ do: 'stall', follow: first, times: stalledTimes });
      await rest();
      const before = await server.memory();
      // 400 kB for the one who stalls with each message: what the network holds for it is full after a few.
      const pace = { count: 60, perSecond: 2, atOnce: 1, characters: 3_900, key } as const;
      const paced = await load.tell<LiveResult>({ do: 'write', writers: [crowdWriter], ...pace });
      const after = await server.memory();
      await load.tell({ do: 'cut' });
      return {
        'p50 of the others': ms(paced.p50),
        'p99 of the others': ms(paced.p99),
        'RSS grown by': megabytes(after - before),
        'lost by the others': String(paced.missing),
      };
    },
  },
  {
    name: 'one stops reading for 3,000 entries',
    run: async ({ world: { crowd, crowdWriter }, server, load, key }) => {
      const [first, ...others] = crowd.slice(0, 11);
      if (!first) throw new Error('Nobody follows');
      await load.tell({ do: 'connect', follows: others, times: 1, atOnce: 50 });
      await load.tell({ do: 'stall', follow: first, times: stalledTimes });
      await rest();
      const before = await server.memory();
      const write = { count: 3_000, perSecond: 0, atOnce: 8, characters, key } as const;
      const race = await load.tell<LiveResult>({ do: 'write', writers: [crowdWriter], ...write });
      const after = await server.memory();
      await load.tell({ do: 'cut' });
      return { 'RSS grown by': megabytes(after - before), 'lost by the others': String(race.missing) };
    },
  },
];
