/** The rows of one place in a planned statement: the columns and the relations that are selected there, and their form in JSON. */
import { Prisma } from '../generated/prisma/client.ts';
import type { ModelName, NumberedPagePlan, NumberedWindow, Row, RowPlan, RowsOfOwner } from './declarations.ts';
import type { Column, Table } from './table.ts';
import { tables } from './tables.ts';

/** Returns the arguments of a field in this run. */
export type ReadArguments<Run> = (run: Run) => Record<string, unknown>;

interface Relation<Run> {
  readonly source: RowSource<Run>;
  /** The name under which a row has the JSON of the relation. */
  readonly key: string;
  readonly sql: (run: Run) => Prisma.Sql;
}

/** A source of rows, filled while a document is compiled, and read once it is. */
export class RowSource<Run> {
  readonly #table: Table;
  readonly #columns = new Map<string, Column>();
  readonly #relations = new Map<string, Relation<Run>>();
  /** The alias of the table in the statement. */
  readonly #alias: string;
  readonly #newAlias: () => string;

  constructor(model: ModelName, alias: string | undefined, newAlias: () => string) {
    this.#table = tables[model];
    this.#alias = alias ?? newAlias();
    this.#newAlias = newAlias;
  }

  /** Selects a column. Returns false if the model has no such field. */
  select(field: string): boolean {
    const column = this.#table.columns[field];
    if (column) this.#columns.set(field, column);
    return column !== undefined;
  }

  selectAll(): void {
    for (const field of Object.keys(this.#table.columns)) this.select(field);
  }

  /** Selects the row with the id in a column. Relations with the same name are one. */
  selectRow({ model, idField }: RowPlan): Relation<Run> {
    this.select(idField);
    return this.#relation(`${model} ${idField}`, model, (source) => {
      const from = Prisma.raw(`from ${source.#from} where ${source.#alias}.id = ${this.#column(idField)}`);
      return (run) => Prisma.sql`(select ${source.json(run)} ${from})`;
    });
  }

  /** Selects rows that belong to each row. */
  selectRows({ model, match, orderBy = '' }: RowsOfOwner): Relation<Run> {
    const name = [model, match('row', 'owner'), orderBy].join(' ');
    return this.#relation(name, model, (source) => {
      const sort = Prisma.raw(orderBy === '' ? '' : `order by ${source.#alias}.${orderBy}`);
      const from = Prisma.raw(`from ${source.#from} where ${match(source.#alias, this.#alias)}`);
      return (run) => Prisma.sql`(select json_agg(${source.json(run)} ${sort}) ${from})`;
    });
  }

  selectPage(name: string, { model, ownerField, window }: NumberedPagePlan, args: ReadArguments<Run>): Relation<Run> {
    return this.#relation(name, model, (source) => {
      const from = Prisma.raw(`from ${source.#from} where ${source.#column(ownerField)} = ${this.#alias}.id`);
      const number = Prisma.raw(source.#column('number'));
      return (run) => {
        const { end, sort, limit } = windowSql(number, window(args(run)));
        return Prisma.sql`(select json_agg(page.content) from (
          select ${source.json(run)} as content ${from} ${end} order by ${number} ${sort} limit ${limit}) as page)`;
      };
    });
  }

  /** Selects whole rows, and returns what puts them into a row under their names. */
  include(plans: Readonly<Record<string, RowPlan>>): (row: Row) => Row {
    const included = Object.entries(plans).map(([name, plan]) => {
      const { key, source } = this.selectRow(plan);
      source.selectAll();
      return { name, key, source };
    });
    return (row) => {
      for (const { name, key, source } of included) row[name] = row[key] === null ? null : source.decode(row[key]);
      return row;
    };
  }

  /** The expression of a row as an array. */
  json(run: Run): Prisma.Sql {
    const columns = [...this.#columns.values()].map(
      ({ name, kind }) => `${this.#alias}.${name}${kind === 'bigint' ? '::text' : ''}`,
    );
    const relations = [...this.#relations.values()].map(({ sql }) => sql(run));
    return Prisma.sql`json_build_array(${Prisma.join([Prisma.raw(columns.join(', ')), ...relations])})`;
  }

  /** The row of such an array, as Prisma would return it; each relation is left as it is, under its key. */
  decode(content: readonly unknown[]): Row {
    const row: Record<string, unknown> = {};
    let index = 0;
    for (const [field, { kind }] of this.#columns) {
      const value = content[index++];
      row[field] = value === null || kind === 'plain' ? value : fromText(kind, value as string);
    }
    for (const { key } of this.#relations.values()) row[key] = content[index++];
    return row;
  }

  get #from(): string {
    return `"${this.#table.name}" as ${this.#alias}`;
  }

  #column(field: string): string {
    const column = this.#table.columns[field];
    if (!column) throw new Error(`${this.#table.name} has no column for ${field}`);
    return `${this.#alias}.${column.name}`;
  }

  #relation(
    name: string,
    model: ModelName,
    sqlOf: (source: RowSource<Run>) => (run: Run) => Prisma.Sql,
  ): Relation<Run> {
    const existing = this.#relations.get(name);
    if (existing) return existing;
    const source = new RowSource<Run>(model, undefined, this.#newAlias);
    // A row without columns would look like one that is missing.
    source.select(Object.keys(source.#table.columns)[0] ?? '');
    const relation = { source, key: `relation ${this.#relations.size}`, sql: sqlOf(source) };
    this.#relations.set(name, relation);
    return relation;
  }
}

const fromText = (kind: 'bigint' | 'moment', text: string): bigint | Date =>
  kind === 'bigint' ? BigInt(text) : new Date(text);

function windowSql(number: Prisma.Sql, { after, before, limit, isFromEnd }: NumberedWindow) {
  const end = [
    Prisma.sql`and ${number} > ${after}`,
    ...(before === undefined ? [] : [Prisma.sql`and ${number} < ${before}`]),
  ];
  return { end: Prisma.join(end, ' '), sort: Prisma.raw(isFromEnd ? 'desc' : 'asc'), limit: Prisma.raw(String(limit)) };
}
