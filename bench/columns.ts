/** The columns of the tables, read from the schema, so that no statement of the bench lacks one that is new. */
import { readFileSync } from 'node:fs';

const schema = readFileSync(new URL('../prisma/schema.prisma', import.meta.url), 'utf8');
const models = new Set([...schema.matchAll(/^model (\w+)/gm)].map(([, name]) => name));

/** The table of a model, and the column of each of its fields. @throws if there is no such model */
export function tableOf(model: string): { name: string; columns: ReadonlyMap<string, string> } {
  const [, body] = new RegExp(`^model ${model} \\{\\n(.*?)^\\}`, 'ms').exec(schema) ?? [];
  if (body === undefined) throw new Error(`prisma/schema.prisma has no model ${model}`);
  const fields = [...body.matchAll(/^ {2}(\w+) +(\w+)(\S*)(.*)$/gm)].filter(([, , type = '']) => !models.has(type));
  const columns = fields.map(([, field = '', , , attributes = '']) => {
    const [, column = field] = /@map\("(\w+)"\)/.exec(attributes) ?? [];
    return [field, column] as const;
  });
  const [, name = model] = /@@map\("(\w+)"\)/.exec(body) ?? [];
  return { name, columns: new Map(columns) };
}

/** All columns of a model under the names of its fields, for a select; `alias` is the name of its table there. */
export const selectAll = (model: string, alias: string): string =>
  [...tableOf(model).columns].map(([field, column]) => `${alias}.${column} as "${field}"`).join(', ');
