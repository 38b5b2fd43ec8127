/** The output of the demo, with colours in a terminal only (not in a pipe, not with NO_COLOR). */
import { styleText } from 'node:util';
import { formatMoney as formatSum } from '../../src/process/format-money.ts';
import type { OrderViewFragment } from '../operations/generated/graphql.ts';

export const bold = (text: string): string => styleText('bold', text);
export const dim = (text: string): string => styleText('dim', text);
export const green = (text: string): string => styleText('green', text);
export const red = (text: string): string => styleText('red', text, { stream: process.stderr });

export const print = (...lines: readonly string[]): void => console.log(lines.join('\n'));

const barLength = 20;

/** Progress and status of the order, e.g. `━━━━━━━━━━━━────────  60 %  Paid`. */
export function formatProgress({ statusTitle, progress }: OrderViewFragment): string {
  const filled = Math.round(((progress ?? 0) / 100) * barLength);
  const bar = green('━'.repeat(filled)) + dim('─'.repeat(barLength - filled));
  return `${bar} ${progress ?? '–'} %  ${bold(statusTitle)}`;
}

/** The recommended next steps of a party, in one line. */
export const formatNextSteps = (name: string, { nextSteps }: OrderViewFragment): string =>
  `${name}: ${nextSteps.map(({ title }) => title).join(', or ') || 'nothing to do'}`;

/** An amount for people, e.g. EUR 350.00. */
export const formatMoney = ({ minorUnits, currency }: { minorUnits: number; currency: string }): string =>
  formatSum({ minorUnits: BigInt(minorUnits), currency });

export const formatMs = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return ((sorted[middle] ?? 0) + (sorted.at(-1 - middle) ?? 0)) / 2;
}
