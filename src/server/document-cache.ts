/** The cache of parsed documents. */
import type { DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { readsSchema } from '../graphql/introspection.ts';
import { tuning } from '../tuning.ts';

/**
 * Parses and validates a document once while it is cached. Only valid documents are cached, up to the memory that they
 * take. The plugins that set how documents are parsed and validated come before this one.
 */
export function useDocumentCache(): Plugin {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: tuning.documents.cacheBytes,
    sizeCalculation: sizeInMemory,
  });
  /** The texts of documents that have been parsed and not validated yet. */
  const texts = new WeakMap<DocumentNode, string>();
  const validDocuments = new WeakSet<DocumentNode>();
  return {
    onParse: ({ params: { source }, setParsedDocument }) => {
      const text = typeof source === 'string' ? source : source.body;
      const document = documents.get(text);
      if (document) return void setParsedDocument(document);
      return ({ result }) => {
        if (isDocument(result)) texts.set(result, text);
      };
    },
    onValidate: ({ params: { documentAST }, setResult }) => {
      if (validDocuments.has(documentAST)) return void setResult([]);
      return ({ valid }) => {
        const text = texts.get(documentAST);
        // A document that reads the schema is valid for some callers only.
        if (!valid || text === undefined || readsSchema(documentAST)) return;
        validDocuments.add(documentAST);
        documents.set(text, documentAST);
      };
    },
  };
}

const isDocument = (result: unknown): result is DocumentNode =>
  typeof result === 'object' && result !== null && 'definitions' in result;

const sizeInMemory = ({ tokenCount = 0 }: DocumentNode, text: string): number =>
  2 * text.length + (tokenCount + 1) * tuning.documents.bytesPerToken;
