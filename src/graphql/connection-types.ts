/** The connection types of the API: one for each node type, shared by every field that lists such nodes. */
import type { InterfaceRef, ObjectRef } from '@pothos/core';
import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import { builder } from './builder.ts';
import type { Context } from './context.ts';

type SchemaTypes = typeof builder.$inferSchemaTypes;
type NodeRef<Shape> = ObjectRef<SchemaTypes, Shape> | InterfaceRef<SchemaTypes, Shape>;

const connections = new Map<string, unknown>();

/** The connection of a node type: `OrderConnection` with `OrderEdge` for `Order`. */
export function connectionOf<Shape>(type: NodeRef<Shape>) {
  const make = () => builder.connectionObject({ type, name: `${type.name}Connection` }, { name: `${type.name}Edge` });
  // The map forgets which shape goes with the name.
  const connection = (connections.get(type.name) ?? make()) as ReturnType<typeof make>;
  connections.set(type.name, connection);
  return connection;
}

/** The Prisma query of what a connection's nodes select, under `edges` and under `nodes`; `below` leads further down. */
export const nodeQuery = (
  typeName: string,
  context: Context,
  info: GraphQLResolveInfo,
  below: readonly string[] = [],
) =>
  queryFromInfo({
    context,
    info,
    typeName,
    paths: [
      ['edges', 'node', ...below],
      ['nodes', ...below],
    ],
  });
