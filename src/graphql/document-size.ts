/** The size of a document, counted in one pass before anything is done whose time grows faster than the document. */
import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import { limits } from '../limits.ts';
import { asGraphQLError, requestErrors } from './errors.ts';

/** Selections with those of the fragments that are spread, and aliases and nested selection sets as they are written. */
interface DocumentSize {
  readonly fragments: number;
  readonly selections: number;
  readonly aliases: number;
}

function sizeOf({ definitions }: DocumentNode): DocumentSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  let aliases = 0;
  const sizes = new Map<string, number>();
  const sizeOfFragment = (name: string): number => {
    const size = sizes.get(name);
    if (size !== undefined) return size;
    // A fragment that contains itself is not valid: the inner one counts nothing.
    sizes.set(name, 0);
    const counted = sizeOfSelections(fragments.get(name)?.selectionSet);
    sizes.set(name, counted);
    return counted;
  };
  const sizeOfSelections = (selectionSet: SelectionSetNode | undefined): number => {
    let size = 0;
    for (const selection of selectionSet?.selections ?? []) {
      size += 1;
      if (selection.kind === Kind.FRAGMENT_SPREAD) size += sizeOfFragment(selection.name.value);
      else size += sizeOfSelections(selection.selectionSet);
      if (selection.kind === Kind.FIELD && selection.alias) aliases += 1;
    }
    return size;
  };
  let selections = 0;
  for (const definition of definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) selections += sizeOfSelections(definition.selectionSet);
  // A fragment that no operation spreads is validated too.
  selections = Math.max(selections, ...[...fragments.keys()].map(sizeOfFragment));
  return {
    fragments: definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).length,
    selections,
    aliases,
  };
}

/** @throws a GraphQL error that names the bound which the document exceeds */
export function requireSizeWithinLimits(document: DocumentNode): void {
  const { fragments, selections, aliases } = sizeOf(document);
  if (fragments > limits.fragments)
    throw asGraphQLError(
      requestErrors.TOO_MANY_FRAGMENTS.occurWith(
        `The document has ${fragments} fragments; at most ${limits.fragments} are allowed.`,
      ),
    );
  if (selections > limits.selections)
    throw asGraphQLError(
      requestErrors.TOO_MANY_SELECTIONS.occurWith(
        `The document has ${selections} selections, those of its fragments counted wherever they are spread; at most ${limits.selections} are allowed.`,
      ),
    );
  if (aliases > limits.aliases)
    throw asGraphQLError(
      requestErrors.TOO_MANY_ALIASES.occurWith(`The document has more than ${limits.aliases} aliases.`),
    );
}
