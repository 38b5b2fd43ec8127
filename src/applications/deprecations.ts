/** The deprecations that are stored with a registered document. */
import { type Deprecations, deprecationDigest } from '../graphql/document-info.ts';

/** What is kept with a document that is registered now: whoever registers it is told by the answer. */
export const lookedAt = ({ state, usedBy }: Deprecations, text: string) => ({
  deprecationState: state ?? null,
  notifiedDeprecations: usedBy(text).map(deprecationDigest),
});
