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
  const violations = new Map<Violation, { count: number; details: string[] }>();
  return {
    add: (violation, detail) => {
      const previous = violations.get(violation) ?? { count: 0, details: [] };
      violations.set(violation, previous);
      previous.count += 1;
      if (previous.details.length < maxDetails) previous.details.push(detail);
    },
    all: () => [...violations].map(([violation, { count, details }]) => ({ violation, count, details })),
  };
}
