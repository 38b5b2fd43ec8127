/** Signs in and signs up, with the codes from the e-mails in the mailbox of development. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateAccountDocument,
  type CreateAccountInput,
  RequestSignInCodeDocument,
  SignInDocument,
} from '../operations/generated/graphql.ts';
import { type Client, connect, DemoError, unwrap } from './client.ts';

interface MailboxEmail {
  readonly to: string;
  readonly subject: string;
  readonly at: string;
}

const mailWithinMs = 60_000;

/** The client of a person of the demo data. @throws DemoError if the server, its mailbox, or the account is missing */
export async function signInByMail(url: string, email: string): Promise<Client & { readonly name: string }> {
  const { token, account } = await enterCode(url, email);
  if (!account) throw new DemoError(`${email} does not belong to an account. ${demoDataAdvice}`);
  return { ...connect(url, token), name: account.name };
}

/** The client of a new person, who creates an account. @throws DemoError if the server, its mailbox, or sign-up is missing */
export async function signUpByMail(
  url: string,
  email: string,
  account: CreateAccountInput,
): Promise<Client & { readonly name: string }> {
  const { token } = await enterCode(url, email);
  const client = connect(url, token);
  const input = { ...account, idempotencyKey: randomUUID() };
  const { name } = unwrap((await client.ask(CreateAccountDocument, { input })).createAccount);
  return { ...client, name };
}

/** Requests a code, reads it in the mailbox and exchanges it for a session. */
async function enterCode(url: string, email: string) {
  const visitor = connect(url);
  const newest = (await readMailbox(url))[0]?.at ?? '';
  unwrap((await visitor.ask(RequestSignInCodeDocument, { input: { email } })).requestSignInCode);
  const code = await waitForCode(url, email, newest);
  return unwrap((await visitor.ask(SignInDocument, { input: { email, code } })).signIn);
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
  throw new DemoError(`No sign-in code arrived for ${email} within ${mailWithinMs / 1_000} s.`);
}

const demoDataAdvice = 'The demo needs the demo data: start the server with an empty database, or run npm run seed.';
