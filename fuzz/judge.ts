/** The faults of answers: no answer may have one, whatever was sent. */
import { insides } from '../test/support/raw-http.ts';

/** The faults that are counted. */
export const faultKinds = [
  'status 5xx',
  'INTERNAL',
  'crash',
  'error in the log',
  'malformed answer',
  'insides shown',
  'processor time',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  readonly kind: FaultKind;
  readonly detail: string;
}

const cut = (text: string): string => (text.length > 600 ? `${text.slice(0, 600)}…` : text);

/** The faults of the answer to a GraphQL operation: an execution result as JSON. */
export function judgeResult(text: string): readonly Fault[] {
  const malformed = (why: string): readonly Fault[] => [{ kind: 'malformed answer', detail: `${why}: ${cut(text)}` }];
  const result = parse(text);
  if (typeof result !== 'object' || result === null) return malformed('no object');
  const { data, errors } = result as { data?: unknown; errors?: unknown };
  if (errors === undefined)
    return typeof data === 'object' ? judgeText(text, []) : malformed('neither data nor errors');
  if (!Array.isArray(errors) || errors.length === 0) return malformed('errors must be a list');
  const codes = errors.map((error) => error?.extensions?.code as unknown);
  if (!errors.every(({ message }) => typeof message === 'string' && message !== '') || !codes.every(isCode))
    return malformed('an error without a message or a code');
  return judgeText(text, codes as string[]);
}

function judgeText(text: string, codes: readonly string[]): readonly Fault[] {
  const internal: Fault[] = codes.includes('INTERNAL') ? [{ kind: 'INTERNAL', detail: cut(text) }] : [];
  return [...internal, ...judgeInsides(text)];
}

/** The faults of a text that people or programs read. */
export function judgeInsides(text: string): readonly Fault[] {
  // An address of a test person can look like the code of an error of Prisma.
  const shown = insides.exec(text.replaceAll(/\bp\d+@people\.example/g, ''));
  if (!shown) return [];
  const near = text.slice(Math.max(0, shown.index - 100), shown.index + 200);
  return [{ kind: 'insides shown', detail: near }];
}

export const judgeStatus = (status: number, text: string): readonly Fault[] =>
  status >= 500 || status === 0 ? [{ kind: 'status 5xx', detail: `${status} ${cut(text)}` }] : [];

const isCode = (code: unknown): boolean => typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
