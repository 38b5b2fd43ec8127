/**
 * `npm run partner -- register manifest.json --name shop --as 7`: registers the operations of an application on
 * the server at PLACARD_URL. PLACARD_TOKEN is a key of the application; or the token of a session, then
 * PLACARD_APPLICATION is the id of the application.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { connect, DemoStopped } from './demo/client.ts';
import { RegisterOperationsWarnedDocument } from './operations/generated/graphql.ts';

const usage = `npm run partner -- register <manifest.json> --name <what it belongs to> --as <its version>
  PLACARD_URL          the server; http://localhost:4000 if left out
  PLACARD_TOKEN        a key of the application, or the token of a session
  PLACARD_APPLICATION  with the token of a session: the id of the application`;

/** What is missing or wrong, in words for the person who called. */
class Refused extends Error {}

try {
  await register();
} catch (error) {
  if (!(error instanceof Refused || error instanceof DemoStopped)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function register(): Promise<void> {
  const { file, name, version } = readArguments();
  const { PLACARD_URL: url = 'http://localhost:4000', PLACARD_TOKEN: token, PLACARD_APPLICATION } = process.env;
  if (!token) throw new Refused(`PLACARD_TOKEN is missing.\n\n${usage}`);
  const manifest = await readFile(file, 'utf8').catch(() => {
    throw new Refused(`${file} cannot be read.`);
  });
  const input = { name, version, manifest, ...(PLACARD_APPLICATION ? { applicationId: PLACARD_APPLICATION } : {}) };
  const { registerOperations: answer } = await connect(url, token).ask(RegisterOperationsWarnedDocument, { input });
  if (answer.__typename === 'OperationsRefused')
    throw new Refused(answer.problems.map(({ id, messages }) => `${id}\n  ${messages.join('\n  ')}`).join('\n'));
  if (answer.__typename !== 'OperationManifest') throw new Refused(`Refused (${answer.code}): ${answer.message}`);
  console.log(`Version ${answer.version} of ${answer.name} is registered:`);
  for (const { documentId, kind, operationName, cost, deprecations } of answer.documents) {
    console.log(`  ${documentId}  ${kind.toLowerCase()} ${operationName ?? ''}, costs ${cost}`);
    for (const { coordinate, reason } of deprecations)
      console.warn(`    Warning: it uses ${coordinate}, which is deprecated: ${reason}`);
  }
}

function readArguments(): { file: string; name: string; version: string } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { name: { type: 'string' }, as: { type: 'string' } },
    });
    const [command, file] = positionals;
    if (command === 'register' && file && values.name && values.as)
      return { file, name: values.name, version: values.as };
  } catch {
    // An option that is not known: what is known is said below.
  }
  throw new Refused(usage);
}
