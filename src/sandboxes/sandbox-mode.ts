/** Operations that are available only in a sandbox: advancing the clock and reading captured e-mails. */
import { SandboxOnly } from '../access/access-errors.ts';
import { requireActor } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { limits } from '../limits.ts';
import { dayMs, minuteMs } from '../platform/clock.ts';
import { InputInvalid } from '../platform/errors.ts';
import { randomId } from '../platform/secrets.ts';
import type { AppServices, SandboxControls } from '../services/services.ts';

const hourMs = 60 * minuteMs;

/** The controls of the current sandbox. @throws SandboxOnly outside a sandbox */
export function sandboxOf({ sandbox }: AppServices): SandboxControls {
  if (!sandbox) throw new SandboxOnly();
  return sandbox;
}

/**
 * Advances the clock of the sandbox and runs what becomes due, day by day. E-mails that this causes are sent by their jobs.
 * Repeating a request with the same key advances the clock once.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, SandboxOnly, RateLimited, InputInvalid, IdempotencyKeyReused
 */
export async function advanceClock(
  app: AppServices,
  viewer: Viewer,
  call: { readonly days: number; readonly hours: number; readonly idempotencyKey: string | undefined },
): Promise<void> {
  const { days, hours, idempotencyKey } = call;
  const { accountId } = requireActor(viewer, 'advanceClock');
  const sandbox = sandboxOf(app);
  await app.rateLimiter.consume('clockAdvances', 'the clock');
  const ms = days * dayMs + hours * hourMs;
  const most = limits.sandboxes.daysPerAdvance;
  if (days < 0 || hours < 0 || ms === 0 || ms > most * dayMs)
    throw new InputInvalid([{ field: 'days', message: `and \`hours\` must together be from 1 hour to ${most} days` }]);
  await sandbox.advanceClock(ms, `${accountId}:${idempotencyKey ?? randomId()}`);
}
