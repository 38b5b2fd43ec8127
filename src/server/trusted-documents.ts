/**
 * The operations of the marketplace's own clients, by the SHA-256 of their texts. `npm run generate` writes the manifest,
 * from scripts/operations.
 */
import manifest from './trusted-documents/manifest.json' with { type: 'json' };

interface TrustedDocument {
  readonly text: string;
  /** True if every application may run it without registering it. */
  readonly isForApplications: boolean;
}

const documents: ReadonlyMap<string, TrustedDocument> = new Map(Object.entries(manifest));

/** Finds the trusted document with this hash; undefined if there is none, or an application may not run it. */
export function findTrustedDocument(hash: string, { isApplication }: { isApplication: boolean }): string | undefined {
  const document = documents.get(hash);
  return !document || (isApplication && !document.isForApplications) ? undefined : document.text;
}
