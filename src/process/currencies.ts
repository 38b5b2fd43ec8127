/** The currencies of ISO 4217 and the decimal digits of each. Every amount is read, shown and charged with these. Pure. */
import { data } from 'currency-codes';

const codes = (text: string): readonly string[] => text.split(' ');

/** Amendments to ISO 4217 after the edition of the library, up to the list of 2026-01-01. All have two digits. */
const added = codes('XCG');
const withdrawn = codes('ANG BGN CUC');

/** Codes of ISO 4217 that are not used for payments: funds, units of account, precious metals, and codes for tests. */
const notMoney = codes('BOV CHE CHW CLF COU MXV USN UYI UYW XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX');

const digitsByCode: ReadonlyMap<string, number> = new Map([
  ...data.map(({ code, digits }) => [code, digits] as const),
  ...added.map((code) => [code, 2] as const),
]);

/** The codes of all currencies in which an amount can be, sorted. */
export const currencies: readonly string[] = [...digitsByCode.keys()]
  .filter((code) => !withdrawn.includes(code) && !notMoney.includes(code))
  .sort();

/** Number of decimal digits of a currency: two if the code is not, or no longer, in ISO 4217. */
export const digitsOf = (currency: string): number => digitsByCode.get(currency) ?? 2;

/** The numbers of digits that are not two, by code. */
export const unusualDigits: Readonly<Record<string, number>> = Object.fromEntries(
  [...digitsByCode].filter(([, digits]) => digits !== 2),
);
