/** A compiled query. */
import type { Prisma } from '../generated/prisma/client.ts';
import type { Context } from '../graphql/context.ts';
import type { Variables } from './selection.ts';

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
export type Contents = readonly (readonly unknown[])[];

/** An answer whose rows have to be read. */
export interface Reading {
  /** The statement; undefined if there is nothing that the viewer can see. Each of its rows has `content`. */
  readonly sql: Prisma.Sql | undefined;
  /** Writes the data of the answer from the contents of the rows. @throws NotPlanned, or what a resolver throws */
  readonly write: (contents: Contents) => Record<string, unknown>;
}
