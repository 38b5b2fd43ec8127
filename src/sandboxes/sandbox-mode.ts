/** What can be done in a sandbox alone: time is put forward, and mails are read that would have been sent. */
import { SandboxOnly } from '../access/access-errors.ts';
import { requireMember } from '../access/scopes.ts';
import type { Viewer } from '../access/viewer.ts';
import { limits } from '../limits.ts';
import { dayMs, minuteMs } from '../platform/clock.ts';
import { InputInvalid } from '../platform/errors.ts';
import { randomId } from '../platform/secrets.ts';
import type { AppServices, SandboxControls } from '../services/services.ts';

const hourMs = 60 * minuteMs;

/** What there is in this sandbox alone. @throws SandboxOnly in any other world */
export function sandboxOf({ sandbox }: AppServices): SandboxControls {
  if (!sandbox) throw new SandboxOnly();
  return sandbox;
}

/**
 * Puts the clock of the sandbox forward and does what falls due, day by day. Mails that are caused by it follow on their own.
 * The same call with the same key puts it forward once.
 * @throws NotSignedIn, ScopeMissing, SandboxOnly, RateLimited, InputInvalid, IdempotencyKeyReused
 */
export async function advanceClock(
  app: AppServices,
  viewer: Viewer,
  call: { readonly days: number; readonly hours: number; readonly idempotencyKey: string | undefined },
): Promise<void> {
  const { days, hours, idempotencyKey } = call;
  const { accountId } = requireMember(viewer, 'advanceClock');
  const sandbox = sandboxOf(app);
  await app.rateLimiter.consume('clockAdvances', 'the clock');
  const ms = days * dayMs + hours * hourMs;
  const most = limits.sandboxes.daysPerAdvance;
  if (days < 0 || hours < 0 || ms === 0 || ms > most * dayMs)
    throw new InputInvalid([{ field: 'days', message: `and \`hours\` must together be from 1 hour to ${most} days` }]);
  await sandbox.advanceClock(ms, `${accountId}:${idempotencyKey ?? randomId()}`);
}
