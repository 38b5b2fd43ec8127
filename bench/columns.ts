/** The columns of the tables, so that no statement of the bench lacks one that is new. */
import { tables } from '../src/plans/tables.ts';

type Model = keyof typeof tables;

/** The table of a model, and the column of each of its fields. */
export function tableOf(model: Model): { name: string; columns: ReadonlyMap<string, string> } {
  const { name, columns } = tables[model];
  return { name, columns: new Map(Object.entries(columns).map(([field, column]) => [field, column.name])) };
}

/** All columns of a model under the names of its fields, for a select; `alias` is the name of its table there. */
export const selectAll = (model: Model, alias: string): string =>
  [...tableOf(model).columns].map(([field, column]) => `${alias}.${column} as "${field}"`).join(', ');
