import { defineConfig } from 'prisma/config';

// `prisma generate` looks for the engine's binary and would download it, though it never runs it: any
// file that exists will do. Migrations run through src/platform/migrations/schema-engine.ts and need none.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ||= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
