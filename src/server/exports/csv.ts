/** CSV as RFC 4180 defines it, for spreadsheets. Pure. */
import { decimalOf } from '../../process/decimal.ts';
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
