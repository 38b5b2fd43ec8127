/** The scenarios of the live bench: each commands the load and returns its figures. */
import type { LoadProcess, ServerProcess } from '../child.ts';
import type { LiveResult, LoadCommand } from './load.ts';
import type { LiveDataset } from './seed.ts';
import type { LiveSizes } from './sizes.ts';

/** Figures of one server by their names. */
export type Figures = Readonly<Record<string, string>>;

/** The figure that must be 0 for a server that loses no entry. */
export const lostFigure = 'lost';

export interface LiveScenario {
  readonly name: string;
  readonly run: (context: ScenarioContext) => Promise<Figures>;
}

export interface ScenarioContext {
  readonly sizes: LiveSizes;
  readonly dataset: LiveDataset;
  readonly server: ServerProcess;
  readonly load: LoadProcess;
  /** Unique in the run. */
  readonly key: string;
}

const characters = 100;
const rest = ({ restMs }: LiveSizes) => new Promise((resolve) => setTimeout(resolve, restMs));

type Part = 'crowd' | 'pairs';

/** First at a pace that all servers hold: the delay and the cost of an entry. Then as fast as writers are answered. */
const paceAndRace = (part: Part) => {
  return async ({ sizes, dataset, server, load, key }: ScenarioContext): Promise<Figures> => {
    const follows = dataset[part];
    const perSecond = part === 'crowd' ? sizes.crowdPerSecond : sizes.pairsPerSecond;
    const count = sizes.pacedSeconds * perSecond;
    const run = (order: LoadCommand) => load.run<LiveResult>(order);
    await rest(sizes);
    const empty = await server.memory();
    const connected = await run({ do: 'connect', follows, times: 1, concurrency: 50 });
    await rest(sizes);
    const full = await server.memory();
    const writers = writersOf(dataset, part);
    const write = { do: 'write', writers, concurrency: 8, characters } as const;
    await run({ ...write, count, perSecond, key: `${key}w` });
    const warm = await server.usage();
    const paced = await run({ ...write, count, perSecond, key: `${key}p` });
    const after = await server.usage();
    const race = await run({
      ...write,
      count: part === 'crowd' ? sizes.crowdRace : sizes.pairsRace,
      perSecond: 0,
      key: `${key}r`,
    });
    await run({ do: 'cut' });
    return {
      'deliveries a second': rate(race),
      'CPU a delivery': `${((1_000 * (after.cpuMs - warm.cpuMs)) / paced.deliveries).toFixed(0)} µs`,
      'statements a delivery': ((after.statements - warm.statements) / paced.deliveries).toFixed(3),
      p50: ms(paced.p50),
      p99: ms(paced.p99),
      'RSS a connection': kilobytes(full - empty, follows.length),
      [lostFigure]: String(connected.missing + paced.missing + race.missing),
      'out of order': String(race.misplaced),
    };
  };
};

/** The writers of the orders that are followed. In the order of the crowd it is its advertiser. */
const writersOf = ({ crowdWriter, pairs }: LiveDataset, part: Part) =>
  part === 'crowd' ? [crowdWriter] : pairs.filter((_, index) => index % 2 === 0);

const rate = ({ deliveries, ms: took }: LiveResult) => `${Math.round((1_000 * deliveries) / took)}`;
const ms = (number: number) => `${number.toFixed(number < 10 ? 1 : 0)} ms`;
const kilobytes = (bytes: number, count: number) => `${(bytes / 1_000 / count).toFixed(0)} kB`;
const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(0)} MB`;

const idlePerSocket = 5;
const missedEntries = 20;

export const liveScenarios: readonly LiveScenario[] = [
  { name: '1,000 on one order', run: paceAndRace('crowd') },
  { name: '500 orders × 2', run: paceAndRace('pairs') },
  {
    name: '5,000 idle',
    run: async ({ sizes, dataset: { pairs }, server, load }) => {
      await rest(sizes);
      const before = await server.memory();
      const { missing } = await load.run<LiveResult>({
        do: 'connect',
        follows: pairs,
        times: idlePerSocket,
        concurrency: 50,
      });
      await rest(sizes);
      const memory = await server.memory();
      const after = await server.usage();
      await rest(sizes);
      const later = await server.usage();
      await load.run({ do: 'cut' });
      return {
        'RSS a subscription': kilobytes(memory - before, pairs.length * idlePerSocket),
        'CPU of an idle second': ms((later.cpuMs - after.cpuMs) / (sizes.restMs / 1_000)),
        [lostFigure]: String(missing),
      };
    },
  },
  {
    name: '1,000 reconnect together',
    run: async ({ sizes, dataset: { crowd, crowdWriter }, server, load, key }) => {
      await load.run({ do: 'connect', follows: crowd, times: 1, concurrency: 50 });
      await load.run({ do: 'cut' });
      const missed = { count: missedEntries, perSecond: 0, concurrency: 4, characters, key } as const;
      await load.run({ do: 'write', writers: [crowdWriter], ...missed });
      await rest(sizes);
      const before = await server.usage();
      const back = await load.run<LiveResult>({ do: 'reconnect', each: missedEntries });
      const after = await server.usage();
      await load.run({ do: 'cut' });
      return {
        'caught up after': ms(back.ms),
        'statements a client': ((after.statements - before.statements) / crowd.length).toFixed(2),
        'CPU a client': ms((after.cpuMs - before.cpuMs) / crowd.length),
        [lostFigure]: String(back.missing),
      };
    },
  },
  {
    name: 'one of 1,000 stops reading',
    run: async ({ sizes, dataset: { crowd, crowdWriter }, server, load, key }) => {
      const [first, ...others] = crowd;
      if (!first) throw new Error('The dataset has no followers');
      await load.run({ do: 'connect', follows: others, times: 1, concurrency: 50 });
      await load.run({ do: 'stall', follow: first, times: sizes.stalledSubscriptions });
      await rest(sizes);
      const before = await server.memory();
      // 400 kB for the one who stalls with each message: what the network holds for it is full after a few.
      const pace = { count: sizes.stalledPaced, perSecond: 2, concurrency: 1, characters: 3_900, key } as const;
      const paced = await load.run<LiveResult>({ do: 'write', writers: [crowdWriter], ...pace });
      const after = await server.memory();
      await load.run({ do: 'cut' });
      return {
        'p50 of the others': ms(paced.p50),
        'p99 of the others': ms(paced.p99),
        'RSS grown by': megabytes(after - before),
        [lostFigure]: String(paced.missing),
      };
    },
  },
  {
    name: 'one stops reading for 3,000 entries',
    run: async ({ sizes, dataset: { crowd, crowdWriter }, server, load, key }) => {
      const [first, ...others] = crowd.slice(0, 11);
      if (!first) throw new Error('The dataset has no followers');
      await load.run({ do: 'connect', follows: others, times: 1, concurrency: 50 });
      await load.run({ do: 'stall', follow: first, times: sizes.stalledSubscriptions });
      await rest(sizes);
      const before = await server.memory();
      const write = { count: sizes.stalledRace, perSecond: 0, concurrency: 8, characters, key } as const;
      const race = await load.run<LiveResult>({ do: 'write', writers: [crowdWriter], ...write });
      const after = await server.memory();
      await load.run({ do: 'cut' });
      return { 'RSS grown by': megabytes(after - before), [lostFigure]: String(race.missing) };
    },
  },
];
