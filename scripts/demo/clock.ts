/** Time, put forward where the server lets it be: in development, on its page /clock. */
import { DemoStopped } from './client.ts';
import { bold, dim, say } from './report.ts';

/** Whether this server has a clock that can be put forward. */
export async function hasMovableClock(url: string): Promise<boolean> {
  const response = await fetch(new URL('/clock', url));
  await response.text();
  return response.ok;
}

/** Lets days pass, with what the clock does on each. @throws DemoStopped if the server does not let them */
export async function passDays(url: string, days: number): Promise<void> {
  say('', bold(`${days} days pass`), dim('  (put forward on /clock, for everything on this server)'));
  const response = await fetch(new URL('/clock', url), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ days: String(days) }),
  });
  await response.text();
  if (response.status !== 303) throw new DemoStopped(`Time could not be put forward: ${response.status}.`);
}
