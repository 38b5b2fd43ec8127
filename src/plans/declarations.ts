/**
 * Declarations of fields for planned reads: where the rows behind them come from. A declaration stands beside the resolver
 * of its field, so that both read the same.
 *
 * A field needs none if it exposes a column, or if its resolver computes its value from its object, its arguments and the
 * context, without a promise.
 */
import type { Prisma } from '../generated/prisma/client.ts';
import type { Context } from '../graphql/context.ts';
import type { tables } from './tables.ts';

export type ModelName = keyof typeof tables;
/** The arguments of a field, as GraphQL has parsed them. */
// biome-ignore lint/suspicious/noExplicitAny: each field knows its own.
export type Arguments = any;
/** A row as Prisma returns it. */
// biome-ignore lint/suspicious/noExplicitAny: each declaration knows the model.
export type Row = any;

/** The row with the id that a column of the object holds; null where the column is null. */
export interface RowPlan {
  readonly kind: 'row';
  readonly model: ModelName;
  readonly idField: string;
}

/** Rows that belong to an object. Their number is bounded. */
export interface RowsOfOwner {
  readonly model: ModelName;
  /** The condition on the rows, from the aliases of both tables. */
  readonly match: (row: string, owner: string) => string;
  /** The column that they are sorted by, ascending; the order does not matter if absent. */
  readonly orderBy?: string;
}

/** A list of all rows that belong to the object. */
export interface RowsPlan extends RowsOfOwner {
  readonly kind: 'rows';
}

/** The only row that belongs to the object; null if there is none. */
export interface OnlyRowPlan extends RowsOfOwner {
  readonly kind: 'only-row';
  /** True if the viewer may see it; everyone may if absent. */
  readonly isVisible?: (context: Context) => boolean;
  /** The rows that its resolvers find in it, by the name under which they do. */
  readonly include?: Readonly<Record<string, RowPlan>>;
}

/** A value that is computed from the object and from rows that belong to it. */
export interface ComputedPlan extends RowsOfOwner {
  readonly kind: 'computed';
  readonly compute: (context: Context, owner: Row, rows: readonly Row[]) => unknown;
}

/** A page of the rows of an object that are numbered without gaps. */
export interface NumberedPagePlan {
  readonly kind: 'numbered-page';
  readonly model: ModelName;
  readonly ownerField: string;
  /** The window to read. @throws a GraphQL error for arguments that are not allowed */
  readonly window: (args: Arguments) => NumberedWindow;
  /** The connection made of the rows, in the order in which they were read. @throws a GraphQL error */
  readonly page: (context: Context, owner: Row, args: Arguments, rows: readonly Row[]) => unknown;
}

/** The rows with `after` < number < `before`, up to `limit` from one end or the other. */
export interface NumberedWindow {
  readonly after: number;
  readonly before: number | undefined;
  readonly limit: number;
  readonly isFromEnd: boolean;
}

/** The row that the arguments of a root field name, if the viewer may see it. */
export interface FindPlan {
  readonly kind: 'find';
  readonly model: ModelName;
  /** The condition on the row; undefined if the viewer can see none. @throws a GraphQL error or a refusal */
  readonly condition: (args: Arguments, context: Context) => Prisma.Sql | undefined;
}

/** A page of a list, as a root field. */
export interface ListPlan {
  readonly kind: 'list';
  readonly model: ModelName;
  /** The fields of the rows that the page reads, for its cursors. */
  readonly reads: readonly string[];
  /** The page to read. @throws a GraphQL error or a refusal */
  readonly list: (args: Arguments, context: Context) => ListWindow;
}

export interface ListWindow {
  /** A statement that selects the ids of the rows of the page; undefined if the viewer can see none. */
  readonly ids: Prisma.Sql | undefined;
  /** The sort of the rows, in the direction of the request. */
  readonly orderBy: Prisma.Sql;
  readonly page: (rows: readonly Row[]) => unknown;
}

export type RelationPlan = RowPlan | RowsPlan | OnlyRowPlan | ComputedPlan | NumberedPagePlan;
export type RootPlan = FindPlan | ListPlan;
export type FieldPlan = RelationPlan | RootPlan;

/** The option of a field that declares where its rows come from. */
export const planned = (plan: FieldPlan): { extensions: { plan: FieldPlan } } => ({ extensions: { plan } });
