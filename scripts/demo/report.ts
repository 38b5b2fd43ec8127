/** How the demo looks in a terminal: colours only where somebody reads them (not in a pipe, not with NO_COLOR). */
import { styleText } from 'node:util';
import type { OrderViewFragment } from '../operations/generated/graphql.ts';

export const bold = (text: string): string => styleText('bold', text);
export const dim = (text: string): string => styleText('dim', text);
export const green = (text: string): string => styleText('green', text);
export const red = (text: string): string => styleText('red', text, { stream: process.stderr });

export const say = (...lines: readonly string[]): void => console.log(lines.join('\n'));

const barLength = 20;

/** Where the order stands: `Paid  ━━━━━━━━━━━━────────  60 %`. */
export function standing({ statusTitle, progress }: OrderViewFragment): string {
  const filled = Math.round(((progress ?? 0) / 100) * barLength);
  const bar = green('━'.repeat(filled)) + dim('─'.repeat(barLength - filled));
  return `${bar} ${progress ?? '–'} %  ${bold(statusTitle)}`;
}

/** What somebody is recommended to do next, in a line. */
export const nextOf = (name: string, { nextSteps }: OrderViewFragment): string =>
  `${name}: ${nextSteps.map(({ title }) => title).join(', or ') || 'nothing to do'}`;

/** A sum as people write it, e.g. €350.00. */
export function inMoney({ minorUnits, currency }: { minorUnits: number; currency: string }): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.format(minorUnits / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

export const inMs = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return ((sorted[middle] ?? 0) + (sorted.at(-1 - middle) ?? 0)) / 2;
}
