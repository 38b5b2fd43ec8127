/** Closing accounts, deleting people, and the export of personal data. */
import { beforeAll, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { createHouseAd, createPlacement, freshSlug, publish } from '../support/ads.ts';
import { apiClient, type Data } from '../support/client.ts';
import { type TestPerson, takeStepAs } from '../support/factory.ts';
import { change, codesOf, createPartner, idOf, wires } from '../support/partner.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

const { server, second, factory } = useServer({ instances: 2 });
let stranger: TestPerson;

beforeAll(async () => {
  stranger = await factory.createPerson();
});

const accountIdOf = ({ accountId }: { accountId: string }) => toGlobalId('Account', accountId);
const onSecond = (person: TestPerson) => ({ ...person, ...apiClient(second.url, person.sessionToken) });
const close = (who: TestPerson, account: { accountId: string } = who) =>
  change(
    who,
    'closeAccount',
    { accountId: accountIdOf(account) },
    '... on Account { name closedAt } ... on OpenOrders { orderNumbers hasMore }',
  );
const remove = (who: TestPerson, confirmation = who.email) => change(who, 'deletePerson', { confirmation });
const join = (person: TestPerson, { accountId }: TestPerson, role: 'OWNER' | 'MEMBER' | 'VIEWER') =>
  server.app.db.membership.create({
    data: { personId: person.personId, accountId, role, createdAt: server.clock.now() },
  });
const placeInput = (option: string) => ({ priceOptionIds: [option], brief: 'An ad', paymentMethod: 'CASH' });

describe('An account', () => {
  test('is closed by its owner, and others read a replaced name', async () => {
    const order = await factory.createOrder();
    await takeStepAs(order.advertiser, order, 'cancelOrder');

    const closed = await close(order.seller);

    expect(closed).toMatchObject({ __typename: 'Account', name: 'Closed account' });
    const read = 'query ($id: ID!) { order(id: $id) { brief seller { name contactEmail } } }';
    expect((await order.advertiser.ask(read, { id: order.id })).order).toEqual({
      brief: 'An ad for tea.',
      seller: { name: 'Closed account', contactEmail: null },
    });
    expect((await order.seller.ask(read, { id: order.id })).order).toBeNull();
    const account = await server.app.db.account.findUniqueOrThrow({ where: { id: order.seller.accountId } });
    expect(account).toMatchObject({ contactEmail: '', paymentInstructions: null });
  });

  test('with open orders is not closed, and the refusal has their numbers', async () => {
    const order = await factory.createOrder();

    for (const who of [order.seller, order.advertiser])
      expect(await close(who)).toMatchObject({
        __typename: 'OpenOrders',
        code: 'OPEN_ORDERS',
        orderNumbers: [order.number],
        hasMore: false,
      });
  });

  test('is closed by no one but an owner', async () => {
    const owner = await factory.createPerson();
    for (const role of ['MEMBER', 'VIEWER'] as const) {
      const person = await factory.createPerson();
      await join(person, owner, role);
      expect(await close(person, owner)).toMatchObject({ code: 'MEMBERSHIP_ROLE_INSUFFICIENT' });
    }
    expect(await close(stranger, owner)).toMatchObject({ code: 'ACCOUNT_MISSING' });
    expect(await close(stranger, { accountId: '0' })).toMatchObject({ code: 'ACCOUNT_MISSING' });
    expect((await close(apiClient(server.url) as TestPerson, owner)).__typename).toBe('NotSignedIn');
    const operator = await factory.createOperator();
    expect(await close(operator, owner)).toMatchObject({ code: 'ACCOUNT_MISSING' });
    expect((await close(operator)).__typename).toBe('InputInvalid');
  });

  test('that is closed ends its streams and its keys, and its spaces and ads are not offered', async () => {
    const owner = await factory.createPerson();
    const option = await factory.createPriceOption(owner);
    const partner = await createPartner(factory, { owner });
    const slug = freshSlug();
    const placementId = await createPlacement(owner, 'SINGLE', slug);
    await publish(owner, await createHouseAd(owner), placementId);
    const served = async () =>
      (await fetch(`${server.url}/p/${slug}`, { headers: { accept: 'application/json' } })).text();
    expect(await served()).toContain('/f/');
    const { inbox } = await owner.ask('{ inbox { cursor } }');
    const order = await factory.createOrder({ seller: owner });
    const stream = onSecond(owner).follow('subscription ($after: String) { inbox(after: $after) { __typename } }', {
      after: inbox.cursor,
    });
    await stream.next();
    await takeStepAs(order.advertiser, order, 'cancelOrder');

    expect((await close(owner)).__typename).toBe('Account');

    await stream.ended;
    const answer = await apiClient(server.url, partner.key).send('{ viewer { id } }');
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('KEY_INVALID');
    expect((await change(stranger, 'placeOrder', placeInput(option))).__typename).toBe('InputInvalid');
    await eventually(async () => expect(await served()).not.toContain('/f/'));
    expect(await server.app.db.placementEntry.count({ where: { placement: { slug } } })).toBe(0);
  });

  test('is never closed with an order that is placed at the same time on another instance', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [seller, buyer] = [await factory.createPerson(), await factory.createPerson()];
      const option = await factory.createPriceOption(seller);
      const closing = round % 2 === 0 ? seller : buyer;

      const [closed, placed] = await Promise.all([
        close(onSecond(closing)),
        change(buyer, 'placeOrder', placeInput(option)),
      ]);

      expect([closed.__typename === 'Account', placed.__typename === 'Order'].filter(Boolean)).toHaveLength(1);
      expect(await server.app.db.order.count({ where: { sellerId: seller.accountId } })).toBe(
        placed.__typename === 'Order' ? 1 : 0,
      );
    }
  });

  test('is closed once by two owners on two instances', async () => {
    const [owner, other] = [await factory.createPerson(), await factory.createPerson()];
    await join(other, owner, 'OWNER');

    const results = await Promise.all([close(owner), close(onSecond(other), owner)]);

    expect(results.map(({ __typename }) => __typename)).toContain('Account');
    expect(await server.app.db.membership.count({ where: { accountId: owner.accountId } })).toBe(0);
  });
});

describe('A person', () => {
  test('is deleted with the own account, and the address is free', async () => {
    const person = await factory.createPerson();

    expect(await remove(person)).toMatchObject({ __typename: 'PersonDeleted' });

    const row = await server.app.db.person.findUniqueOrThrow({ where: { id: person.personId } });
    expect(row).toMatchObject({ email: null, name: 'Deleted person' });
    expect((await person.send('{ me { id } }')).errors?.[0]?.extensions?.['code']).toBe('SESSION_ENDED');
    const account = await server.app.db.account.findUniqueOrThrow({ where: { id: person.accountId } });
    expect(account.closedAt).not.toBeNull();
    expect(await server.app.db.email.count({ where: { address: person.email } })).toBe(0);
  });

  test('is not deleted without the own address as a confirmation', async () => {
    const person = await factory.createPerson();

    for (const confirmation of ['', 'yes', stranger.email, `${person.email}x`])
      expect((await remove(person, confirmation)).__typename).toBe('InputInvalid');
    expect((await remove(person, ` ${person.email.toUpperCase()} `)).__typename).toBe('PersonDeleted');
  });

  test('who is the last owner of an account that is needed is not deleted', async () => {
    const order = await factory.createOrder();
    expect(await remove(order.seller)).toMatchObject({
      code: 'LAST_OWNER',
      message: expect.stringContaining(order.seller.name),
    });
    const [owner, member] = [await factory.createPerson(), await factory.createPerson()];
    await join(member, owner, 'MEMBER');
    expect(await remove(owner)).toMatchObject({ code: 'LAST_OWNER' });
    expect((await remove(member)).__typename).toBe('PersonDeleted');
    expect((await remove(owner)).__typename).toBe('PersonDeleted');
  });

  test('who owns an account with another owner is deleted, and the account stays', async () => {
    const [owner, other] = [await factory.createPerson(), await factory.createPerson()];
    await join(other, owner, 'OWNER');

    const results = await Promise.all([remove(owner), remove(onSecond(other))]);

    expect(results.map(({ __typename }) => __typename)).toEqual(['PersonDeleted', 'PersonDeleted']);
    const account = await server.app.db.account.findUniqueOrThrow({ where: { id: owner.accountId } });
    expect(account.closedAt).not.toBeNull();
    expect(await server.app.db.membership.count({ where: { accountId: owner.accountId } })).toBe(0);
  });

  test('is never deleted with an order that is placed at the same time on another instance', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [seller, buyer] = [await factory.createPerson(), await factory.createPerson()];
      const option = await factory.createPriceOption(seller);

      const [removed, placed] = await Promise.all([
        remove(onSecond(seller)),
        change(buyer, 'placeOrder', placeInput(option)),
      ]);

      expect([removed.__typename === 'PersonDeleted', placed.__typename === 'Order'].filter(Boolean)).toHaveLength(1);
    }
  });

  test('who is deleted while an operator adds the person has no rights left', async () => {
    const operator = await factory.createOperator();
    for (let round = 0; round < 4; round += 1) {
      const person = await factory.createPerson();

      await Promise.all([remove(person), change(onSecond(operator), 'addOperator', { email: person.email })]);

      const where = { person: { id: person.personId, deletedAt: { not: null } } };
      expect(await server.app.db.membership.count({ where })).toBe(0);
    }
  });

  test('who is deleted keeps the entries on timelines', async () => {
    const order = await factory.createOrder();
    await takeStepAs(order.advertiser, order, 'cancelOrder');
    const where = { personId: order.advertiser.personId };
    const before = await server.app.db.logEntry.count({ where });

    expect((await remove(order.advertiser)).__typename).toBe('PersonDeleted');

    expect(before).toBe(2);
    expect(await server.app.db.logEntry.count({ where })).toBe(before);
    const { order: read } = await order.seller.ask('query ($id: ID!) { order(id: $id) { advertiser { name } } }', {
      id: order.id,
    });
    expect(read.advertiser.name).toBe('Closed account');
  });
});

/** Operations that only people have, each with an input. */
const forPeople: Record<string, () => Record<string, unknown>> = {
  closeAccount: () => ({ accountId: accountIdOf(stranger) }),
  deletePerson: () => ({ confirmation: stranger.email }),
};

test.each(Object.entries(forPeople))('%s is refused to everyone but a person', async (mutation, inputFor) => {
  const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const text = `mutation ($input: ${name}!) { ${mutation}(input: $input) { __typename ... on Refusal { code } } }`;
  const exporting = '{ exportPersonalData { document } }';
  const partner = await createPartner(factory, { documents: [text, exporting] });
  const variables = { input: inputFor() };

  const byApplication = await wires.POST(server, partner.key, { documentId: idOf(text), variables });
  const byAnonymous = await apiClient(server.url).ask(text, variables);

  expect(byApplication.data[mutation]).toMatchObject({ code: 'SCOPE_MISSING' });
  expect(byAnonymous[mutation]).toMatchObject({ code: 'NOT_SIGNED_IN' });
  const exported = await wires.POST(server, partner.key, { documentId: idOf(exporting) });
  expect(codesOf(exported)).toEqual(['SCOPE_MISSING']);
  expect((await stranger.ask('{ me { id } }')).me).not.toBeNull();
});

describe('The export of personal data', () => {
  const query = 'query ($after: String) { exportPersonalData(after: $after) { document endCursor } }';
  /** Reads all pages. */
  async function readAll(who: TestPerson): Promise<{ pages: number; records: Data }> {
    const records: Record<string, unknown[]> = {};
    let after: string | null = null;
    for (let pages = 1; ; pages += 1) {
      const { exportPersonalData: page }: Data = await who.ask(query, { after });
      const document: Record<string, unknown[]> = JSON.parse(page.document);
      expect(Object.values(document).flat().length).toBeLessThanOrEqual(limits.personalDataRecords);
      for (const [name, list] of Object.entries(document)) records[name] = [...(records[name] ?? []), ...list];
      after = page.endCursor;
      if (after === null) return { pages, records };
    }
  }

  test('has everything of the person once, in pages', async () => {
    const order = await factory.createOrder();
    for (let count = 0; count < limits.personalDataRecords; count += 1)
      await change(order.seller, 'sendMessage', { orderId: order.id, text: `Message ${count}` });

    const { pages, records } = await readAll(order.seller);

    expect(pages).toBe(2);
    expect(records.profile).toEqual([expect.objectContaining({ email: order.seller.email })]);
    expect(records.memberships).toEqual([expect.objectContaining({ role: 'OWNER' })]);
    expect(records.sessions).toHaveLength(1);
    const texts = records.entries.flatMap(({ message }: Data) => message?.text ?? []);
    expect(new Set(texts).size).toBe(limits.personalDataRecords);
    expect(texts).toHaveLength(limits.personalDataRecords);
    expect(JSON.stringify(records)).not.toContain(order.advertiser.email);
    expect(JSON.stringify(records)).not.toMatch(/hash"/i);
  });

  test('is refused to everyone else, and for cursors of other lists', async () => {
    const answers = [
      await apiClient(server.url).send(query),
      await stranger.send(query, { after: 'nonsense' }),
      await stranger.send(query, { after: Buffer.from('pd:99:x:0').toString('base64url') }),
    ];

    expect(answers.map(({ errors }) => errors?.[0]?.extensions?.['code'])).toEqual([
      'NOT_SIGNED_IN',
      'CURSOR_MALFORMED',
      'CURSOR_MALFORMED',
    ]);
  });
});
