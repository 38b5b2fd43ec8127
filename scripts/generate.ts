/**
 * Part of `npm run generate`: writes schema.graphql, the pages of the processes, the table of error codes, and the mutations
 * of the steps and the currencies for the browser client. With `--check` it writes nothing,
 * looks at the typed operations too, and exits with 1 if a file is not what the code gives, naming each.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { executeCodegen } from '@graphql-codegen/cli';
import { printSchema } from 'graphql';
import codegen from '../codegen.ts';
// Their modules define error codes too.
import '../src/routes.ts';
import '../src/server/http.ts';
import { errorDocs } from '../src/platform/error-docs.ts';
import { adProcess } from '../src/process/ad.ts';
import { drawProcess } from '../src/process/draw.ts';
import { orderProcess } from '../src/process/order.ts';
import { orderSubStatuses } from '../src/process/sub-statuses.ts';
import { schema } from '../src/schema.ts';
import { currencyModule } from './generate/currencies.ts';
import { designTokens } from './generate/design-tokens.ts';
import { inputLimitsModule } from './generate/input-limits.ts';
import { possibleTypes } from './generate/possible-types.ts';
import { processRecord, recordPath } from './generate/process-record.ts';
import { statusList, stepDocuments, stepOperations } from './generate/step-documents.ts';
import { tablesModule } from './generate/tables.ts';

interface GeneratedFile {
  /** From the root of the project. */
  readonly path: string;
  readonly content: string;
}

/** The files that this script makes, as the code gives them. Writes nothing. */
const generatedFiles = (): readonly GeneratedFile[] => [
  {
    path: 'schema.graphql',
    content: `# The API, sorted. Generated from src/**/*.schema.ts by \`npm run generate\`: do not edit.\n\n${printSchema(schema)}\n`,
  },
  {
    path: 'docs/order-process.md',
    content: drawProcess(orderProcess, { source: 'src/process/order.ts', subStatuses: orderSubStatuses }),
  },
  { path: recordPath, content: processRecord() },
  { path: 'docs/errors.md', content: errorDocs() },
  { path: 'web/src/steps/steps.graphql', content: stepOperations() },
  { path: 'web/src/steps/step-documents.ts', content: stepDocuments() },
  { path: 'web/src/steps/statuses.ts', content: statusList() },
  { path: 'web/src/i18n/currencies.ts', content: currencyModule() },
  { path: 'web/src/ui/input-limits.ts', content: inputLimitsModule() },
  { path: 'web/src/api/possible-types.json', content: possibleTypes(schema) },
  { path: 'src/plans/tables.ts', content: tablesModule() },
  { path: 'src/pages/design-tokens.ts', content: designTokens() },
  { path: 'docs/ad-process.md', content: drawProcess(adProcess, { source: 'src/process/ad.ts' }) },
];

const root = join(import.meta.dirname, '..');

process.chdir(root);
if (process.argv.includes('--check')) await check();
else await write(generatedFiles());

async function write(files: readonly GeneratedFile[]): Promise<void> {
  for (const { path, content } of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    console.log(`Wrote ${path}.`);
  }
}

async function check(): Promise<void> {
  const operations = await typedOperations();
  const stale = [];
  for (const { path, content } of [...generatedFiles(), ...operations.files]) {
    if ((await readFile(path, 'utf8').catch(() => undefined)) !== content) stale.push(path);
  }
  stale.push(...operations.left);
  if (stale.length === 0) {
    console.log('The generated files are up to date.');
    return;
  }
  console.error(
    `These generated files are out of date:\n${stale.map((path) => `  - ${path}`).join('\n')}\nRun npm run generate.`,
  );
  process.exitCode = 1;
}

/**
 * The files that the operations generate with the schema of the code, and the files in their folder that are no longer
 * generated.
 */
async function typedOperations(): Promise<{ files: readonly GeneratedFile[]; left: readonly string[] }> {
  const { result, error } = await executeCodegen({ ...codegen, schema: printSchema(schema), silent: true });
  if (error) throw error;
  const files = result.map(({ filename, content }) => ({ path: relative('.', filename), content }));
  const folders = new Set(files.map(({ path }) => dirname(path)));
  const fileLists = await Promise.all([...folders].map((folder) => filesIn(folder)));
  return { files, left: fileLists.flat().filter((path) => !files.some((file) => file.path === path)) };
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.map((name) => join(folder, name));
}
