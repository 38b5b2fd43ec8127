import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withSchemaEngine } from './schema-engine.ts';

const schemaFile = fileURLToPath(new URL('../../prisma/schema.prisma', import.meta.url));

/**
 * Returns the SQL that changes the database at `fromUrl`, with all migrations applied, into `prisma/schema.prisma`;
 * '' if they are the same.
 */
export async function diffSchema({ fromUrl }: { fromUrl: string }): Promise<string> {
  const files = [{ path: schemaFile, content: await readFile(schemaFile, 'utf8') }];
  const { stdout } = await withSchemaEngine(fromUrl, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: dirname(schemaFile) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  const sql = (stdout ?? '').trim();
  return sql === '-- This is an empty migration.' ? '' : sql;
}
