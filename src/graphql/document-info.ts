/** Facts about documents that the kit and the features share. This file does not use the GraphQL library. */

import { createHash } from 'node:crypto';
import type { OperationKind } from '../generated/prisma/client.ts';

/** An element of the schema that is deprecated. */
export interface Deprecation {
  /** The schema coordinate, e.g. `Order.brief`, `Query.orders(search:)`, `OrderStatus.PENDING`. */
  readonly coordinate: string;
  readonly reason: string;
}

/** The deprecations in the schema that this instance serves. */
export interface Deprecations {
  /** A digest of all of them with their reasons; undefined while nothing is deprecated. */
  readonly state: string | undefined;
  /** The deprecations that a document uses: each once, by coordinate, at most `limits.applications.deprecationsPerDocument`. */
  usedBy(text: string): readonly Deprecation[];
}

/** The announced end of a document. */
export interface Retirement {
  /** The time at which the end was announced. */
  readonly saidAt: Date;
  /** From this moment on the document is refused. */
  readonly at: Date;
}

/** The result of checking a document that an application registers: its facts, or every problem in it. */
export type DocumentInspection = {
  /** Number of its tokens; 0 if it cannot be parsed. */
  readonly tokens: number;
} & (
  | { readonly problems: readonly string[] }
  | {
      readonly operationName: string | null;
      readonly kind: OperationKind;
      readonly cost: number;
      readonly problems?: undefined;
    }
);

/** A short digest of a deprecation. The same element with another reason has another digest. */
export const deprecationDigest = ({ coordinate, reason }: Deprecation): string => digest(`${coordinate}: ${reason}`);

/** A digest of a set of deprecations, the same on every instance; undefined for an empty set. */
export const deprecationsDigest = (deprecations: readonly Deprecation[]): string | undefined =>
  deprecations.length > 0 ? digest(deprecations.map(deprecationDigest).sort().join()) : undefined;

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);
