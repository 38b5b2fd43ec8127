/** Fields of log lines, shortened: some come from clients, who may send long texts, and a line is read by people. */
import { pino } from 'pino';
import { tuning } from '../tuning.ts';

const { characters, textCharacters, items, levels } = tuning.log;

/** A value of a log line with at most `tuning.log.characters` in all its texts and names together. */
export function shortenLogged(value: unknown): unknown {
  let left: number = characters;
  const cut = (text: string, max: number): string => {
    const length = Math.min(max, left);
    left -= Math.min(text.length, length);
    return text.length > length ? `${text.slice(0, length).toWellFormed()}…` : text;
  };
  const shorten = (value: unknown, level: number): unknown => {
    if (typeof value === 'string') return cut(value, textCharacters);
    if (typeof value !== 'object' || value === null) return value;
    if (level === 0 || left === 0) return '…';
    if (value instanceof Error) return shorten(pino.stdSerializers.err(value), level);
    if ('toJSON' in value && typeof value.toJSON === 'function') return shorten(value.toJSON(), level);
    if (Array.isArray(value)) return value.slice(0, items).map((item) => shorten(item, level - 1));
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, items)
        .map(([name, inner]) => [cut(name, textCharacters), shorten(inner, level - 1)]),
    );
  };
  return shorten(value, levels);
}
