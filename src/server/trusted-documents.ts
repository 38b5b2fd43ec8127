/** The operations of our own clients: code generation writes them down, under the SHA-256 of their texts. */
import manifest from '../../scripts/operations/generated/persisted-documents.json' with { type: 'json' };

const documents: ReadonlyMap<string, string> = new Map(Object.entries(manifest));

/** The text of an operation of our own clients; undefined for any other id. */
export const firstPartyDocument = (hash: string): string | undefined => documents.get(hash);

/** The same for the operations that every application may run without having registered them: those which register. */
export const commonDocument = (hash: string): string | undefined => {
  const text = documents.get(hash);
  return text && /\bmutation RegisterOperations(Warned)?\(/.test(text) ? text : undefined;
};
