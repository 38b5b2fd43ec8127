/**
 * Compiles a query into a plan: one statement that reads all rows of the answer, and functions that write the answer from
 * them. A plan reads the same declarations as the resolvers, and calls those resolvers that compute.
 */
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  print,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { Prisma } from '../generated/prisma/client.ts';
import type { Context } from '../graphql/context.ts';
import { nodeKeyOf, toGlobalId } from '../graphql/ids.ts';
import type { FieldPlan, RelationPlan, RootPlan, Row } from './declarations.ts';
import { RowSource } from './row-source.ts';
import { type Collecting, collectFields, subselectionsOf, type Variables } from './selection.ts';
import { tables } from './tables.ts';

/** The reason why an operation has no plan, or why one could not be carried out. The resolvers answer instead. */
export class NotPlanned extends Error {}

/** One run of a plan. */
export interface Run {
  readonly context: Context;
  readonly variables: Variables;
  /** The arguments of the fields that have variables among them, by the number of the field. */
  readonly args: Record<string, unknown>[];
}

/** Begins to answer an operation. @throws what is thrown for arguments that are not allowed */
export type Plan = (run: Run) => Reading;

/** The JSON of the rows of a statement. */
type Contents = readonly (readonly unknown[])[];

/** An answer whose rows have to be read. */
export interface Reading {
  /** The statement; undefined if there is nothing that the viewer can see. Each of its rows has `content`. */
  readonly sql: Prisma.Sql | undefined;
  /** Writes the data of the answer from the contents of the rows. @throws NotPlanned, or what a resolver throws */
  readonly write: (contents: Contents) => Record<string, unknown>;
}

type Field = GraphQLField<Row, Row>;
/** Writes an object, from a row or from the value of a resolver. */
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

/** @throws NotPlanned, with the field that cannot be planned */
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
    const field = this.#fieldOf(type, nodes);
    const plan = planOf(field);
    if (plan?.kind !== 'find' && plan?.kind !== 'list') throw new NotPlanned(`${type.name}.${field.name}`);
    const start = this.#root(field, nodes, plan);
    return (run) => {
      const { sql, write } = start(run);
      const answerWith = (value: unknown) =>
        Object.fromEntries(fields.map(([name]) => [name, name === key ? value : type.name]));
      return { sql, write: (contents) => answerWith(write(contents)) };
    };
  }

  #root(field: Field, nodes: readonly FieldNode[], plan: RootPlan) {
    const args = this.#argumentsOf(field, nodes);
    const table = `"${tables[plan.model].name}"`;
    const source = new RowSource<Run>(plan.model, table, () => `t${this.#aliases++}`);
    for (const name of plan.kind === 'list' ? plan.reads : ['id']) source.select(name);
    const named = getNamedType(field.type);
    const typeName = plan.kind === 'list' ? nodeTypeOf(named as GraphQLObjectType).name : named.name;
    const write = this.#output(field.type, nodes, { typeName, source });
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

  /** What writes the value of a field of this type. */
  #output(type: GraphQLOutputType, nodes: readonly FieldNode[], rows: Rows | undefined): Write {
    if (isNonNullType(type)) {
      const write = this.#nullable(type.ofType, nodes, rows);
      return (value, run) => write(value, run) ?? refuse(`null in ${nodes[0]?.name.value}`);
    }
    return this.#nullable(type, nodes, rows);
  }

  #nullable(
    type: Exclude<GraphQLOutputType, GraphQLNonNull<never>>,
    nodes: readonly FieldNode[],
    rows: Rows | undefined,
  ): Write {
    const write = this.#value(type, nodes, rows);
    return (value, run) => {
      if (value === null || value === undefined) return null;
      if (value instanceof Error) throw value;
      if (typeof value.then === 'function') {
        // The plan is given up: nobody awaits the value, or handles its failure.
        Promise.resolve(value).catch(() => undefined);
        throw new NotPlanned(`${nodes[0]?.name.value} is not computed at once`);
      }
      return write(value, run);
    };
  }

  #value(type: GraphQLOutputType, nodes: readonly FieldNode[], rows: Rows | undefined): Write {
    if (isListType(type)) {
      const write = this.#output(type.ofType as GraphQLOutputType, nodes, rows);
      return (value: Iterable<Row>, run) => Array.from(value, (item) => write(item, run));
    }
    if (isLeafType(type)) return (value) => type.serialize(value) ?? refuse(`${nodes[0]?.name.value} has no value`);
    const selections = subselectionsOf(nodes);
    if (isObjectType(type)) return this.#object(type, selections, rows);
    if (!isAbstractType(type)) throw new NotPlanned(String(type));
    const writes = new Map(
      this.#collecting.schema
        .getPossibleTypes(type)
        .map((possible) => [
          possible.name,
          this.#object(
            possible,
            selections,
            rows && { ...rows, typeName: rows.typeName === type.name ? possible.name : rows.typeName },
          ),
        ]),
    );
    const { resolveType } = type;
    if (!resolveType) throw new NotPlanned(`${type.name} does not name its type`);
    return (value, run) => {
      const name = resolveType(value, run.context, undefined as never, type);
      const write = typeof name === 'string' ? writes.get(name) : undefined;
      if (!write) throw new NotPlanned(`the type of a ${type.name} is not known at once`);
      return write(value, run);
    };
  }

  #object(type: GraphQLObjectType, selections: readonly SelectionSetNode[], rows: Rows | undefined): Write {
    const source = rows?.typeName === type.name ? rows.source : undefined;
    const writes = [...collectFields(this.#collecting, type, selections)].map(
      ([key, nodes]) => [key, this.#field(type, nodes, source, rows)] as const,
    );
    return (value, run) => {
      const answer: Record<string, unknown> = {};
      for (const [key, write] of writes) answer[key] = write(value, run);
      return answer;
    };
  }

  #field(
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    source: RowSource<Run> | undefined,
    rows: Rows | undefined,
  ): Write {
    if (nodes[0]?.name.value === TypeNameMetaFieldDef.name) return () => type.name;
    const field = this.#fieldOf(type, nodes);
    const plan = planOf(field);
    if (source && plan && plan.kind !== 'find' && plan.kind !== 'list')
      return this.#relation(field, nodes, source, plan);
    const write = this.#output(field.type, nodes, source ? undefined : rows);
    const read = this.#reader(type, field, nodes, source);
    return (value, run) => write(read(value, run), run);
  }

  #reader(
    type: GraphQLObjectType,
    field: Field,
    nodes: readonly FieldNode[],
    source: RowSource<Run> | undefined,
  ): Write {
    const exposed = field.extensions['pothosExposedField'];
    const { resolve } = field;
    if (typeof exposed === 'string' || !resolve) {
      const name = typeof exposed === 'string' ? exposed : field.name;
      if (source && !source.select(name)) throw new NotPlanned(`${type.name}.${field.name}`);
      return (value) => value[name];
    }
    // A resolver may read any column.
    source?.selectAll();
    const keyOf = field.name === 'id' ? nodeKeyOf(type.name) : undefined;
    if (keyOf) return (value) => toGlobalId(type.name, keyOf(value));
    // A resolver that takes `info` reads rows by what is selected below it.
    if (resolve.length > 3) throw new NotPlanned(`${type.name}.${field.name}`);
    const args = this.#argumentsOf(field, nodes);
    return (value, run) => resolve(value, args(run), run.context, undefined as never);
  }

  #relation(field: Field, nodes: readonly FieldNode[], source: RowSource<Run>, plan: RelationPlan): Write {
    const args = this.#argumentsOf(field, nodes);
    const named = getNamedType(field.type);
    if (plan.kind === 'numbered-page') {
      const { key, source: items } = source.selectPage(relationName(field, nodes), plan, args);
      source.selectAll();
      items.selectAll();
      const nodeType = nodeTypeOf(named as GraphQLObjectType);
      const write = this.#output(field.type, nodes, { typeName: nodeType.name, source: items });
      return (owner, run) => {
        const rows = (owner[key] ?? []).map((content: unknown[]) => items.decode(content));
        return write(plan.page(run.context, owner, args(run), rows), run);
      };
    }
    const { key, source: items } =
      plan.kind === 'row'
        ? source.selectRow(relationName(field, nodes), plan)
        : source.selectRows(relationName(field, nodes), plan);
    const write = this.#output(field.type, nodes, { typeName: named.name, source: items });
    if (plan.kind === 'row') return (owner, run) => write(owner[key] === null ? null : items.decode(owner[key]), run);
    return (owner, run) =>
      write(
        (owner[key] ?? []).map((content: unknown[]) => items.decode(content)),
        run,
      );
  }

  #fieldOf(type: GraphQLObjectType, nodes: readonly FieldNode[]): Field {
    const name = nodes[0]?.name.value ?? '';
    const field = type.getFields()[name];
    if (!field) throw new NotPlanned(`${type.name}.${name}`);
    return field;
  }

  /** The arguments of a field: read once for a plan, or once for a run if there are variables among them. */
  #argumentsOf(field: Field, [node]: readonly FieldNode[]): ReadArgs {
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

const planOf = (field: Field): FieldPlan | undefined =>
  // Only `planned` writes it.
  field.extensions['plan'] as FieldPlan | undefined;

/** The type of the nodes of a connection. */
function nodeTypeOf(connection: GraphQLObjectType) {
  const edge = getNamedType(connection.getFields()['edges']?.type) as GraphQLObjectType | undefined;
  const node = edge && getNamedType(edge.getFields()['node']?.type);
  if (!node) throw new NotPlanned(`${connection.name} has no nodes`);
  return node;
}

/** The same name for the same rows. */
const relationName = (field: Field, [node]: readonly FieldNode[]): string =>
  [JSON.stringify(planOf(field)), ...(node?.arguments ?? []).map((argument) => print(argument))].join(' ');

const hasVariables = (node: FieldNode): boolean => JSON.stringify(node.arguments ?? []).includes('"Variable"');

function refuse(reason: string): never {
  throw new NotPlanned(reason);
}
