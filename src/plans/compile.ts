/**
 * Compiles a query into a plan: one statement that reads all rows of the answer, and functions that write the answer from
 * them. A plan reads the same declarations as the resolvers, and calls those resolvers that compute.
 */
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { Prisma } from '../generated/prisma/client.ts';
import { nodeKeyOf, toGlobalId } from '../graphql/ids.ts';
import { tuning } from '../tuning.ts';
import type { FieldPlan, NumberedPagePlan, RelationPlan, RootPlan, Row } from './declarations.ts';
import type { Contents, Plan, Run } from './plan.ts';
import { RowSource } from './row-source.ts';
import {
  type Collecting,
  collectFields,
  differencesIn,
  hasVariables,
  NotPlanned,
  nodeTypeOf,
  pageName,
  type Selected,
  selectedIn,
  subselectionsOf,
  type Variables,
} from './selection.ts';
import { tables } from './tables.ts';

/** Writes a value of the answer, from a row or from the value of a resolver. */
type Write = (value: Row, run: Run) => unknown;
type ReadArgs = (run: Run) => Record<string, unknown>;

/** The rows that the objects of a type come from, at a place below a field. */
interface Rows {
  readonly typeName: string;
  readonly source: RowSource<Run>;
}

export interface CompileOptions {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** The variables; the plan is for the values of those that `@skip` and `@include` use. */
  readonly variables: Variables;
}

/** @throws NotPlanned, with the field that has no plan */
export function compilePlan({ schema, document, operationName, variables }: CompileOptions): Plan {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY) throw new NotPlanned('only queries are planned');
  const fragments = Object.fromEntries(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  return new Compiler({ schema, fragments, variables }).compile(operation.selectionSet);
}

class Compiler {
  readonly #collecting: Collecting;
  #aliases = 0;
  #fields = 0;
  #argumentLists = 0;

  constructor(collecting: Collecting) {
    this.#collecting = collecting;
  }

  compile(selectionSet: SelectionSetNode): Plan {
    const { schema } = this.#collecting;
    const type = schema.getQueryType() as GraphQLObjectType;
    const fields = [...collectFields(this.#collecting, type, [selectionSet])];
    const roots = fields.filter(([, [node]]) => node?.name.value !== TypeNameMetaFieldDef.name);
    const [root, ...others] = roots;
    // Several statements would show several moments.
    if (!root || others.length > 0) throw new NotPlanned('an answer is planned with one field of the query');
    const [key, nodes] = root;
    const selected = selectedIn(type, nodes);
    const plan = planOf(selected);
    if (plan?.kind !== 'find' && plan?.kind !== 'list') throw new NotPlanned(selected.name);
    const start = this.#root(selected, plan);
    return (run) => {
      const { sql, write } = start(run);
      const answerWith = (value: unknown) =>
        Object.fromEntries(fields.map(([name]) => [name, name === key ? value : type.name]));
      return { sql, write: (contents) => answerWith(write(contents)) };
    };
  }

  #root(selected: Selected, plan: RootPlan) {
    const args = this.#argumentsOf(selected);
    const table = `"${tables[plan.model].name}"`;
    const source = new RowSource<Run>(plan.model, table, () => `t${this.#aliases++}`);
    for (const name of plan.kind === 'list' ? plan.reads : ['id']) source.select(name);
    const { type } = selected.field;
    const typeName = plan.kind === 'list' ? nodeTypeOf(type).name : getNamedType(type).name;
    const write = this.#output(selected, type, { typeName, source });
    const select = (run: Run, condition: Prisma.Sql) =>
      Prisma.sql`select ${source.json(run)} as content from ${Prisma.raw(table)} where ${condition}`;
    return (run: Run) => {
      if (plan.kind === 'find') {
        const condition = plan.condition(args(run), run.context);
        return {
          sql: condition && select(run, condition),
          write: ([content]: Contents) => write(content ? source.decode(content) : null, run),
        };
      }
      const { ids, orderBy, page } = plan.list(args(run), run.context);
      return {
        sql: ids && select(run, Prisma.sql`${Prisma.raw(table)}.id in (${ids}) order by ${orderBy}`),
        write: (contents: Contents) => write(page(contents.map((content) => source.decode(content))), run),
      };
    };
  }

  /** The writer of the value of a selected field, or of an item of its list. */
  #output(selected: Selected, type: GraphQLOutputType, rows: Rows | undefined): Write {
    if (!isNonNullType(type)) return this.#nullable(selected, type, rows);
    const write = this.#nullable(selected, type.ofType as GraphQLOutputType, rows);
    return (value, run) => write(value, run) ?? giveUp(`${selected.name} is null`);
  }

  #nullable(selected: Selected, type: GraphQLOutputType, rows: Rows | undefined): Write {
    const write = this.#value(selected, type, rows);
    return (value, run) => {
      if (value === null || value === undefined) return null;
      if (value instanceof Error) throw value;
      if (typeof value.then !== 'function') return write(value, run);
      // No one awaits the value, or handles its failure.
      Promise.resolve(value).catch(() => undefined);
      return giveUp(selected.name);
    };
  }

  #value(selected: Selected, type: GraphQLOutputType, rows: Rows | undefined): Write {
    if (isListType(type)) {
      const write = this.#output(selected, type.ofType as GraphQLOutputType, rows);
      return (value: Iterable<Row>, run) => Array.from(value, (item) => write(item, run));
    }
    if (isLeafType(type)) return (value) => type.serialize(value) ?? giveUp(selected.name);
    const selections = subselectionsOf(selected.nodes);
    if (isObjectType(type)) return this.#object(type, selections, rows);
    return this.#abstract(type as GraphQLAbstractType, selections, rows);
  }

  #abstract(type: GraphQLAbstractType, selections: readonly SelectionSetNode[], rows: Rows | undefined): Write {
    const isOfRows = rows?.typeName === type.name;
    // The type of a row is in one of its columns.
    if (isOfRows) rows.source.selectAll();
    const rowsOf = (possible: GraphQLObjectType) => (isOfRows ? { ...rows, typeName: possible.name } : rows);
    const possibleTypes = this.#collecting.schema.getPossibleTypes(type);
    const { differs, typenameKeys } = differencesIn(this.#collecting, type, selections);
    // Where nothing is asked of one type alone, the first is compiled for all.
    const writes = new Map(
      (differs ? possibleTypes : possibleTypes.slice(0, 1)).map((possible) => [
        possible.name,
        this.#object(possible, selections, rowsOf(possible)),
      ]),
    );
    const [shared] = differs ? [] : writes.values();
    const { resolveType } = type;
    return (value, run) => {
      const name = resolveType?.(value, run.context, undefined as never, type);
      const write = typeof name === 'string' ? (shared ?? writes.get(name)) : undefined;
      if (!write) return giveUp(type.name);
      const answer = write(value, run) as Record<string, unknown>;
      for (const key of typenameKeys) if (key in answer) answer[key] = name;
      return answer;
    };
  }

  #object(type: GraphQLObjectType, selections: readonly SelectionSetNode[], rows: Rows | undefined): Write {
    const fields = [...collectFields(this.#collecting, type, selections)];
    this.#fields += fields.length;
    if (this.#fields > tuning.plans.maxFields) throw new NotPlanned('an answer with so many fields');
    const writes = fields.map(([key, nodes]) => [key, this.#field(type, nodes, rows)] as const);
    return (value, run) => {
      const answer: Record<string, unknown> = {};
      for (const [key, write] of writes) answer[key] = write(value, run);
      return answer;
    };
  }

  #field(type: GraphQLObjectType, nodes: readonly FieldNode[], rows: Rows | undefined): Write {
    if (nodes[0]?.name.value === TypeNameMetaFieldDef.name) return () => type.name;
    const selected = selectedIn(type, nodes);
    const source = rows?.typeName === type.name ? rows.source : undefined;
    const plan = planOf(selected);
    if (source && plan && plan.kind !== 'find' && plan.kind !== 'list') return this.#relation(selected, source, plan);
    const write = this.#output(selected, selected.field.type, source ? undefined : rows);
    const read = this.#reader(type, selected, source);
    return (value, run) => write(read(value, run), run);
  }

  /** The reader of the value of a field from its object. */
  #reader(type: GraphQLObjectType, selected: Selected, source: RowSource<Run> | undefined): Write {
    const { name, field } = selected;
    const exposed = field.extensions['pothosExposedField'];
    const { resolve } = field;
    if (typeof exposed === 'string' || !resolve) {
      const property = typeof exposed === 'string' ? exposed : field.name;
      if (source && !source.select(property)) throw new NotPlanned(name);
      return (value) => value[property];
    }
    // A resolver may read any column.
    source?.selectAll();
    const keyOf = field.name === 'id' ? nodeKeyOf(type.name) : undefined;
    if (keyOf) return (value) => toGlobalId(type.name, keyOf(value));
    // A resolver that takes `info` reads rows by what is selected below it.
    if (resolve.length > 3) throw new NotPlanned(name);
    const args = this.#argumentsOf(selected);
    return (value, run) => resolve(value, args(run), run.context, undefined as never);
  }

  #relation(selected: Selected, source: RowSource<Run>, plan: RelationPlan): Write {
    if (plan.kind === 'numbered-page') return this.#page(selected, source, plan);
    const { type } = selected.field;
    const typeName = getNamedType(type).name;
    if (plan.kind === 'row') {
      const { key, source: items } = source.selectRow(plan);
      const write = this.#output(selected, type, { typeName, source: items });
      return (owner, run) => write(owner[key] === null ? null : items.decode(owner[key]), run);
    }
    const { key, source: items } = source.selectRows(plan);
    const rowsOf = (owner: Row): Row[] => (owner[key] ?? []).map((content: unknown[]) => items.decode(content));
    if (plan.kind === 'computed') {
      source.selectAll();
      items.selectAll();
      const write = this.#output(selected, type, undefined);
      return (owner, run) => write(plan.compute(run.context, owner, rowsOf(owner)), run);
    }
    const write = this.#output(selected, type, { typeName, source: items });
    if (plan.kind === 'rows') return (owner, run) => write(rowsOf(owner), run);
    const { isVisible = () => true, include = {} } = plan;
    const addIncluded = items.include(include);
    return (owner, run) => {
      const [row] = isVisible(run.context) ? rowsOf(owner) : [];
      return write(row && addIncluded(row), run);
    };
  }

  #page(selected: Selected, source: RowSource<Run>, plan: NumberedPagePlan): Write {
    const args = this.#argumentsOf(selected);
    const { type } = selected.field;
    const { key, source: items } = source.selectPage(pageName(selected), plan, args);
    source.selectAll();
    items.selectAll();
    const write = this.#output(selected, type, { typeName: nodeTypeOf(type).name, source: items });
    return (owner, run) => {
      const rows = (owner[key] ?? []).map((content: unknown[]) => items.decode(content));
      return write(plan.page(run.context, owner, args(run), rows), run);
    };
  }

  /** The arguments of a field: read once for a plan, or once for a run if there are variables among them. */
  #argumentsOf({ field, nodes: [node] }: Selected): ReadArgs {
    if (!node || field.args.length === 0) return () => ({});
    if (!hasVariables(node)) {
      const values = getArgumentValues(field, node, {});
      return () => values;
    }
    const index = this.#argumentLists++;
    return ({ args, variables }) => {
      args[index] ??= getArgumentValues(field, node, variables);
      return args[index];
    };
  }
}

const planOf = ({ field }: Selected): FieldPlan | undefined =>
  // Only `planned` writes it.
  field.extensions['plan'] as FieldPlan | undefined;

function giveUp(name: string): never {
  throw new NotPlanned(name);
}
