/** Follows the section "In production" of README.md on servers: its settings, its commands and its requests. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { startNpm } from '../../test/support/child-process.ts';
import { apiClient } from '../../test/support/client.ts';
import { emptyDatabase } from '../../test/support/database.ts';
import { startMailService } from '../../test/support/mail-service.ts';

type Environment = Readonly<Record<string, string>>;

/** @throws if a setting, a command or a request of the section does not work on an empty database */
export async function followProductionGuide({
  databaseUrl,
  redisUrl,
  dataDir,
}: {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly dataDir: string;
}): Promise<void> {
  const guide = await readGuide();
  const mailService = await startMailService();
  const database = await emptyDatabase(databaseUrl);
  try {
    const env = {
      ...guide.settings,
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: database.url,
      REDIS_URL: redisUrl ?? '',
      DATA_DIR: dataDir,
      RESEND_URL: mailService.url,
      SECRET: randomBytes(32).toString('hex'),
      LOG_LEVEL: 'error',
    };
    await run(guide.command('operator'), env, /is an operator now/);
    const server = startNpm(guide.command('start'), { env });
    const [, port] = await server.says(/Placard is ready on port (\d+)/);
    const url = `http://127.0.0.1:${port}`;

    const signInAs = async (email: string): Promise<string> => {
      const visitor = apiClient(url);
      const answer = await visitor.ask(guide.request('requestSignInCode').replace(guide.email, email));
      if (answer.requestSignInCode.__typename !== 'SignInCodeRequested') throw refusalOf(answer);
      const { subject } = await mailService.mailTo(email);
      const code = /^\d+/.exec(subject)?.[0] ?? '';
      const { signIn } = await visitor.ask(guide.request('signIn').replace(guide.email, email).replace('CODE', code));
      if (!signIn.token) throw refusalOf(signIn);
      return signIn.token;
    };
    const operator = apiClient(url, await signInAs(guide.email));
    const { viewer } = await operator.ask('{ viewer { isOperator } }');
    if (!viewer?.isOperator) throw new Error('The person of `npm run operator` is not an operator.');
    const seller = apiClient(url, await signInAs('seller@market.example'));
    const { createAccount } = await seller.ask(guide.request('createAccount'));
    if (!createAccount.id) throw refusalOf(createAccount);

    server.signal('SIGTERM');
    const end = await server.ended;
    if (end !== 0) throw new Error(`npm start ended with ${end}:\n${server.output()}`);
  } finally {
    await mailService.stop();
    await database.drop();
  }
}

interface Guide {
  readonly settings: Environment;
  /** The address of the first operator. */
  readonly email: string;
  /** The arguments of npm in the command that runs this script. */
  command(script: string): readonly string[];
  /** The text of the operation in the request with this mutation. */
  request(mutation: string): string;
}

/** @throws if the section does not have what it is expected to have */
async function readGuide(): Promise<Guide> {
  const [, section = ''] = /^## In production$([\s\S]*?)^## /m.exec(await readFile('README.md', 'utf8')) ?? [];
  const settings = Object.fromEntries(
    [...section.matchAll(/^([A-Z_]+)=(?:"([^"]*)"|(\S*))$/gm)].map(([, name, quoted, plain]) => [
      name,
      quoted ?? plain,
    ]),
  );
  const find = (what: string, pattern: RegExp): string => {
    const [, found] = pattern.exec(section) ?? [];
    if (found === undefined) throw new Error(`The section "In production" of README.md has no ${what}.`);
    return found;
  };
  return {
    settings,
    email: find('first operator', /^npm run operator -- add (\S+)$/m),
    command: (script) => find(`command ${script}`, new RegExp(`^npm ((?:run )?${script}\\b.*)$`, 'm')).split(' '),
    request: (mutation) =>
      JSON.parse(find(`request ${mutation}`, new RegExp(`-d '(\\{"query":"mutation \\{ ${mutation}\\(.*)'$`, 'm')))
        .query,
  };
}

/** Runs npm, which must end with status 0 and print this text. */
async function run(args: readonly string[], env: Environment, text: RegExp): Promise<void> {
  const program = startNpm(args, { env });
  const end = await program.ended;
  if (end !== 0 || !text.test(program.output()))
    throw new Error(`npm ${args.join(' ')} ended with ${end}, without ${text}:\n${program.output()}`);
}

const refusalOf = (answer: object): Error => new Error(`A request of README.md was refused: ${JSON.stringify(answer)}`);
