/** The parts of the printable pages of receipts and credit notes, as HTML. */
import { escapeHtml } from '../http/route.ts';
import { type PageText, pageText } from '../pages/catalogues.ts';
import { bidiText, type PageFrame } from '../pages/layout.ts';
import { type DayRange, dateOf } from '../platform/days.ts';
import type { Money } from '../process/fields.ts';
import type { PartyOnReceipt } from './receipts.ts';

export type DocumentText = PageText<'receipt'>;

/** The texts of a document, whose dates are the same for every reader: in the zone that decided its number. */
export const documentText = ({ language }: PageFrame, { timeZone }: { readonly timeZone: string }): DocumentText =>
  pageText('receipt', { language, timeZone });

export const table = (caption: string, rows: readonly string[]): string =>
  `<table><caption>${escapeHtml(caption)}</caption><tbody>${rows.join('')}</tbody></table>`;

/** A row with a name, as HTML, and a sum. */
export const row = ({ money }: DocumentText, name: string, sum: Money): string =>
  `<tr><th scope="row">${name}</th><td>${sum.minorUnits < 0n ? '− ' : ''}${escapeHtml(money(absolute(sum)))}</td></tr>`;

const absolute = ({ minorUnits, currency }: Money): Money => ({
  minorUnits: minorUnits < 0n ? -minorUnits : minorUnits,
  currency,
});

/** The rows of the net amount and the tax in a sum; none without a tax. */
export const taxRows = (
  text: DocumentText,
  frame: PageFrame,
  { net, tax, taxBasisPoints }: { readonly net: Money; readonly tax: Money; readonly taxBasisPoints: number },
): string[] =>
  taxBasisPoints > 0
    ? [
        row(text, escapeHtml(text.say('net')), net),
        row(text, escapeHtml(text.say('tax', { rate: rateText(frame, taxBasisPoints) })), tax),
      ]
    : [];

/** A rate as people write it, such as 7.5 %. */
const rateText = ({ language }: PageFrame, basisPoints: number): string =>
  new Intl.NumberFormat(language.toLowerCase(), { style: 'percent', maximumFractionDigits: 2 })
    .format(basisPoints / 10_000)
    .replace(/\s/g, ' ');

/** The name, the address and the tax id of a party, each on lines of its own. */
export function partyText({ say }: DocumentText, { name, legalName, address, taxId }: PartyOnReceipt): string {
  const lines = [legalName ?? name, ...(legalName && legalName !== name ? [name] : []), ...(address ?? '').split('\n')];
  const texts = lines.filter(Boolean).map(bidiText);
  return [...texts, ...(taxId ? [escapeHtml(say('taxId', { taxId }))] : [])].join('<br>');
}

/** Calendar days, which are the same in all time zones. */
export function daysText({ language }: PageFrame, { from, to }: DayRange): string {
  const format = new Intl.DateTimeFormat(language.toLowerCase(), { dateStyle: 'long', timeZone: 'UTC' });
  const [first, last] = [from, to].map((day) => format.format(dateOf(day)));
  const { say } = pageText('receipt', { language, timeZone: 'UTC' });
  return first === last ? String(first) : say('days', { from: String(first), to: String(last) });
}
