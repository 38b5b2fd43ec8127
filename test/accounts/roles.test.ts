/** Roles in an account: a VIEWER reads everything and changes nothing. The list of mutations comes from the schema. */
import { getNamedType, isUnionType } from 'graphql';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import type { Data } from '../support/client.ts';
import type { TestOrder, TestPerson } from '../support/factory.ts';
import { mutations, type SampledMutation } from '../support/mutations.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
let order: TestOrder;
let reader: TestPerson;
let operatorReader: TestPerson;
let memberElsewhere: TestPerson;

beforeAll(async () => {
  order = await factory.createOrder({ status: 'PENDING' });
  reader = await factory.createMember(order.seller, 'VIEWER');
  operatorReader = await factory.createMember(order.operator, 'VIEWER');
  memberElsewhere = await factory.createMember(order.seller, 'VIEWER');
  const { accountId } = await factory.createPerson();
  const { personId } = memberElsewhere;
  const createdAt = server.clock.now();
  await server.app.db.membership.create({ data: { personId, accountId, role: 'MEMBER', createdAt } });
});
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

/** True for the mutations that only operators may call. */
function isForOperators({ result }: SampledMutation): boolean {
  const union = getNamedType(result);
  return isUnionType(union) && union.getTypes().some(({ name }) => name === 'OperatorRequired');
}

/** The mutations that change only what belongs to a person, and need no role in an account. */
const ownMutations = [
  'acceptInvitation',
  'acceptTerms',
  'confirmEmailChange',
  'createAccount',
  'createPushSubscription',
  'deletePerson',
  'deletePushSubscription',
  'leaveAccount',
  'report',
  'requestEmailChange',
  'requestSignInCode',
  'revokeOtherSessions',
  'revokeSession',
  'signIn',
  'signOut',
  'updateNotificationPreferences',
  'updatePerson',
];

const accountIdOf = ({ accountId }: TestPerson) => toGlobalId('Account', accountId);

async function run(
  person: TestPerson,
  { name, inputType }: { name: string; inputType: string },
  input: Record<string, unknown>,
): Promise<Data> {
  const { answer } = await person.ask(
    `mutation ($input: ${inputType}!) { answer: ${name}(input: $input) { __typename ... on Refusal { code message } } }`,
    { input },
  );
  return answer;
}

test.each(mutations.filter(({ name }) => !ownMutations.includes(name)))(
  'a VIEWER is refused $name because of the role',
  async (mutation) => {
    const { input } = mutation;
    const viewer = isForOperators(mutation) ? operatorReader : reader;
    // A refusal to touch another account would hide that of the role.
    const ownInput = 'accountId' in input && viewer === reader ? { ...input, accountId: accountIdOf(viewer) } : input;

    expect(await run(viewer, mutation, ownInput)).toMatchObject({
      __typename: 'AccountRefused',
      code: 'MEMBERSHIP_ROLE_INSUFFICIENT',
    });
  },
);

test('the list of mutations that need no role names existing mutations', () => {
  const names = mutations.map(({ name }) => name);

  expect(ownMutations.filter((name) => !names.includes(name))).toEqual([]);
});

/** Mutations of rows of the account in which the person is a VIEWER, with the ids of such rows. */
const changesOfRows: Record<string, (row: Rows) => Record<string, unknown>> = {
  updatePlacement: ({ placementId }) => ({ placementId, name: 'Renamed' }),
  deletePlacement: ({ placementId }) => ({ placementId }),
  updateAdRenewal: ({ spaceId }) => ({ spaceId, renewsAds: true }),
  updateCreativeRules: ({ spaceId }) => ({ spaceId, kinds: ['HTML'] }),
  updateApplicationScopes: ({ applicationId }) => ({ applicationId, scopes: [] }),
  createApplicationKey: ({ applicationId }) => ({ applicationId }),
  deleteApplication: ({ applicationId }) => ({ applicationId }),
  retireOperations: ({ applicationId }) => ({ applicationId, name: 'a', version: '1' }),
  createApplication: ({ accountId }) => ({ accountId, name: 'Another', scopes: [] }),
  requestFeedback: ({ orderId }) => ({ orderId, question: 'Which one?' }),
  sendMessage: ({ orderId }) => ({ orderId, text: 'Hello.' }),
  markRead: ({ orderId }) => ({ orderId, upTo: 1 }),
  updateTypingStatus: ({ orderId }) => ({ orderId, isTyping: true }),
  rotateSetupLink: ({ orderId }) => ({ orderId }),
};

interface Rows {
  readonly orderId: string;
  readonly placementId: string;
  readonly spaceId: string;
  readonly applicationId: string;
  readonly accountId: string;
}

let rows: Rows;
beforeAll(async () => {
  const { accountId: sellerId } = order.seller;
  const createdAt = server.clock.now();
  const { app } = server;
  const slug = `roles-${sellerId}`.slice(0, 60);
  const placement = await app.db.placement.create({
    data: { sellerId, slug, name: 'A', kind: 'SINGLE', createdAt },
  });
  const space = await app.db.space.findFirstOrThrow({ where: { sellerId } });
  const application = await app.db.application.create({
    data: { accountId: sellerId, name: 'A', scopes: [], createdAt },
  });
  rows = {
    orderId: order.id,
    placementId: toGlobalId('Placement', placement.id),
    spaceId: toGlobalId('Space', space.id),
    applicationId: toGlobalId('Application', application.id),
    accountId: toGlobalId('Account', sellerId),
  };
});

test.each(Object.keys(changesOfRows))(
  'a VIEWER of one account who is a MEMBER of another is refused %s on rows of the first',
  async (name) => {
    const mutation = mutations.find((one) => one.name === name);
    if (!mutation) throw new Error(`There is no mutation ${name}`);

    expect(await run(memberElsewhere, mutation, changesOfRows[name]?.(rows) ?? {})).toMatchObject({
      __typename: 'AccountRefused',
      code: 'MEMBERSHIP_ROLE_INSUFFICIENT',
    });
  },
);

test('a VIEWER of the marketplace who owns another account decides nothing as an operator', async () => {
  const owner = await factory.createPerson();
  const operator = await factory.createOperator();
  const createdAt = server.clock.now();
  await server.app.db.membership.create({
    data: { personId: owner.personId, accountId: operator.accountId, role: 'VIEWER', createdAt },
  });
  const application = await server.app.db.application.create({
    data: { accountId: owner.accountId, name: 'Own', scopes: [], createdAt },
  });
  const refused = { __typename: 'AccountRefused', code: 'MEMBERSHIP_ROLE_INSUFFICIENT' };
  const find = (name: string) => mutations.find((one) => one.name === name) ?? { name, inputType: '' };

  const quota = { applicationId: toGlobalId('Application', application.id), capacity: 1_000_000 };
  expect(await run(owner, find('updateApplicationQuota'), quota)).toMatchObject(refused);
  const decision = { paymentExceptionId: 'x', outcome: 'ACCEPT', note: 'A note.' };
  expect(await run(owner, find('resolvePaymentException'), decision)).toMatchObject(refused);
  const status = { orderId: order.id, status: 'COMPLETED', reason: 'A reason.' };
  expect(await run(owner, find('overrideOrderStatus'), status)).toMatchObject(refused);
  expect(await run(operator, find('updateApplicationQuota'), quota)).toMatchObject({ __typename: 'Application' });
});

test('a VIEWER reads the order, its chat, the members and the private fields of the account', async () => {
  const read = `query ($id: ID!) { order(id: $id) { id brief timeline { nodes { type } } messages { totalCount: __typename } }
    viewer { name contactEmail members { role email person { name } } invitations { email } } orders { nodes { id } } placements { nodes { name } } applications { nodes { name } } }`;

  const data = await reader.ask(read, { id: order.id });

  expect(data).toMatchObject({
    order: { id: order.id },
    viewer: { name: order.seller.name, contactEmail: order.seller.email, invitations: [] },
    orders: { nodes: [{ id: order.id }] },
    placements: { nodes: [{ name: 'A' }] },
    applications: { nodes: [{ name: 'A' }] },
  });
  expect(data.viewer.members.map(({ role }: Data) => role)).toEqual(['OWNER', 'VIEWER', 'VIEWER']);
});
