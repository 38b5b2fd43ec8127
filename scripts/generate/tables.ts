/** The tables for planned reads: derived from the models of Prisma. */
import { readFileSync } from 'node:fs';

const schema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8');
const models = [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].map(([, name = '', body = '']) => ({ name, body }));
const modelNames = new Set(models.map(({ name }) => name));

/** The conversion of a value, by the type of its field. A 64-bit number is not exact in JSON. */
const kinds: Readonly<Record<string, string>> = { BigInt: 'bigint', DateTime: 'moment' };

/** The module with the tables. */
export const tablesModule = (): string =>
  [
    '/** Generated from prisma/schema.prisma by `npm run generate`: do not edit. */\n',
    "import type { Table } from './table.ts';\n",
    '/** The table of each model. */',
    `export const tables = {\n${models.map(tableText).join('')}} as const satisfies Readonly<Record<string, Table>>;\n`,
  ].join('\n');

function tableText({ name, body }: (typeof models)[number]): string {
  const [, table = name] = /@@map\("(\w+)"\)/.exec(body) ?? [];
  const columns = [...body.matchAll(/^ {2}(\w+) +(\w+)(\S*)(.*)$/gm)]
    .filter(([, , type = '']) => !modelNames.has(type))
    .map(([, field = '', type = '', , attributes = '']) => {
      const [, column = field] = /@map\("(\w+)"\)/.exec(attributes) ?? [];
      return `      ${field}: { name: '${column}', kind: '${kinds[type] ?? 'plain'}' },\n`;
    });
  return `  ${name}: {\n    name: '${table}',\n    columns: {\n${columns.join('')}    },\n  },\n`;
}
