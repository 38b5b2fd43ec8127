/** The versions of the process of orders. An order keeps the version with which it was placed: see CONTRIBUTING.md. */
import { entriesOf, mapValues } from '../platform/objects.ts';
import type { Process } from './define.ts';
import { type OrderRow, type OrderStep, orderProcess } from './order.ts';

/** The table of a version. */
export interface OrderTable extends Process {
  readonly version: number;
  readonly steps: Readonly<Record<OrderStep, OrderRow>>;
}

/**
 * The parts of a row in which an earlier version differs from the next one. A step that a version does not have has an empty
 * `from`. The inputs, events and titles of steps belong to the API, and are the same in all versions.
 */
export type RowDifference = Partial<
  Pick<
    OrderRow,
    | 'from'
    | 'to'
    | 'by'
    | 'guards'
    | 'effects'
    | 'mails'
    | 'recommendedWhile'
    | 'afterDays'
    | 'agreed'
    | 'reminder'
    | 'deadlineOf'
    | 'outcome'
  >
>;

/** The rows in which a version differs from the next one. */
export type VersionDifferences = Readonly<Partial<Record<OrderStep, RowDifference>>>;

/** The tables of all versions. */
export interface OrderTables {
  /** The version with which new orders are placed. */
  readonly current: OrderTable;
  readonly versions: readonly number[];
  /** The table of a version. A version that is not declared has the current table. */
  of(version: number): OrderTable;
}

/** The differences of each earlier version from the one after it. The current version is one higher than the last of them. */
const earlierVersions: readonly VersionDifferences[] = [];

/** Derives the tables of all versions from the current rows. The first of the earlier versions is version 1. */
export function tablesOf(rows: OrderTable['steps'], earlier: readonly VersionDifferences[]): OrderTables {
  const current: OrderTable = { ...orderProcess, version: earlier.length + 1, steps: rows };
  const tables = new Map([[current.version, current]]);
  for (let version = earlier.length; version > 0; version -= 1) {
    const next = tables.get(version + 1)?.steps ?? rows;
    const differences: VersionDifferences = earlier[version - 1] ?? {};
    const steps = mapValues(next, (row, step) => ({ ...row, ...differences[step] }));
    tables.set(version, { ...current, version, steps });
  }
  return {
    current,
    versions: [...tables.keys()].sort((one, other) => one - other),
    of: (version) => tables.get(version) ?? current,
  };
}

/** The tables of orders. */
export const orderTables: OrderTables = tablesOf(orderProcess.steps, earlierVersions);

/** The steps of a table with their rows, in the order of the table. */
export const rowsOf = ({ steps }: OrderTable): readonly [OrderStep, OrderRow][] => entriesOf(steps);
