/** Selections of everything in the schema, so that later additions are tested too. */
import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { schema } from '../../src/schema.ts';

/**
 * Every field of a type that needs no arguments, objects within objects down to a depth; a page of a list counts as
 * one. Fields of this type that are named in `except` are left out.
 */
export function everythingOf(typeName: string, depth: number, except: readonly string[] = []): string {
  const type = schema.getType(typeName);
  if (!type) throw new Error(`The schema has no ${typeName}`);
  return selectionOf(type, depth, except);
}

function selectionOf(type: GraphQLNamedType, depth: number, except: readonly string[] = []): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
  const shared = fieldsOf(type, depth, except);
  if (!isInterfaceType(type)) return ['__typename', ...shared].join(' ');
  const names = new Set(Object.keys(type.getFields()));
  const each = schema
    .getPossibleTypes(type)
    .map((one) => `... on ${one.name} { ${['__typename', ...fieldsOf(one, depth, [...names])].join(' ')} }`);
  return ['__typename', ...shared, ...each].join(' ');
}

function fieldsOf(type: GraphQLNamedType, depth: number, except: readonly string[]): string[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields: GraphQLField<unknown, unknown>[] = Object.values(type.getFields());
  return fields
    .filter(({ name, args }) => !except.includes(name) && !args.some(isRequiredArgument))
    .flatMap((field) => {
      const named = getNamedType(field.type);
      if (isLeafType(named)) return [field.name];
      const isPage = ['edges', 'node', 'pageInfo'].includes(field.name);
      if (depth === 0 && !isPage) return [];
      return [`${field.name} { ${selectionOf(named, isPage ? depth : depth - 1)} }`];
    });
}
