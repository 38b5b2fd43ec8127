/** Visitors of pages on which ads are shown. */
import { type RawAnswer, sendRaw } from './raw-http.ts';

const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

let visitors = 0;

/** An address that no visitor has had, in a network of its own. */
export function freshAddress(): string {
  visitors += 1;
  return `10.${(visitors >> 8) & 255}.${visitors & 255}.1`;
}

/**
 * Requests an address as a browser does, with additional or other headers. Where the server trusts a proxy, each request comes
 * from another visitor, unless `x-forwarded-for` says from whom.
 */
export const visit = (
  { url }: { readonly url: string },
  path: string,
  { method = 'GET', ...headers }: Record<string, string> = {},
): Promise<RawAnswer> =>
  sendRaw(url, { method, path, headers: { 'user-agent': browser, 'x-forwarded-for': freshAddress(), ...headers } });

/** Requests an address this many times, 50 at the same time. */
export async function visitOften(
  server: { readonly url: string },
  path: string,
  times: number,
): Promise<readonly RawAnswer[]> {
  const answers: RawAnswer[] = [];
  let left = times;
  const visitor = async () => {
    while (left-- > 0) answers.push(await visit(server, path));
  };
  await Promise.all(Array.from({ length: Math.min(times, 50) }, visitor));
  return answers;
}
