/** CSV as RFC 4180 defines it, for spreadsheets. Pure. */
import type { Money } from '../../process/fields.ts';

/** A value of a record: a text that people wrote or that the API defines, a time, an amount, or none. */
export type Cell = string | number | boolean | Date | Money | null;

/** The mark at the beginning of a file by which spreadsheets recognise UTF-8. */
export const byteOrderMark = '\ufeff';

/** A record with its line break. */
export const csvRecord = (cells: readonly Cell[]): string =>
  `${cells.map((cell) => quote(textOf(cell))).join(',')}\r\n`;

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return withoutFormula(cell);
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === 'object' ? decimalOf(cell) : String(cell);
}

/** A text that a spreadsheet does not run: one that could begin a formula gets an apostrophe. */
const withoutFormula = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Currencies whose number of decimal digits in ISO 4217 is not two. `Intl` has other numbers for some of them. */
const decimalDigits: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
  ...'CLF UYW'.split(' ').map((code) => [code, 4]),
]);

/** An amount as a decimal number in the unit of its currency: "1234.50", without a currency or separators of thousands. */
export function decimalOf({ minorUnits, currency }: Money): string {
  const digits = decimalDigits[currency] ?? 2;
  const sign = minorUnits < 0n ? '-' : '';
  const text = String(minorUnits < 0n ? -minorUnits : minorUnits).padStart(digits + 1, '0');
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
