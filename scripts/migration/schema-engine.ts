/** Prisma's schema engine as WebAssembly: the engine of `prisma migrate`, without the binary that it would download. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
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
 * Runs `work` with an engine that is connected to the database at `url`, and disconnects it afterwards.
 * @throws Error with the trace of the engine in its message
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

function adapterFor(pool: pg.Pool): PrismaPg {
  const charColumns = reportCharColumns(pool);
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const index of charColumns.inLastResult) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  };
  return factory;
}

/**
 * The engine reads columns of the system type "char", which the adapter refuses. This makes the pool report them as
 * `char(1)`, and returns their indexes in the newest result. The engine sends one query after the other.
 */
function reportCharColumns(pool: pg.Pool): { inLastResult: number[] } {
  const charColumns: { inLastResult: number[] } = { inLastResult: [] };
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>;
  const queryWithCharColumns = async (...args: unknown[]): Promise<pg.QueryResult> => {
    const result = await query(...args);
    charColumns.inLastResult = [];
    // A script of several statements returns a list of results, which has no fields, contrary to its type.
    // biome-ignore lint/suspicious/noUnnecessaryConditions: the type is wrong for scripts
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== typeOid.internalChar) continue;
      field.dataTypeID = typeOid.bpchar;
      charColumns.inLastResult.push(index);
    }
    return result;
  };
  pool.query = queryWithCharColumns as typeof pool.query;
  return charColumns;
}

async function loadEngine(): Promise<EngineModule> {
  // The entry of the package imports a .wasm file, which Node does not support. This does the same by hand.
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const code = await readFile(new URL('./schema_engine_bg.wasm', pathToFileURL(entry)));
  const loader = (globalThis as unknown as { WebAssembly: WebAssemblyLoader }).WebAssembly;
  const { instance } = await loader.instantiate(code, { './schema_engine_bg.js': engine });
  // The engine reports a panic through this object, which it shares with Prisma's client.
  const shared = globalThis as unknown as { PRISMA_WASM_PANIC_REGISTRY?: { set_message(text: string): void } };
  shared.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: throwPanic };
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return engine;
}

function throwPanic(text: string): never {
  throw new Error(`Prisma's schema engine panicked: ${text}`);
}
