/** The rules of docs/writing.md that a program can check. */
import { readFileSync } from 'node:fs';

interface AvoidedWord {
  /** A regular expression. */
  readonly pattern: string;
  /** The words to use instead. */
  readonly use: string;
  /** A line that the pattern must find. */
  readonly example: string;
}

interface AvoidedWords {
  /** Patterns over lower-case words that are separated by single spaces. */
  readonly words: readonly AvoidedWord[];
  /** Patterns over lines of TypeScript: names that do not say what they name, and bounds without `max` or `min`. */
  readonly codeNames: readonly AvoidedWord[];
  /** The words with which a description in the API must not begin. */
  readonly descriptionBeginnings: readonly string[];
}

export const avoidedWords: AvoidedWords = JSON.parse(
  readFileSync(new URL('../repo/avoided-words.json', import.meta.url), 'utf8'),
);
const wordPatterns = avoidedWords.words.map(({ pattern, use }) => ({
  use,
  regex: new RegExp(`(?<= |^)(?:${pattern})(?= |$)`),
}));
const codePatterns = avoidedWords.codeNames.map(({ pattern, use }) => ({ use, regex: new RegExp(pattern) }));

/** The words of a line: identifiers are split at capital letters, punctuation goes. */
const wordsOf = (line: string): string =>
  line
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase();

/** The lines of a text that use avoided words, as "line: word (use …)". The table of docs/writing.md quotes them. */
export function wordingProblems(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    if (path === 'docs/writing.md' && line.startsWith('|')) return [];
    const problemsIn = (searched: string, patterns: typeof wordPatterns) =>
      patterns.flatMap(({ regex, use }) => {
        const match = regex.exec(searched);
        return match ? [`"${match[0]}" (use ${use})`] : [];
      });
    const problems = [
      ...problemsIn(wordsOf(line), wordPatterns),
      ...(path.endsWith('.ts') ? problemsIn(line, codePatterns) : []),
    ];
    return problems.map((problem) => `${path}:${index + 1}: ${problem}`);
  });
}

const clauseWords = new Set(avoidedWords.descriptionBeginnings);

/** The fault of a description in the API, or undefined. It has at least five words and begins with a noun phrase or a verb. */
export function descriptionProblem(description: string): string | undefined {
  const words = description.trim().split(/\s+/);
  const first = words[0]?.replace(/[^A-Za-z]/g, '').toLowerCase() ?? '';
  if (clauseWords.has(first)) return `begins with "${words[0]}"`;
  if (words.length < 5) return `has ${words.length} words`;
  if (!/^[A-Z0-9`"]/.test(description)) return 'does not begin with a capital letter';
  if (!/[.!?)`]$/.test(description.trim())) return 'does not end with a full stop';
  return undefined;
}
