/** Signing in as a demo person: the code comes by mail, and in development mails stand in the mailbox. */
import { setTimeout as pause } from 'node:timers/promises';
import { RequestSignInCodeDocument, SignInDocument } from '../operations/generated/graphql.ts';
import { type Client, connect, DemoStopped, done } from './client.ts';

interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly at: string;
}

const mailWithinMs = 60_000;

/** @throws DemoStopped that says what is missing: the server, its mailbox, or the person */
export async function signInByMail(url: string, email: string): Promise<Client & { readonly name: string }> {
  const stranger = connect(url);
  const newest = (await readMailbox(url))[0]?.at ?? '';
  done((await stranger.ask(RequestSignInCodeDocument, { input: { email } })).requestSignInCode);
  const code = await codeAfter(url, email, newest);
  const { token, account } = done((await stranger.ask(SignInDocument, { input: { email, code } })).signIn);
  return { ...connect(url, token), name: account.name };
}

/** The mails that would have been sent, newest first. @throws DemoStopped */
export async function readMailbox(url: string): Promise<readonly Letter[]> {
  const response = await fetch(new URL('/mailbox.json', url)).catch((error: unknown) => {
    throw new DemoStopped(
      `No server answers at ${url}. Start one in another terminal (npm start), or say where it is: PLACARD_URL=http://localhost:4000 npm run demo`,
      { cause: error },
    );
  });
  if (!response.ok)
    throw new DemoStopped(
      `The server at ${url} has no mailbox: it runs in production mode or sends real mails. The demo reads sign-in codes from the mailbox, so it needs a server in development mode (npm start).`,
    );
  // Any other program at this address answers something else.
  return (await response.json().catch(() => {
    throw new DemoStopped(`What answers at ${url} is not Placard. Say where it is: PLACARD_URL=… npm run demo`);
  })) as readonly Letter[];
}

async function codeAfter(url: string, email: string, newest: string): Promise<string> {
  const deadline = performance.now() + mailWithinMs;
  while (performance.now() < deadline) {
    const letters = await readMailbox(url);
    const code = letters
      .filter(({ to, at }) => to === email && at > newest)
      .flatMap(({ subject }) => /^(\d+) is your sign-in code/.exec(subject)?.[1] ?? [])[0];
    if (code) return code;
    await pause(50);
  }
  throw new DemoStopped(`No sign-in code came for ${email}: there is no such person. ${noDemoData}`);
}

export const noDemoData = 'The demo needs the demo data: start the server on an empty database, or run npm run seed.';
