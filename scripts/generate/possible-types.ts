/** The types of each interface, by which the cache of the browser client matches fragments. */
import type { GraphQLSchema } from 'graphql';
import { isInterfaceType } from 'graphql';

/** `{ "Refusal": ["AccountRefused", …], … }` as JSON. */
export function possibleTypes(schema: GraphQLSchema): string {
  const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType);
  const entries = interfaces.map((type) => [
    type.name,
    schema
      .getPossibleTypes(type)
      .map(({ name }) => name)
      .sort(),
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
