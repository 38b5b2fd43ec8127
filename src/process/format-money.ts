import type { Money } from './fields.ts';

/** A sum as people write it, e.g. "EUR 1,200.00". */
export function formatMoney({ minorUnits, currency }: Money): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const whole = String(minorUnits / 10n ** BigInt(digits)).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = digits > 0 ? `.${String(minorUnits % 10n ** BigInt(digits)).padStart(digits, '0')}` : '';
  return `${currency} ${whole}${rest}`;
}
