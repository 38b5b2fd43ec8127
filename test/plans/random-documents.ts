/** Random queries of orders, derived from the schema. */
import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { orderStatuses } from '../../src/process/order.ts';
import { schema } from '../../src/schema.ts';
import { pick } from '../support/random.ts';

export interface RandomQuery {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Options {
  readonly random: () => number;
  /** The ids and the numbers of orders, also of some that the viewer cannot see. */
  readonly ids: readonly string[];
  readonly numbers: readonly number[];
  /** The fields that are left out, as `Type.field`. */
  readonly except: ReadonlySet<string>;
}

const maxDepth = 5;

/** A query of an order or of a list of orders, with aliases, merged fields, fragments, conditions and pages. */
export function randomQuery({ random, ids, numbers, except }: Options): RandomQuery {
  const chance = (share: number) => random() < share;
  const variables: Record<string, unknown> = { yes: true, no: false, size: 1 + Math.floor(random() * 4) };
  const fragments: string[] = [];

  const pageArguments = () => {
    const size = chance(0.3) ? '$size' : String(Math.floor(random() * 6));
    return chance(0.9) ? `(${chance(0.5) ? 'first' : 'last'}: ${size})` : '';
  };
  const condition = () => {
    if (chance(0.9)) return '';
    return ` @${pick(random, ['skip', 'include'])}(if: ${pick(random, ['$yes', '$no', 'true', 'false'])})`;
  };
  const selectionOf = (type: GraphQLObjectType | GraphQLInterfaceType, depth: number): string => {
    const fields: GraphQLField<unknown, unknown>[] = Object.values(type.getFields());
    const usable = fields.filter(
      (field) => !field.args.some(isRequiredArgument) && !except.has(`${type.name}.${field.name}`),
    );
    const count = 1 + Math.floor(random() * 6);
    const picked = Array.from({ length: count }, () => fieldText(type, pick(random, usable), depth));
    const inner = ['__typename', ...picked].filter((text) => text !== '').join(' ');
    if (isInterfaceType(type) && chance(0.5)) {
      const one = pick(random, schema.getPossibleTypes(type));
      return `${inner} ... on ${one.name} { ${selectionOf(one, depth)} }`;
    }
    if (chance(0.8)) return inner;
    if (chance(0.5)) return `... on ${type.name}${condition()} { ${inner} }`;
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${type.name} { ${inner} }`);
    return `...${name} ...${name}${condition()}`;
  };
  const fieldText = (
    type: GraphQLObjectType | GraphQLInterfaceType,
    field: GraphQLField<unknown, unknown>,
    depth: number,
  ): string => {
    const named = getNamedType(field.type);
    const isPage = field.args.some(({ name }) => name === 'first');
    // Without an alias of its own, a page could not be merged with another of other arguments.
    const alias = isPage || isInterfaceType(type) || chance(0.2) ? `a${Math.floor(random() * 1e9)}: ` : '';
    if (isLeafType(named)) return `${alias}${field.name}${condition()}`;
    if (isUnionType(named)) return '';
    if (!isObjectType(named) && !isInterfaceType(named)) return '';
    const isPartOfPage = ['edges', 'node', 'nodes', 'pageInfo'].includes(field.name);
    if (depth === 0 && !isPartOfPage) return '';
    const below = selectionOf(named, isPartOfPage ? depth : depth - 1);
    return `${alias}${field.name}${isPage ? pageArguments() : ''}${condition()} { ${below} }`;
  };

  const order = schema.getType('Order') as GraphQLObjectType;
  const connection = schema.getType('OrderConnection') as GraphQLObjectType;
  const root = () => {
    if (chance(0.5)) {
      const by = chance(0.5) ? 'id: $id' : 'number: $number';
      variables[by.split(':')[0] as string] = by.startsWith('id') ? pick(random, ids) : pick(random, numbers);
      return `order(${by}) { ${selectionOf(order, maxDepth)} }`;
    }
    const statuses = chance(0.3) ? `, statuses: [${pick(random, orderStatuses)} ${pick(random, orderStatuses)}]` : '';
    const needsAttention = chance(0.2) ? `, needsAttention: ${chance(0.5)}` : '';
    const role = chance(0.2) ? `, role: ${pick(random, ['ADVERTISER', 'SELLER', 'OPERATOR'])}` : '';
    const page = `${chance(0.5) ? 'first' : 'last'}: ${chance(0.5) ? '$size' : 1 + Math.floor(random() * 5)}`;
    return `orders(${page}, filter: { ${[statuses, needsAttention, role].join('').replace(/^, /, '')} }) { ${selectionOf(connection, maxDepth)} }`;
  };
  const body = root();
  const text = `query ($id: ID, $number: Int, $size: Int, $yes: Boolean!, $no: Boolean!) { ${body} a: __typename } ${fragments.join(' ')}`;
  return { text, variables };
}
