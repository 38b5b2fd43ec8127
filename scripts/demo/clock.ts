/** The clock of a server in development, which its page /clock advances. */
import { DemoError } from './client.ts';
import { bold, dim, print } from './report.ts';

/** True if the clock of this server can be advanced. */
export async function hasMovableClock(url: string): Promise<boolean> {
  const response = await fetch(new URL('/clock', url));
  await response.text();
  return response.ok;
}

/** Advances the clock day by day, with everything that is due on each day. @throws DemoError if the server refuses */
export async function advanceClock(url: string, days: number): Promise<void> {
  print('', bold(`${days} days pass`), dim('  (the page /clock advances the clock of the whole server)'));
  const response = await fetch(new URL('/clock', url), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ days: String(days) }),
  });
  await response.text();
  if (response.status !== 303) throw new DemoError(`The clock could not be advanced (status ${response.status}).`);
}
