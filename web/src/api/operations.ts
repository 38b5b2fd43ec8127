/** Documents as the API client takes them, and the ids under which the server knows them. */

import { type DocumentNode, type OperationDefinitionNode, parse } from '@0no-co/graphql.web';
import type { TypedDocumentNode } from '@urql/core';
import type { TypedDocumentString } from '../generated/graphql.ts';

const nodes = new WeakMap<object, DocumentNode>();
const idsByName = new Map<string, string>();

/** The parsed document of an operation. It registers the id, which is sent instead of the text. */
export function operation<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
): TypedDocumentNode<Data, Variables & Record<string, unknown>> {
  const node = nodes.get(document) ?? parse(document.toString(), { noLocation: true });
  nodes.set(document, node);
  idsByName.set(nameOf(node), operationId(document));
  return node as TypedDocumentNode<Data, Variables & Record<string, unknown>>;
}

/** The id of the operation: the SHA-256 of its text. */
const operationId = <Data, Variables>({ __meta__: meta }: TypedDocumentString<Data, Variables>): string =>
  String(meta?.['hash']);

/** The extensions with which an operation is sent by its id. */
export const persistedQuery = (node: Pick<DocumentNode, 'definitions'>) => ({
  persistedQuery: { version: 1 as const, sha256Hash: idsByName.get(nameOf(node)) ?? '' },
});

const nameOf = ({ definitions }: Pick<DocumentNode, 'definitions'>): string =>
  definitions.find((one): one is OperationDefinitionNode => one.kind === 'OperationDefinition')?.name?.value ?? '';
