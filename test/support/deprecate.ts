/** Deprecations of a later release, added to those of today's schema. */
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { schema } from '../../src/schema.ts';

/** Deprecates parts of the schema, by their coordinates, for servers that start from now on; the returned function removes the deprecations. */
export function deprecate(reasons: Readonly<Record<string, string>>): () => void {
  const parts = Object.entries(reasons).map(([coordinate, reason]) => ({ part: partAt(coordinate), reason }));
  for (const { part, reason } of parts) part.deprecationReason = reason;
  return () => {
    for (const { part } of parts) part.deprecationReason = undefined;
  };
}

function partAt(coordinate: string): { deprecationReason?: string | null | undefined } {
  const [, typeName = '', name = '', argument] = /^(\w+)\.(\w+)(?:\((\w+):\))?$/.exec(coordinate) ?? [];
  const type = schema.getType(typeName);
  const part = isEnumType(type)
    ? type.getValue(name)
    : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
      ? type.getFields()[name]
      : undefined;
  const element = argument && part && 'args' in part ? part.args.find((one) => one.name === argument) : part;
  if (!element) throw new Error(`The schema has no ${coordinate}`);
  return element;
}
