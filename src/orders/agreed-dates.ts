/** The dates that the parties of an order agree: the due date of a payment, and the date on which the ad is to run. */
import { limits } from '../limits.ts';
import { dayMs, later } from '../platform/clock.ts';
import { InputInvalid } from '../platform/errors.ts';

/** Requires a date in the future that is not too far away. @throws InputInvalid */
export function requireAgreeableDate(field: string, date: Date, now: Date): void {
  const { agreedDateDays } = limits;
  if (date > now && date <= later(now, agreedDateDays * dayMs)) return;
  throw new InputInvalid([{ field, message: `must be in the future, at most ${agreedDateDays} days from now` }]);
}
