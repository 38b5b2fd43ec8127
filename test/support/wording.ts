/** The rules of docs/writing.md that a program can check. */
import { readFileSync } from 'node:fs';

interface AvoidedWord {
  /** A regular expression over lower-case words that are separated by single spaces. */
  readonly pattern: string;
  /** The words to use instead. */
  readonly use: string;
}

const avoidedWords: readonly AvoidedWord[] = JSON.parse(
  readFileSync(new URL('../repo/avoided-words.json', import.meta.url), 'utf8'),
);
const patterns = avoidedWords.map(({ pattern, use }) => ({ use, regex: new RegExp(`(?<= |^)(?:${pattern})(?= |$)`) }));

/** Past participles and such that do not say what they name. */
const bareNames = 'given|known|made|kept|wanted|taken|said|told|found|written|noted|posted|bought|sent';
const bareDeclaration = new RegExp(
  `\\b(?:const|let|var|function|type|interface|class)\\s+(${bareNames}|Given|Known|Made|Kept|Wanted|Taken|Said|Told|Found|Written|Noted|Posted|Bought|Sent)\\b`,
);
/** Bounds are called `max…` and `min…`. */
const superlativeBound = /\b(?:most|longest|fewest|farthest|largest|shortest)[A-Z]\w*/;

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
    const words = wordsOf(line);
    const problems = patterns.flatMap(({ regex, use }) => {
      const match = regex.exec(words);
      return match ? [`"${match[0]}" (use ${use})`] : [];
    });
    if (path.endsWith('.ts')) {
      const bare = bareDeclaration.exec(line)?.[1];
      if (bare) problems.push(`the name "${bare}" does not say what it is`);
      const bound = superlativeBound.exec(line)?.[0];
      if (bound) problems.push(`the bound "${bound}" should begin with max or min`);
    }
    return problems.map((problem) => `${path}:${index + 1}: ${problem}`);
  });
}

const clauseWords = new Set(
  'what whether who whose whom how when where which why that it they one nothing nobody as of'.split(' '),
);

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
