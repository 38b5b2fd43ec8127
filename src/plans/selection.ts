/** The fields of a selection set, as GraphQL merges them: fragments, aliases, `@skip` and `@include`. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  print,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { Row } from './declarations.ts';

/** The reason why an operation has no plan, or why one could not be carried out. The resolvers answer instead. */
export class NotPlanned extends Error {}

export type Variables = Readonly<Record<string, unknown>>;

/** The schema, the fragments and the variables by which fields are collected. */
export interface Collecting {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Variables;
}

/** The selected fields of a type by their response key; the nodes of a key are merged. */
export function collectFields(
  collecting: Collecting,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const applies = (condition: string | undefined) => {
    if (condition === undefined || condition === type.name) return true;
    const conditionType = collecting.schema.getType(condition);
    return isAbstractType(conditionType) && collecting.schema.isSubType(conditionType, type);
  };
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (getDirectiveValues(GraphQLSkipDirective, selection, collecting.variables)?.['if'] === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, selection, collecting.variables)?.['if'] === false) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const nodes = fields.get(key);
        if (nodes) nodes.push(selection);
        else fields.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection.typeCondition?.name.value)) collect(selection.selectionSet);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = collecting.fragments[selection.name.value];
        if (fragment && applies(fragment.typeCondition.name.value)) collect(fragment.selectionSet);
      }
    }
  };
  for (const selectionSet of selectionSets) collect(selectionSet);
  return fields;
}

/**
 * The differences between the objects of an abstract type in a selection: whether anything is asked of some of its types
 * alone, and the response keys of `__typename`.
 */
export function differencesIn(
  { schema, fragments }: Collecting,
  type: GraphQLAbstractType,
  selectionSets: readonly SelectionSetNode[],
): { readonly differs: boolean; readonly typenameKeys: ReadonlySet<string> } {
  const possibleTypes = schema.getPossibleTypes(type);
  const typenameKeys = new Set<string>();
  const visited = new Set<string>();
  let differs = false;
  const visit = ({ selections }: SelectionSetNode, condition = type.name): void => {
    const conditionType = schema.getType(condition);
    if (!isAbstractType(conditionType) || !possibleTypes.every((one) => schema.isSubType(conditionType, one)))
      differs = true;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value === TypeNameMetaFieldDef.name)
          typenameKeys.add(selection.alias?.value ?? selection.name.value);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.selectionSet, selection.typeCondition?.name.value);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = fragments[selection.name.value];
        if (fragment) visit(fragment.selectionSet, fragment.typeCondition.name.value);
      }
    }
  };
  for (const selectionSet of selectionSets) visit(selectionSet);
  // Each type writes its own name.
  return { differs, typenameKeys: differs ? new Set() : typenameKeys };
}

/** The selection sets of merged fields. */
export const subselectionsOf = (nodes: readonly FieldNode[]): readonly SelectionSetNode[] =>
  nodes.flatMap(({ selectionSet }) => selectionSet ?? []);

type Field = GraphQLField<Row, Row>;

/** A field that is selected at a place of the document. */
export interface Selected {
  /** `Order.items` */
  readonly name: string;
  readonly field: Field;
  /** The nodes that are merged there. */
  readonly nodes: readonly FieldNode[];
}

/** The field of merged nodes. @throws NotPlanned for a field of introspection */
export function selectedIn(type: GraphQLObjectType, nodes: readonly FieldNode[]): Selected {
  const fieldName = nodes[0]?.name.value ?? '';
  const name = `${type.name}.${fieldName}`;
  const field = type.getFields()[fieldName];
  if (!field) throw new NotPlanned(name);
  return { name, field, nodes };
}

/** The type of the nodes of a connection. */
export function nodeTypeOf(connection: GraphQLOutputType): GraphQLNamedType {
  const fieldOf = (type: unknown, name: string): GraphQLNamedType | undefined =>
    isObjectType(type) ? getNamedType(type.getFields()[name]?.type) : undefined;
  const node = fieldOf(fieldOf(getNamedType(connection), 'edges'), 'node');
  if (!node) throw new NotPlanned(String(connection));
  return node;
}

/** The name of a page: the same for the same rows. */
export const pageName = ({ name, nodes: [node] }: Selected): string =>
  [name, ...(node?.arguments ?? []).map((argument) => print(argument))].join(' ');

/** True if an argument of the node is or contains a variable. */
export const hasVariables = (node: FieldNode): boolean => JSON.stringify(node.arguments ?? []).includes('"Variable"');
