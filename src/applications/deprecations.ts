/** The deprecations that are stored with a registered document. */
import { type Deprecations, deprecationDigest } from '../graphql/document-info.ts';

/** Deprecation state of a document that is registered now: the result of the registration reports its deprecations. */
export const lookedAt = ({ state, usedBy }: Deprecations, text: string) => ({
  deprecationState: state ?? null,
  notifiedDeprecations: usedBy(text).map(deprecationDigest),
});
