/**
 * The recorded behaviour of every version of a process, and its comparison with the tables. A record is made by
 * `npm run generate`, which adds to it; what a table takes away or changes has to be a new version or a recorded change.
 */
import type { OrderTables } from './versions.ts';

/** The parts of a row, or of a state, that decide what happens, as JSON. */
export type RowBehaviour = Readonly<Record<string, unknown>>;

/** The behaviour of a version: its rows and states by their names, such as `step expireOrder` and `state PENDING`. */
export type VersionBehaviour = Readonly<Record<string, RowBehaviour>>;

/** The record of all versions, and the reasons of changes that hold for orders under way too. */
export interface BehaviourRecord {
  readonly versions: Readonly<Record<string, VersionBehaviour>>;
  readonly changes: readonly { readonly version: string; readonly row: string; readonly reason: string }[];
}

const partsOfStep = [
  ...['from', 'to', 'by', 'guards', 'effects', 'mails', 'recommendedWhile', 'afterDays', 'agreed', 'reminder'],
  ...['deadlineOf', 'countsFrom', 'clock', 'override', 'silentAs'],
];
const partsOfState = ['progress', 'waitingOn', 'suspends', 'final', 'entering', 'leaving'];

/** The lists to which something may be added: that takes nothing away from orders under way. */
const growingLists: readonly string[] = ['from', 'by'];

const pick = (row: object, parts: readonly string[]): RowBehaviour =>
  Object.fromEntries(Object.entries(row).filter(([name, value]) => parts.includes(name) && value !== undefined));

/** The behaviour of every version. */
const behaviourOf = ({ versions, of }: OrderTables): BehaviourRecord['versions'] =>
  Object.fromEntries(
    versions.map((version) => {
      const { steps, states } = of(version);
      const rows = [
        ...Object.entries(states).map(([name, state]) => [`state ${name}`, pick(state, partsOfState)]),
        ...Object.entries(steps).map(([name, step]) => [`step ${name}`, pick(step, partsOfStep)]),
      ];
      // As it is when it has been read from a file.
      return [String(version), JSON.parse(JSON.stringify(Object.fromEntries(rows)))];
    }),
  );

/** True if a row does what was recorded, and perhaps more. */
function keeps(recorded: RowBehaviour, row: RowBehaviour | undefined): boolean {
  if (!row) return false;
  return [...new Set([...Object.keys(recorded), ...Object.keys(row)])].every((part) => {
    const [before, now] = [recorded[part], row[part]];
    if (growingLists.includes(part) && Array.isArray(before) && Array.isArray(now))
      return before.every((one) => now.includes(one));
    return JSON.stringify(before) === JSON.stringify(now);
  });
}

/** The rows of recorded versions that a table has changed or removed: `1: step expireOrder`. */
export function changedRows(record: BehaviourRecord, tables: OrderTables): readonly string[] {
  const current = behaviourOf(tables);
  return Object.entries(record.versions).flatMap(([version, rows]) =>
    Object.entries(rows).flatMap(([row, recorded]) =>
      keeps(recorded, current[version]?.[row]) ? [] : [`${version}: ${row}`],
    ),
  );
}

/** The record with what the tables have added. What they have changed stays as it was recorded. */
export function withAdditions(record: BehaviourRecord, tables: OrderTables): BehaviourRecord {
  const versions = Object.entries(behaviourOf(tables)).map(([version, rows]) => {
    const recorded = record.versions[version] ?? {};
    const rowsToRecord = Object.entries(rows).map(([row, now]) => {
      const before = recorded[row];
      return [row, before && !keeps(before, now) ? before : now];
    });
    return [version, { ...recorded, ...Object.fromEntries(rowsToRecord) }];
  });
  return { ...record, versions: Object.fromEntries(versions) };
}

/** The record with the changed rows as they are now, and the reason why that is right for orders under way. */
export function withChanges(record: BehaviourRecord, tables: OrderTables, reason: string): BehaviourRecord {
  const changes = changedRows(record, tables).map((change) => {
    const [version = '', row = ''] = change.split(': ');
    return { version, row, reason };
  });
  return { versions: behaviourOf(tables), changes: [...record.changes, ...changes] };
}
