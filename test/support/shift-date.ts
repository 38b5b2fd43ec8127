/**
 * Preloaded with NODE_OPTIONS=--import: sets the date of a process and of its children DATE_SHIFT_DAYS ahead. The product
 * takes the time from its own clock, which reads Date; a database keeps the real date, as a server with a wrong clock would.
 */
const shiftMs = Number(process.env['DATE_SHIFT_DAYS'] ?? 0) * 86_400_000;
const RealDate = Date;
const now = (): number => RealDate.now() + shiftMs;

const ShiftedDate: DateConstructor = new Proxy(RealDate, {
  construct: (target, args, newTarget): Date =>
    Reflect.construct(target, args.length > 0 ? args : [now()], newTarget === ShiftedDate ? target : newTarget),
  apply: () => String(new RealDate(now())),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
RealDate.prototype.constructor = ShiftedDate;
globalThis.Date = ShiftedDate;
