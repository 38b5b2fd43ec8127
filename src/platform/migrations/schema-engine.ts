/**
 * Prisma's own schema engine as WebAssembly: what `prisma migrate` runs, without the binary that it
 * would have to download.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';

type EngineModule = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

/** The part of the WebAssembly interface used here; its types belong to the browser's, which are not loaded. */
interface WebAssemblyLoader {
  instantiate(
    code: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
}

const typeOid = { internalChar: 18, bpchar: 1042 } as const;

let loading: Promise<EngineModule> | undefined;

/**
 * Runs `work` with an engine that is connected to the database at `url`, and disconnects it after.
 * An error of the engine is thrown as an Error that holds its trace too.
 */
export async function withSchemaEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loading ??= loadEngine();
  const { SchemaEngine } = await loading;
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => {});
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(adapterFor(pool));
    // The callback receives the engine's log lines; its errors are thrown as well.
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

/** Prisma's adapter with the two things mended that its use by the schema engine needs. */
function adapterFor(pool: pg.Pool): PrismaPg {
  const charColumns = showCharColumns(pool);
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    // The adapter's own cuts a script at every semicolon, those within a function's body too. As one
    // message it is also one transaction: a migration that fails leaves nothing behind.
    adapter.executeScript = (script) => runScript(pool, script);
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const index of charColumns.ofLastQuery) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  };
  return factory;
}

/**
 * Comparing schemas reads columns of the system tables' own type "char", which the adapter refuses:
 * lets them pass as `char(1)` and tells which they were. The engine asks one query after the other.
 */
function showCharColumns(pool: pg.Pool): { ofLastQuery: number[] } {
  const seen: { ofLastQuery: number[] } = { ofLastQuery: [] };
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>;
  const mended = async (...args: unknown[]): Promise<pg.QueryResult> => {
    const result = await query(...args);
    seen.ofLastQuery = [];
    // A script of several statements gives a list of results, without fields, whatever the types say.
    // biome-ignore lint/suspicious/noUnnecessaryConditions: as said
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== typeOid.internalChar) continue;
      field.dataTypeID = typeOid.bpchar;
      seen.ofLastQuery.push(index);
    }
    return result;
  };
  pool.query = mended as typeof pool.query;
  return seen;
}

async function runScript(pool: pg.Pool, script: string): Promise<void> {
  try {
    await pool.query(script);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    throw new DriverAdapterError({
      kind: 'postgres',
      code: error.code ?? '',
      severity: error.severity ?? 'ERROR',
      message: error.message,
      detail: error.detail,
      column: error.column,
      hint: error.hint,
    });
  }
}

async function loadEngine(): Promise<EngineModule> {
  // Node imports no .wasm by itself, as the package's entry expects: it is put together by hand.
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const code = await readFile(new URL('./schema_engine_bg.wasm', pathToFileURL(entry)));
  const loader = (globalThis as unknown as { WebAssembly: WebAssemblyLoader }).WebAssembly;
  const { instance } = await loader.instantiate(code, { './schema_engine_bg.js': engine });
  // Where the engine leaves the text when it panics; Prisma's client uses the same place.
  const shared = globalThis as unknown as { PRISMA_WASM_PANIC_REGISTRY?: { set_message(text: string): void } };
  shared.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: throwPanic };
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return engine;
}

function throwPanic(text: string): never {
  throw new Error(`Prisma's schema engine broke: ${text}`);
}
