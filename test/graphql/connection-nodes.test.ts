/** The two ways to read the nodes of a connection, `nodes` and `edges { node }`: equal in content and in cost. */
import {
  type GraphQLField,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  Kind,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { operationCost } from '../../src/graphql/documents.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { schema } from '../../src/schema.ts';
import { freshSlug, ownAd } from '../support/ads.ts';
import type { Data } from '../support/client.ts';
import type { TestOrder } from '../support/factory.ts';
import { change, createPartner } from '../support/partner.ts';
import { everythingOf } from '../support/seed-all.ts';
import { useServer } from '../support/use-server.ts';

const { factory } = useServer();
let order: TestOrder;

/** Selects the nodes of a connection in one of the two ways. */
type Form = (selection: string) => string;
const asNodes: Form = (selection) => `nodes { ${selection} }`;
const asEdges: Form = (selection) => `edges { node { ${selection} } }`;

type AnyField = GraphQLField<unknown, unknown>;
/** The field of each type that gives a connection, with the name of the node type. */
const connections = Object.values(schema.getTypeMap()).flatMap((parent) =>
  isObjectType(parent) || isInterfaceType(parent)
    ? Object.values<AnyField>(parent.getFields()).flatMap((field) => {
        const type = getNamedType(field.type);
        if (!type.name.endsWith('Connection') || !isObjectType(type)) return [];
        const nodes = type.getFields()['nodes'];
        return [{ parent, field, nodeType: nodes && getNamedType(nodes.type).name }];
      })
    : [],
);

beforeAll(async () => {
  order = await factory.createOrder({ status: 'COMPLETED' });
  await factory.createOrder({ seller: order.seller, advertiser: order.advertiser });
  await ownAd(order.seller);
  await change(order.seller, 'createPlacement', { name: 'A place', slug: freshSlug(), kind: 'SINGLE' });
  await createPartner(factory, { owner: order.seller });
  const input = { orderId: order.id, text: 'Hello.' };
  for (const person of [order.seller, order.advertiser]) await change(person, 'sendMessage', input);
});

test('every connection has the field nodes', () => {
  const withoutNodes = connections.filter(({ nodeType }) => nodeType === undefined);

  expect(connections.length).toBeGreaterThan(10);
  expect(withoutNodes.map(({ parent, field }) => `${parent.name}.${field.name}`)).toEqual([]);
});

test.each(connections.map((connection) => [`${connection.parent.name}.${connection.field.name}`, connection] as const))(
  'the nodes of %s cost as much as its edges',
  (_name, { parent, field, nodeType }) => {
    const costs = [asNodes, asEdges].map((form) => {
      const page = callOf(field, 'first: 7', form(everythingOf(nodeType ?? '', 0)));
      return costOf(parent.name === 'Query' ? `{ ${page} }` : queryFor(parent.name, page));
    });

    expect(costs[0]).toBeGreaterThan(7);
    expect(costs[0]).toBe(costs[1]);
  },
);

/** A query that reads `selection` of an object of this type: through the root field that returns it, by its id, or through its owner. */
function queryFor(typeName: string, selection: string): string {
  const roots = Object.values<AnyField>(schema.getQueryType()?.getFields() ?? {});
  const root = roots.find(({ type }) => getNamedType(type).name === typeName);
  if (root) return `{ ${callOf(root, '', selection)} }`;
  const type = schema.getType(typeName);
  const isNode = isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
  const owner = isNode ? undefined : fieldsOfNodes.find(({ field }) => getNamedType(field.type).name === typeName);
  return owner
    ? queryFor(owner.parent.name, callOf(owner.field, '', selection))
    : `{ node(id: "x") { ... on ${typeName} { ${selection} } } }`;
}

/** The fields of the objects that have ids. */
const fieldsOfNodes = Object.values(schema.getTypeMap()).flatMap((parent) =>
  isObjectType(parent) && parent.getInterfaces().some(({ name }) => name === 'Node')
    ? Object.values<AnyField>(parent.getFields()).map((field) => ({ parent, field }))
    : [],
);

/** A selection of this field, with a text for each required argument. */
function callOf(field: AnyField, argument: string, selection: string): string {
  const required = field.args.filter(isRequiredArgument).map(({ name }) => `${name}: "x"`);
  const all = [argument, ...required].filter((text) => text !== '').join(', ');
  return `${field.name}${all ? `(${all})` : ''} { ${selection} }`;
}

function costOf(text: string): number {
  const document = parse(text);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation?.operation !== OperationTypeNode.QUERY) throw new Error(`This is not a query: ${text}`);
  expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  return operationCost({ schema, document, operation, variables: {} });
}

const documents: Record<string, (form: Form) => string> = {
  ads: (form) => `{ ads(first: 3) { ${form(everythingOf('Ad', 1))} } }`,
  applications: (form) => `{ applications { ${form(everythingOf('Application', 1))} } }`,
  orders: (form) => `{ orders(first: 3) { ${form(everythingOf('Order', 1, ['timeline', 'messages', 'offers']))} } }`,
  placements: (form) => `{ placements { ${form(everythingOf('Placement', 1))} } }`,
  spaces: (form) => `{ spaces(first: 3) { ${form(everythingOf('Space', 1, ['reservations']))} } }`,
  'inbox.orders': (form) => `{ inbox { orders(first: 3) { ${form('number unreadCount seller { name }')} } } }`,
  'inbox.entries': (form) => `{ inbox { entries(last: 9) { ${form(everythingOf('TimelineEntry', 0))} } } }`,
  'orders.messages': (form) =>
    `{ orders(first: 3) { ${form(`messages(last: 5) { ${form(everythingOf('Message', 0))} }`)} } }`,
  'orders.timeline': (form) =>
    `{ orders(first: 3) { ${form(`timeline(last: 5) { ${form('number type actor { name } message { text }')} }`)} } }`,
  'sellerProfile.spaces': (form) =>
    `query ($seller: ID!) { sellerProfile(accountId: $seller) { spaces { ${form(everythingOf('Space', 1, ['reservations']))} } } }`,
};

test.each(Object.entries(documents))('the nodes of %s are the nodes of its edges', async (_name, document) => {
  const variables = { seller: toGlobalId('Account', order.seller.accountId) };

  const nodes = await order.seller.ask(document(asNodes), variables);
  const edges = await order.seller.ask(document(asEdges), variables);

  expect(JSON.stringify(nodes)).toMatch(/"nodes":\[\{/);
  expect(nodes).toEqual(withNodes(edges));
});

test('a page that is read from its end has its nodes in the order of its edges', async () => {
  const query =
    'query ($id: ID!) { order(id: $id) { timeline(last: 4) { nodes { number } edges { node { number } } } } }';

  const { timeline } = (await order.seller.ask(query, { id: order.id })).order;

  expect(timeline.nodes).toHaveLength(4);
  expect(timeline.nodes).toEqual(timeline.edges.map(({ node }: Data) => node));
});

/** The answer with `nodes` in the place of `edges { node }`. */
function withNodes(value: Data): Data {
  if (Array.isArray(value)) return value.map(withNodes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries<Data>(value).map(([name, part]) =>
      name === 'edges' ? ['nodes', part.map(({ node }: Data) => withNodes(node))] : [name, withNodes(part)],
    ),
  );
}
