/** Signing in as a client does: request a code, read it in the e-mail, and enter it. */
import { type ApiClient, apiClient, type Data } from './client.ts';
import { change } from './partner.ts';
import type { TestServer } from './server.ts';
import { eventually } from './wait.ts';

const codesFor = ({ app }: TestServer, email: string): string[] =>
  (app.mailbox?.letters() ?? []).flatMap(({ to, text }) =>
    to === email ? (/(?:sign-in code is|Anmeldecode lautet) (\d{8})/.exec(text)?.[1] ?? []) : [],
  );

/** Requests a code, and reads it when the e-mail has arrived. */
export async function mailedCode(server: TestServer, email: string): Promise<string> {
  const earlier = codesFor(server, email).length;
  await change(apiClient(server.url), 'requestSignInCode', { email });
  return eventually(() => {
    const [newest, ...others] = codesFor(server, email);
    if (newest === undefined || others.length < earlier) throw new Error('No e-mail has arrived yet');
    return newest;
  });
}

/** Result of `signIn`. */
export const enterCode = (server: TestServer, input: Record<string, unknown>): Promise<Data> =>
  change(
    apiClient(server.url),
    'signIn',
    input,
    `... on SignedIn { token isNewPerson }
     ... on TermsNotAccepted { terms { version url privacyUrl } }`,
  );

/** A client of the person who signs in with an address. @throws if it is refused */
export async function signInByMail(
  server: TestServer,
  email: string,
  input: Record<string, unknown> = {},
): Promise<ApiClient> {
  const { token, message } = await enterCode(server, { email, code: await mailedCode(server, email), ...input });
  if (!token) throw new Error(`signIn was refused: ${message}`);
  return apiClient(server.url, token);
}
