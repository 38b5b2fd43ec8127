/** Rules that hold for the whole schema, whatever is added to it. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isSpecifiedScalarType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { drawProcess } from '../../src/process/draw.ts';
import { entryTypes } from '../../src/process/entries.ts';
import { entryTypeName } from '../../src/process/names.ts';
import { orderProcess, orderStatuses, orderSteps } from '../../src/process/order.ts';
import { orderSubStatuses } from '../../src/process/sub-statuses.ts';
import { schema } from '../../src/schema.ts';
import { facets } from '../../src/spaces/find-spaces.ts';

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const outputFields = types.flatMap((type) =>
  isObjectType(type) || isInterfaceType(type)
    ? Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, type, field }))
    : [],
);
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

test('schema.graphql, the process page and the typed operations are up to date with the code', async () => {
  const child = spawn(process.execPath, ['scripts/generate.ts', '--check'], { stdio: ['ignore', 'pipe', 'pipe'] });

  const outputs = await Promise.all([text(child.stdout), text(child.stderr)]);

  expect(outputs.join('')).toBe('The generated files are up to date.\n');
});

test('the process page names every state, step, field and mail of the table, and everything that happens without a change of the state', () => {
  const page = drawProcess(orderProcess, { source: 'the table', subStatuses: orderSubStatuses });

  const names = [
    ...orderStatuses,
    ...Object.values(orderSubStatuses).flatMap(({ values }) => Object.keys(values)),
    ...orderSteps.flatMap(([name, row]) => [
      name,
      ...Object.keys(row.input ?? {}),
      ...Object.values(row.mails ?? {})
        .flat()
        .map((mailing) => (typeof mailing === 'string' ? mailing : mailing.mail)),
      ...Object.values(row.reminder?.mails ?? {}),
    ]),
  ];
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test('everything in the schema has a description', () => {
  const silent = types.flatMap((type) => [
    ...(type.description ? [] : [type.name]),
    ...partsOf(type).flatMap(({ name, description }) => (description ? [] : [`${type.name}.${name}`])),
  ]);

  expect(silent).toEqual([]);
});

/** The fields with their arguments, the input fields, or the values of a type. */
function partsOf(type: GraphQLNamedType): { name: string; description?: string | null | undefined }[] {
  if (isEnumType(type)) return [...type.getValues()];
  if (isInputObjectType(type)) return Object.values(type.getFields());
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    field,
    ...field.args.map(({ name, description }) => ({ name: `${field.name}(${name}:)`, description })),
  ]);
}

test.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
  '%s takes one input and returns a result or a refusal',
  (_name, { args, type }) => {
    const [input, ...others] = args;
    const members = membersOf(type);

    expect(others).toEqual([]);
    expect(input?.name).toBe('input');
    expect(isNonNullType(input?.type) && isInputObjectType(input.type.ofType)).toBe(true);
    expect(isNonNullType(type) && isUnionType(type.ofType)).toBe(true);
    expect(members.filter((isRefusal) => isRefusal)).not.toEqual([]);
    expect(members.filter((isRefusal) => !isRefusal)).toHaveLength(1);
  },
);

/** For each type that an answer may have: whether it is a refusal. */
function membersOf(type: GraphQLOutputType): boolean[] {
  const union = getNamedType(type);
  const members = isUnionType(union) ? union.getTypes() : [];
  return members.map((member) => member.getInterfaces().some(({ name }) => name === 'Refusal'));
}

test('one query can select every field of every type of timeline entry', () => {
  const entry = schema.getType('TimelineEntry');
  const entryTypes = isInterfaceType(entry) ? schema.getPossibleTypes(entry) : [];
  // Only fields of one name can conflict. One document with all of them exceeds the budget of the validation.
  const names = new Set(entryTypes.flatMap((type) => Object.keys(type.getFields())));
  const faults = [...names].flatMap((name) => {
    const selections = entryTypes.flatMap((type) => {
      const field = type.getFields()[name];
      return field ? [`... on ${type.name} { ${selectionOf(field)} }`] : [];
    });
    return validate(schema, parse(`{ order(number: 1) { timeline { edges { node { ${selections.join(' ')} } } } } }`));
  });

  expect(entryTypes.length).toBeGreaterThan(orderSteps.length);
  expect(faults.map(({ message }) => message)).toEqual([]);
});

/** A field; if it is an object, with the fields that can be read of it directly. */
function selectionOf({ name, type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return name;
  const inner = isObjectType(named) ? Object.values(named.getFields()) : [];
  const direct = inner.filter((field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument));
  return `${name} { __typename ${direct.map((field) => field.name).join(' ')} }`;
}

/** Lists that need no pages, each with the reason for its limited length. */
const boundedLists: Record<string, string> = {
  'Account.invitations': 'limits.accounts.members',
  'Account.members': 'limits.accounts.members',
  'Account.monthlyResults': 'limits.results.months',
  'AccountMonthlyResults.income': 'the currencies of its payments',
  'AccountStatement.totals': 'the currencies of its payments',
  'Ad.dailyResults': 'limits.results.days',
  'Person.memberships': 'limits.accounts.perPerson',
  'Person.pushSubscriptions': 'limits.push.subscriptionsPerPerson',
  'Ad.actions': 'the steps of the table',
  ...Object.fromEntries(
    ['OrderAction', 'AdAction'].flatMap((type) => [
      [`${type}.fields`, 'the fields of a row of the table'],
      [`${type}.requiresOneOf`, 'the fields of a row of the table'],
    ]),
  ),
  'StepField.options': 'the values of an enum',
  'Application.keys': 'limits.partners.keysPerApplication',
  'Application.webhookEndpoints': 'limits.webhooks.endpointsPerApplication',
  'DaysReserved.reservations': 'limits.availability.namedReservations',
  'DaysUnavailable.spaces': 'limits.itemsPerOrder',
  'DocumentProblem.messages': 'the faults that a document within the limits can have',
  'Marketplace.currencies': 'limits.marketplace.currencies',
  'NotificationPreferences.choices': 'the kinds of notifications',
  'Message.attachments': 'limits.attachmentsPerMessage, and a few of a step',
  'OAuthClient.redirectUris': 'limits.oauth.redirectUris',
  'OpenOrders.orderNumbers': 'limits.accounts.namedOpenOrders',
  'OperationManifest.documents': 'limits.partners.documentsPerManifest',
  'OperationsRefused.problems': 'limits.partners.documentsPerManifest',
  'Order.ads': 'limits.itemsPerOrder: one for each item',
  'InputInvalid.problems': 'the fields of one input',
  'Order.awaitedActions': 'the roles, and the steps of the table',
  'Order.actions': 'the steps of the table',
  'Offer.items': 'limits.itemsPerOrder',
  'Offer.previousItems': 'limits.itemsPerOrder',
  'Order.items': 'limits.itemsPerOrder',
  'Order.ratings': 'one of each party',
  'Order.readMarkers': 'the two parties of an order',
  'Order.nextSteps': 'the steps of the table',
  'Order.payments': 'limits.paymentsPerOrder',
  'Order.creditNotes': 'limits.refundsPerOrder',
  'Order.receipts': 'limits.paymentsPerOrder',
  'Receipt.items': 'limits.itemsPerOrder',
  'Payment.receipts': 'one for each time that it was paid: once, or twice by mistake',
  'Payment.refunds': 'limits.refundsPerOrder',
  'Placement.ads': 'limits.adsPerPlacement',
  'PublicPlacement.ads': 'limits.adsPerPlacement',
  'Query.nodes': 'limits.listArguments',
  'RegisteredDocument.deprecations': 'limits.partners.deprecationsPerDocument',
  'Space.availability': 'limits.availability.rangeDays',
  'UnavailableDays.free': 'limits.availability.namedRanges',
  'UnavailableDays.taken': 'limits.availability.namedRanges',
  'Space.countries': 'limits.spaces.countries',
  'Space.languages': 'limits.spaces.languages',
  'Space.options': 'limits.spaces.optionsPerSpace',
  'Space.pictures': 'limits.spaces.pictures',
  ...Object.fromEntries(facets.map((facet) => [`SpaceFacets.${facet}`, 'limits.spaces.facetValues'])),
  'SpaceIncomplete.missing': 'the parts that a listed space needs',
  ...Object.fromEntries(
    ['deadlines', 'emails', 'fields', 'from', 'to'].map((field) => [
      `ProcessStep.${field}`,
      'the parts of a row of the table',
    ]),
  ),
  'Process.states': 'the states of the table',
  'Process.steps': 'the steps of the table',
  'Process.versions': 'the versions of the table',
  'StepPreview.adChanges': 'the ads of an order, and those that it replaces',
  'StepPreview.deadlineChanges': 'the timed steps of the table',
  'StepPreview.emails': 'the e-mails of a row, for each role',
  'StepPreview.moneyChanges': 'the requests and refunds of one step',
  'WebhookDelivery.attempts': 'limits.webhooks.shownAttempts',
  ...Object.fromEntries(
    ['TimelineEntry', ...entryTypes.map(({ event }) => entryTypeName(event))].flatMap((type) => [
      [`${type}.details`, 'the fields of a row of the table'],
      [`${type}.files`, 'the files of a step or of a message'],
    ]),
  ),
  ...Object.fromEntries(
    entryTypes.flatMap(({ event, input }) =>
      Object.entries(input).flatMap(([name, { kind, maxCount }]) =>
        kind === 'files' ? [[`${entryTypeName(event)}.${name}`, `${maxCount} files`]] : [],
      ),
    ),
  ),
};

test('a list that can grow is a connection', () => {
  // A list of words is as long as there are words; the edges and nodes of a connection are one page.
  const lists = outputFields
    .filter(({ field }) => isListType(getNullableType(field.type)) && !isEnumType(getNamedType(field.type)))
    .filter(({ type, field }) => !(type.name.endsWith('Connection') && ['edges', 'nodes'].includes(field.name)));

  expect(lists.map(({ name }) => name).sort()).toEqual(Object.keys(boundedLists).sort());
});

test('every connection is read in pages, from both ends', () => {
  const connections = outputFields.filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'));

  const unpaged = connections.filter(
    ({ field }) => !['first', 'after', 'last', 'before'].every((name) => field.args.some((arg) => arg.name === name)),
  );

  expect(connections).not.toEqual([]);
  expect(unpaged.map(({ name }) => name)).toEqual([]);
});
