/** Signs in as a demo person, with the code from an e-mail in the mailbox of development. */
import { setTimeout as pause } from 'node:timers/promises';
import { RequestSignInCodeDocument, SignInDocument } from '../operations/generated/graphql.ts';
import { type Client, connect, DemoError, unwrap } from './client.ts';

interface MailboxEmail {
  readonly to: string;
  readonly subject: string;
  readonly at: string;
}

const mailWithinMs = 60_000;

/** @throws DemoError if the server, its mailbox, or the person is missing */
export async function signInByMail(url: string, email: string): Promise<Client & { readonly name: string }> {
  const anonymousClient = connect(url);
  const newest = (await readMailbox(url))[0]?.at ?? '';
  unwrap((await anonymousClient.ask(RequestSignInCodeDocument, { input: { email } })).requestSignInCode);
  const code = await waitForCode(url, email, newest);
  const { token, account } = unwrap((await anonymousClient.ask(SignInDocument, { input: { email, code } })).signIn);
  if (!account) throw new DemoError(`${email} does not belong to an account.`);
  return { ...connect(url, token), name: account.name };
}

/** The e-mails in the mailbox of development, newest first. @throws DemoError if there is no mailbox */
export async function readMailbox(url: string): Promise<readonly MailboxEmail[]> {
  const response = await fetch(new URL('/mailbox.json', url)).catch((error: unknown) => {
    throw new DemoError(
      `No server responds at ${url}. Start one in another terminal with npm start, or set its address, for example: PLACARD_URL=http://localhost:4001 npm run demo`,
      { cause: error },
    );
  });
  if (!response.ok)
    throw new DemoError(
      `The server at ${url} has no mailbox, because it runs in production or sends real e-mails. The demo reads sign-in codes from the mailbox, so it needs a server in development (npm start).`,
    );
  // Another program at this address does not respond with JSON.
  return (await response.json().catch(() => {
    throw new DemoError(
      `The server at ${url} is not Placard. Set the address of Placard, for example: PLACARD_URL=http://localhost:4001 npm run demo`,
    );
  })) as readonly MailboxEmail[];
}

async function waitForCode(url: string, email: string, newest: string): Promise<string> {
  const deadline = performance.now() + mailWithinMs;
  while (performance.now() < deadline) {
    const emails = await readMailbox(url);
    const code = emails
      .filter(({ to, at }) => to === email && at > newest)
      .flatMap(({ subject }) => /^(\d+) is your sign-in code/.exec(subject)?.[1] ?? [])[0];
    if (code) return code;
    await pause(50);
  }
  throw new DemoError(`No sign-in code arrived for ${email}, because this person does not exist. ${demoDataAdvice}`);
}

export const demoDataAdvice =
  'The demo needs the demo data: start the server with an empty database, or run npm run seed.';
