/**
 * The operations of the marketplace's own clients, by the SHA-256 of their texts. `npm run generate` writes the manifests,
 * from scripts/operations and from the browser client. The operations of the release before stay known, so that pages that
 * are open during an upgrade continue to work; `npm run release:documents` keeps them.
 */
import releasedManifest from './released-documents/web-manifest.json' with { type: 'json' };
import manifest from './trusted-documents/manifest.json' with { type: 'json' };
import webManifest from './trusted-documents/web-manifest.json' with { type: 'json' };

interface TrustedDocument {
  readonly text: string;
  /** True if every application may run it without registering it. */
  readonly isForApplications: boolean;
}

const documents: ReadonlyMap<string, TrustedDocument> = new Map([
  ...Object.entries<TrustedDocument>(releasedManifest),
  ...Object.entries<TrustedDocument>(webManifest),
  ...Object.entries<TrustedDocument>(manifest),
]);

/** Finds the trusted document with this hash; undefined if there is none, or an application may not run it. */
export function findTrustedDocument(hash: string, { isApplication }: { isApplication: boolean }): string | undefined {
  const document = documents.get(hash);
  return !document || (isApplication && !document.isForApplications) ? undefined : document.text;
}
