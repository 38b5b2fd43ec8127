/** The files in which client tools write down the operations of a client. */
import { limits } from '../limits.ts';
import { InputInvalid } from '../platform/errors.ts';
import { sha256Hex } from '../platform/secrets.ts';

/** A document as a manifest names it. */
export interface ListedDocument {
  readonly id: string;
  readonly text: string;
}

/**
 * Reads a manifest: that of GraphQL Code Generator (an object from id to text) or that of Apollo.
 * @throws InputInvalid for anything else, and for more documents than are allowed
 */
export function readManifest(text: string): readonly ListedDocument[] {
  const listed = documentsIn(parseJson(text));
  if (!listed)
    throw manifestInvalid(
      'must be JSON: an object that maps the SHA-256 of each document to its text, or a manifest in the format apollo-persisted-query-manifest, version 1',
    );
  const { documentsPerManifest } = limits.applications;
  if (listed.length === 0 || listed.length > documentsPerManifest)
    throw manifestInvalid(`must have 1 to ${documentsPerManifest} documents; it has ${listed.length}`);
  return listed;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function documentsIn(manifest: unknown): readonly ListedDocument[] | undefined {
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) return undefined;
  if ('format' in manifest) return apolloDocuments(manifest);
  const documents = Object.entries(manifest).map(([id, text]) => ({ id, text }));
  return documents.every(isListed) ? documents : undefined;
}

function apolloDocuments(manifest: Readonly<Record<string, unknown>>): readonly ListedDocument[] | undefined {
  const { format, version, operations } = manifest;
  if (format !== 'apollo-persisted-query-manifest' || version !== 1 || !Array.isArray(operations)) return undefined;
  const documents = operations.map((operation) => ({ id: operation?.id as unknown, text: operation?.body as unknown }));
  return documents.every(isListed) ? documents : undefined;
}

const isListed = (document: { readonly id: unknown; readonly text: unknown }): document is ListedDocument =>
  typeof document.id === 'string' && typeof document.text === 'string';

/** The hash of a document; undefined if its id names another. Some tools put the name of the algorithm before it. */
export function hashOfListed({ id, text }: ListedDocument): string | undefined {
  const hash = sha256Hex(text);
  return id === hash || id === `sha256:${hash}` ? hash : undefined;
}

const manifestInvalid = (message: string) => new InputInvalid([{ field: 'manifest', message }]);
