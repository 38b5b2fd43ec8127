/** The violations that the checker can find. */
export type Violation =
  | 'acknowledged writes lost'
  | 'writes done twice'
  | 'refused writes done'
  | 'duplicates'
  | 'out of order'
  | 'holes'
  | 'resets'
  | 'foreign entries'
  | 'streams ended'
  | 'copies that differ'
  | 'log broken'
  | 'unread counts wrong'
  | 'mails lost'
  | 'mails doubled'
  | 'unexpected answers';

export interface Findings {
  add(violation: Violation, detail: string): void;
  /** The violations that were found, each with its count and its first details. */
  all(): readonly { readonly violation: Violation; readonly count: number; readonly details: readonly string[] }[];
}

const maxDetails = 5;

export function createFindings(): Findings {
  const found = new Map<Violation, { count: number; details: string[] }>();
  return {
    add: (violation, detail) => {
      const known = found.get(violation) ?? { count: 0, details: [] };
      found.set(violation, known);
      known.count += 1;
      if (known.details.length < maxDetails) known.details.push(detail);
    },
    all: () => [...found].map(([violation, { count, details }]) => ({ violation, count, details })),
  };
}
