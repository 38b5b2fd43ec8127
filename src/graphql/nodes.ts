/** Loading of objects by id for `node` and `nodes`: one statement for each type, for any number of ids. */
import { isUuid } from '../platform/uuid.ts';
import type { Context } from './context.ts';
import { registerNodeType } from './ids.ts';

interface Row {
  readonly id: string;
}

/** The options that make a type with UUID keys a Node. `find` reads the rows that the viewer may see. */
export function nodeOptions<R extends Row>(typename: string, find: (context: Context, ids: string[]) => Promise<R[]>) {
  const keyOf = ({ id }: R) => id;
  registerNodeType(typename, keyOf);
  return {
    id: { resolve: keyOf },
    loadManyWithoutCache: async (ids: string[], context: Context) => {
      const rows = await find(context, ids.filter(isUuid));
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  };
}
