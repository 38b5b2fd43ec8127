/**
 * `npm run partner -- register manifest.json --name shop --as 7`: registers the operations of an application on the server
 * at PLACARD_URL. PLACARD_TOKEN is a key of the application, or the token of a session; with a session,
 * PLACARD_APPLICATION is the id of the application.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { connect, DemoError } from './demo/client.ts';
import { RegisterOperationsWarnedDocument } from './operations/generated/graphql.ts';

const usage = `npm run partner -- register <manifest.json> --name <program> --as <version>
  PLACARD_URL          the address of the server (default: http://localhost:4000)
  PLACARD_TOKEN        a key of the application, or the token of a session
  PLACARD_APPLICATION  the id of the application, with the token of a session`;

/** An error of the arguments or the manifest. Its message is for the person who ran the command. */
class PartnerError extends Error {}

try {
  await register();
} catch (error) {
  if (!(error instanceof PartnerError || error instanceof DemoError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function register(): Promise<void> {
  const { file, name, version } = readArguments();
  const { PLACARD_URL: url = 'http://localhost:4000', PLACARD_TOKEN: token, PLACARD_APPLICATION } = process.env;
  if (!token) throw new PartnerError(`PLACARD_TOKEN must be set.\n\n${usage}`);
  const manifest = await readFile(file, 'utf8').catch(() => {
    throw new PartnerError(`${file} cannot be read.`);
  });
  console.log(`Registering ${file} on ${url} …`);
  const input = { name, version, manifest, ...(PLACARD_APPLICATION ? { applicationId: PLACARD_APPLICATION } : {}) };
  const { registerOperations: result } = await connect(url, token).ask(RegisterOperationsWarnedDocument, { input });
  if (result.__typename === 'OperationsRefused')
    throw new PartnerError(
      result.problems.map(({ documentId, messages }) => `${documentId}\n  ${messages.join('\n  ')}`).join('\n'),
    );
  if (result.__typename !== 'OperationManifest')
    throw new PartnerError(`The server refused the request (${result.code}): ${result.message}`);
  console.log(`Registered version ${result.version} of ${result.name}:`);
  for (const { documentId, kind, operationName, cost, deprecations } of result.documents) {
    console.log(`  ${documentId}  ${kind.toLowerCase()} ${operationName ?? ''}, cost ${cost}`);
    for (const { coordinate, reason } of deprecations)
      console.warn(`    Warning: this operation uses ${coordinate}, which is deprecated: ${reason}`);
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
    // An unknown option: the usage below lists all options.
  }
  throw new PartnerError(usage);
}
