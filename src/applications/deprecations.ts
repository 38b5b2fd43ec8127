/** What is deprecated of what registered documents use, as far as that can be said without knowing GraphQL. */
import { createHash } from 'node:crypto';

/** Something deprecated that a document uses. */
export interface Deprecation {
  /** Where it stands in the schema, e.g. `Order.brief`, `Query.orders(search:)`, `OrderStatus.PENDING`. */
  readonly coordinate: string;
  readonly reason: string;
}

/** What is deprecated in the schema that this instance serves. */
export interface Deprecations {
  /** Names all of it, reasons included; undefined while nothing is deprecated. */
  readonly state: string | undefined;
  /** What a document uses of it: each once, by coordinate, no more than `limits.partners.deprecationsPerDocument`. */
  usedBy(text: string): readonly Deprecation[];
}

/** Short for something that is deprecated for a reason; for another reason it is another. */
export const markOf = ({ coordinate, reason }: Deprecation): string => digest(`${coordinate}: ${reason}`);

/** Names a state: the same deprecations have the same, on whatever instance. */
export const stateOf = (deprecations: readonly Deprecation[]): string | undefined =>
  deprecations.length > 0 ? digest(deprecations.map(markOf).sort().join()) : undefined;

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** What is kept with a document that is registered now: whoever registers it is told by the answer. */
export const lookedAt = ({ state, usedBy }: Deprecations, text: string) => ({
  deprecationState: state ?? null,
  toldDeprecations: usedBy(text).map(markOf),
});
