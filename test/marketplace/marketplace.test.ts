/** The settings of the marketplace: their readers, their changes by operators, and their rules. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { marketplaceId } from '../../src/services/marketplace-settings.ts';
import { tuning } from '../../src/tuning.ts';
import { apiClient } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { readSettings, updateSettings } from '../support/marketplace.ts';
import { createPartner, idOf, register, wires } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

const { server, second, factory } = useServer({ instances: 2 });
let operator: TestPerson;

beforeAll(async () => {
  operator = await factory.createOperator();
});
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const onSecond = (person: TestPerson) => apiClient(second.url, person.sessionToken);
const fieldsOf = (refusal: { problems?: { field: string }[] }) => refusal.problems?.map(({ field }) => field);

test('a new marketplace has settings that everyone reads without signing in', async () => {
  expect(await readSettings(apiClient(server.url))).toEqual({
    name: 'Placard',
    logo: null,
    primaryColor: '#1f4fd8',
    primaryTextColor: '#ffffff',
    contactEmail: null,
    privacyUrl: null,
    languages: ['EN', 'DE'],
    currencies: null,
    signUp: 'OPEN',
    terms: null,
    senderName: null,
    senderAddress: null,
    feeBasisPoints: null,
    revision: null,
  });
});

test('the sender, the fee and the revision are read by operators only', async () => {
  await updateSettings(operator, { senderName: 'Orders', senderAddress: 'orders@market.example', feeBasisPoints: 250 });
  const secrets = '{ marketplace { name senderName senderAddress feeBasisPoints revision } }';
  const nothing = { senderName: null, senderAddress: null, feeBasisPoints: null, revision: null };

  const party = await factory.createPerson();
  const partner = await createPartner(factory, { owner: operator });
  await register(partner, [secrets]);
  const byApplication = await wires.POST(server, partner.key, { documentId: idOf(secrets) });
  for (const settings of [await party.ask(secrets), await apiClient(server.url).ask(secrets), byApplication.data])
    expect(settings.marketplace).toMatchObject(nothing);

  const reader = await factory.createMember(operator, 'VIEWER');
  for (const who of [operator, reader])
    expect((await who.ask(secrets)).marketplace).toMatchObject({
      senderName: 'Orders',
      senderAddress: 'orders@market.example',
      feeBasisPoints: 250,
    });
});

test('the marketplace is a node, for everyone', async () => {
  const { node, marketplace } = await apiClient(server.url).ask(
    'query ($id: ID!) { node(id: $id) { id ... on Marketplace { name } } marketplace { id name } }',
    { id: toGlobalId('Marketplace', marketplaceId) },
  );

  expect(node).toEqual(marketplace);
});

test('a change is seen by the next request here, and within a second on other instances', async () => {
  const elsewhere = apiClient(second.url);
  await readSettings(elsewhere);
  const before = await readSettings(operator);
  expect(before.name).not.toBe('Harbour Ads');

  const changed = await updateSettings(operator, {
    ...{ name: 'Harbour Ads', primaryColor: '#FFD400', contactEmail: ' Help@Market.example ' },
    ...{ languages: ['DE', 'DE'], currencies: ['EUR', 'JPY', 'EUR'], privacyUrl: 'https://market.example/privacy' },
  });

  expect(changed).toMatchObject({
    __typename: 'Marketplace',
    ...{ name: 'Harbour Ads', primaryColor: '#ffd400', primaryTextColor: '#000000' },
    ...{ contactEmail: 'help@market.example', languages: ['DE'], currencies: ['EUR', 'JPY'] },
    ...{ privacyUrl: 'https://market.example/privacy', revision: before.revision + 1 },
  });
  expect((await readSettings(apiClient(server.url))).name).toBe('Harbour Ads');
  expect((await readSettings(onSecond(operator))).name).toBe('Harbour Ads');
  await eventually(async () => expect((await readSettings(elsewhere)).name).toBe('Harbour Ads'));
});

test('a change whose notification is lost is seen when the cached settings expire', async () => {
  const elsewhere = apiClient(second.url);
  await readSettings(elsewhere);
  await server.app.db.marketplace.update({ where: { id: marketplaceId }, data: { name: 'Silent Ads' } });

  server.clock.advance({ ms: tuning.marketplace.cacheTtlMs });

  expect((await readSettings(elsewhere)).name).toBe('Silent Ads');
});

test('null clears what is optional, and allows every currency', async () => {
  await updateSettings(operator, { contactEmail: 'help@market.example', senderName: 'A', currencies: ['EUR'] });

  expect(
    await updateSettings(operator, { contactEmail: null, senderName: null, privacyUrl: null, currencies: null }),
  ).toMatchObject({ contactEmail: null, senderName: null, privacyUrl: null, currencies: null });
});

describe('An update', () => {
  test('that expects an older revision changes nothing, and the refusal has the current one', async () => {
    const { revision } = await updateSettings(operator, { name: 'First' });
    await updateSettings(operator, { name: 'Second' });

    expect(await updateSettings(operator, { name: 'Third', expectedRevision: revision })).toMatchObject({
      __typename: 'MarketplaceChanged',
      code: 'MARKETPLACE_CHANGED',
      currentRevision: revision + 1,
    });
    expect((await readSettings(operator)).name).toBe('Second');
  });

  test('of two operators at the same time succeeds once', async () => {
    const colleague = await factory.createOperator();
    for (let round = 0; round < 5; round += 1) {
      const { revision: expectedRevision } = await updateSettings(operator, { name: `Round ${round}` });

      const results = await Promise.all([
        updateSettings(operator, { name: 'Mine', expectedRevision }),
        updateSettings(onSecond(colleague), { contactEmail: `round${round}@market.example`, expectedRevision }),
      ]);

      expect(results.map(({ __typename }) => __typename).sort()).toEqual(['Marketplace', 'MarketplaceChanged']);
      const { revision } = await server.app.db.marketplace.findUniqueOrThrow({ where: { id: marketplaceId } });
      expect(revision).toBe(expectedRevision + 1);
    }
  });

  test('with the same idempotency key is done once, although the revision has changed', async () => {
    const { revision: expectedRevision } = await updateSettings(operator, { name: 'Before' });
    const input = { name: 'After', expectedRevision, idempotencyKey: 'rename' };

    const results = [await updateSettings(operator, input), await updateSettings(operator, input)];

    expect(results.map(({ name, revision }) => [name, revision])).toEqual([
      ['After', expectedRevision + 1],
      ['After', expectedRevision + 1],
    ]);
    expect(await updateSettings(operator, { ...input, name: 'Other' })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  test('is in the audit log with the old and the new values; one that changes nothing is not', async () => {
    const { revision } = await updateSettings(operator, { name: 'Old name', feeBasisPoints: 100 });
    await updateSettings(operator, { name: 'New name', feeBasisPoints: 100 });
    await updateSettings(operator, { name: 'New name' });

    const { auditLog } = await operator.ask(
      'query ($id: ID!) { auditLog(first: 2, subjectId: $id) { nodes { action details person { id } } } }',
      { id: toGlobalId('Marketplace', marketplaceId) },
    );

    const [newest, earlier] = auditLog.nodes;
    expect(newest).toMatchObject({
      action: 'MARKETPLACE_UPDATED',
      person: { id: toGlobalId('Person', operator.personId) },
    });
    expect(JSON.parse(newest.details)).toEqual({
      revision: revision + 1,
      from: { name: 'Old name' },
      to: { name: 'New name' },
    });
    expect(JSON.parse(earlier.details)).toMatchObject({ revision });
    expect((await readSettings(operator)).revision).toBe(revision + 1);
  });
});

const long = (length: number) => 'x'.repeat(length);
const { nameCharacters, urlCharacters } = limits.marketplace;

test.each<[string, unknown]>([
  ['name', ''],
  ['name', '  \n '],
  ['name', null],
  ['name', long(nameCharacters + 1)],
  ['name', 'A\r\nBcc: someone@people.example'],
  ['primaryColor', null],
  ['primaryColor', 'blue'],
  ['primaryColor', '#12345'],
  ['primaryColor', '#12345g'],
  ['primaryColor', '#fff;background:url(https://evil.example)'],
  ['primaryColor', `#${long(10_000)}`],
  ['senderName', 'Orders\nBcc: someone@people.example'],
  ['senderName', long(nameCharacters + 1)],
  ['senderAddress', 'orders'],
  ['senderAddress', 'Orders <orders@market.example>'],
  ['senderAddress', 'orders@market.example, more@market.example'],
  ['contactEmail', 'help@'],
  ['contactEmail', `${long(300)}@market.example`],
  ['termsUrl', 'javascript:alert(1)'],
  ['termsUrl', 'market.example/terms'],
  ['termsUrl', 'https://ada:secret@market.example/terms'],
  ['termsUrl', 'https://market.example/terms\nand more'],
  ['termsUrl', `https://market.example/${long(urlCharacters)}`],
  ['privacyUrl', 'data:text/html,hello'],
  ['privacyUrl', 'https://market.example\tprivacy'],
  ['languages', []],
  ['languages', null],
  ['currencies', []],
  ['feeBasisPoints', -1],
  ['feeBasisPoints', limits.marketplace.feeBasisPoints + 1],
  ['feeBasisPoints', null],
  ['signUp', null],
])('the setting %s cannot be %j', async (field, value) => {
  const { revision } = await readSettings(operator);

  const refused = await updateSettings(operator, { [field]: value });

  expect(fieldsOf(refused)).toEqual([field]);
  expect((await readSettings(operator)).revision).toBe(revision);
});

test('a currency or a language that does not exist is not accepted', async () => {
  for (const field of [{ currencies: ['EURO'] }, { languages: ['FR'] }, { feeBasisPoints: 2.5 }, { name: { a: 1 } }]) {
    const { errors } = await operator.send(
      'mutation ($input: UpdateMarketplaceInput!) { updateMarketplace(input: $input) { __typename } }',
      { input: { expectedRevision: 1, ...field } },
    );
    expect(errors).toHaveLength(1);
  }
});

test('all problems of an update are reported together', async () => {
  expect(
    fieldsOf(await updateSettings(operator, { name: '', senderAddress: 'x', contactEmail: 'y', feeBasisPoints: -1 })),
  ).toEqual(['name', 'feeBasisPoints', 'senderAddress', 'contactEmail']);
});

describe('The terms', () => {
  test('have a new version with each address, and when an operator says that the text has changed', async () => {
    const start = (await readSettings(operator)).terms?.version ?? 0;
    const first = await updateSettings(operator, { termsUrl: 'https://market.example/terms' });
    const same = await updateSettings(operator, { termsUrl: 'https://market.example/terms', name: 'Another name' });
    const revised = await updateSettings(operator, { newTermsVersion: true });
    const moved = await updateSettings(operator, { termsUrl: 'https://market.example/agb' });

    expect([first, same, revised, moved].map(({ terms }) => terms.version - start)).toEqual([1, 1, 2, 3]);
    expect(moved.terms).toMatchObject({ url: 'https://market.example/agb', publishedAt: expect.any(String) });
    expect(same.terms.publishedAt).toBe(first.terms.publishedAt);
    expect(revised.terms.publishedAt > first.terms.publishedAt).toBe(true);
  });

  test('can be ended; terms that follow have the next version', async () => {
    const { terms } = await updateSettings(operator, { termsUrl: 'https://market.example/terms' });

    expect((await updateSettings(operator, { termsUrl: null })).terms).toBeNull();
    expect(fieldsOf(await updateSettings(operator, { newTermsVersion: true }))).toEqual(['newTermsVersion']);
    expect((await updateSettings(operator, { termsUrl: 'https://market.example/terms' })).terms.version).toBe(
      terms.version + 1,
    );
  });
});

test('the database holds one row of settings', async () => {
  await expect(
    server.app.db.marketplace.create({ data: { id: '00000000-0000-7000-8000-000000000002' } }),
  ).rejects.toThrow('marketplace_is_one_row');
});
