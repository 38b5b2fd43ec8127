/** Spaces as their seller creates, changes, offers and withdraws them. */
import { afterEach, describe, expect, test } from 'vitest';
import { rowIdOf, toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { deleteOldKeys } from '../../src/platform/idempotency-keys.ts';
import { createPlacement, submit, takeOfAd } from '../support/ads.ts';
import { apiClient, type Data } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { errorsIn } from '../support/raw-http.ts';
import {
  changeSpace,
  createListedSpace,
  createOption,
  createSpace,
  optionInput,
  orderOptions,
  spaceInput,
} from '../support/spaces.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });

afterEach(() => expect(errorsIn([...server.logged, ...second.logged])).toEqual([]));

const onSecond = ({ sessionToken }: TestPerson) => apiClient(second.url, sessionToken);
const statusOf = async (seller: TestPerson, id: string): Promise<string> =>
  (await seller.ask('query ($id: ID!) { space(id: $id) { status } }', { id })).space.status;
const fieldsOf = (refusal: Data): string[] => refusal.problems.map(({ field }: Data) => field);

describe('a space', () => {
  test('is created as a draft with all its properties, and is ordered after it was listed', async () => {
    const [seller, advertiser] = [await factory.createPerson(), await factory.createPerson()];
    const properties = {
      title: 'Newsletter sponsor',
      description: 'The first block.',
      kind: 'NEWSLETTER',
      audience: 'People who brew tea.',
      format: { width: 600, words: 60 },
      languages: ['en', 'pt-br'],
      countries: ['de', 'PT'],
      leadTimeDays: 3,
      requirements: 'A logo.',
    };

    const draft = await changeSpace(seller, 'createSpace', properties);
    const incomplete = await changeSpace(seller, 'listSpace', { spaceId: draft.id });
    const optionId = await createOption(seller, draft.id);
    const ordered = [await orderOptions(advertiser, [optionId])];
    const listed = await changeSpace(seller, 'listSpace', { spaceId: draft.id });
    ordered.push(await orderOptions(advertiser, [optionId]));

    expect(draft).toMatchObject({
      ...properties,
      status: 'DRAFT',
      isListed: false,
      format: { width: 600, height: null, words: 60, seconds: null },
      languages: ['en', 'pt-BR'],
      countries: ['DE', 'PT'],
      options: [],
      pictures: [],
    });
    expect(incomplete).toMatchObject({ code: 'SPACE_INCOMPLETE', missing: ['options'] });
    expect(listed).toMatchObject({ status: 'LISTED', isListed: true, options: [{ id: optionId }] });
    expect(ordered.map(({ __typename }) => __typename)).toEqual(['InputInvalid', 'Order']);
  });

  test('keeps the properties that a change omits, and loses those that are null', async () => {
    const seller = await factory.createPerson();
    const spaceId = await createSpace(seller, {
      audience: 'Everyone.',
      requirements: 'A logo.',
      format: { width: 300, height: 250 },
      languages: ['en'],
      leadTimeDays: 2,
    });

    const changed = await changeSpace(seller, 'updateSpace', {
      spaceId,
      title: 'Back page',
      audience: null,
      format: { height: null, words: 20 },
      languages: null,
    });
    const cleared = await changeSpace(seller, 'updateSpace', { spaceId, format: null });

    expect(changed).toMatchObject({
      title: 'Back page',
      description: 'At the top of the page.',
      audience: null,
      requirements: 'A logo.',
      format: { width: 300, height: null, words: 20, seconds: null },
      languages: [],
      leadTimeDays: 2,
    });
    expect(cleared.format).toEqual({ width: null, height: null, words: null, seconds: null });
    expect(await changeSpace(seller, 'updateSpace', { spaceId })).toMatchObject({ title: 'Back page' });
  });

  test('changes its status only as the statuses allow, and never again after it was archived', async () => {
    const seller = await factory.createPerson();
    const { id: spaceId, optionId } = await createListedSpace(seller);
    const take = (mutation: string) => changeSpace(seller, mutation, { spaceId });

    expect(await take('listSpace')).toMatchObject({ status: 'LISTED' });
    expect(await take('unlistSpace')).toMatchObject({ status: 'UNLISTED', isListed: false });
    expect(await take('listSpace')).toMatchObject({ status: 'LISTED' });
    expect(await take('archiveSpace')).toMatchObject({ __typename: 'Space', status: 'ARCHIVED' });
    expect(await take('archiveSpace')).toMatchObject({ __typename: 'Space', status: 'ARCHIVED' });
    const refusals = [
      await take('listSpace'),
      await take('unlistSpace'),
      await changeSpace(seller, 'updateSpace', { spaceId, title: 'Other' }),
      await changeSpace(seller, 'createPriceOption', optionInput(spaceId)),
      await changeSpace(seller, 'updatePriceOption', { priceOptionId: optionId, title: 'Other' }),
      await changeSpace(seller, 'archivePriceOption', { priceOptionId: optionId }),
    ];

    for (const refusal of refusals)
      expect(refusal).toMatchObject({ code: 'SPACE_STATUS_NOT_ALLOWED', status: 'ARCHIVED' });
    const draft = await createSpace(seller);
    expect(await changeSpace(seller, 'unlistSpace', { spaceId: draft })).toMatchObject({ status: 'DRAFT' });
  });

  test('can be changed by its seller only, and other people learn nothing about it', async () => {
    const [seller, stranger, operator] = [
      await factory.createPerson(),
      await factory.createPerson(),
      await factory.createOperator(),
    ];
    const { id: spaceId, optionId } = await createListedSpace(seller);
    const draft = await createSpace(seller);

    for (const who of [stranger, operator])
      for (const id of [spaceId, draft, toGlobalId('Space', '00000000-0000-7000-8000-000000000000'), 'nonsense']) {
        for (const mutation of ['listSpace', 'unlistSpace', 'archiveSpace', 'updateSpace'])
          expect(await changeSpace(who, mutation, { spaceId: id })).toMatchObject({ code: 'SPACE_NOT_FOUND' });
        expect(await changeSpace(who, 'createPriceOption', optionInput(id))).toMatchObject({ code: 'SPACE_NOT_FOUND' });
      }
    expect(await changeSpace(stranger, 'archivePriceOption', { priceOptionId: optionId })).toMatchObject({
      code: 'PRICE_OPTION_NOT_FOUND',
    });
    expect(await changeSpace(apiClient(server.url), 'createSpace', spaceInput())).toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
  });

  test('is visible as its status says, and always in the orders that have it', async () => {
    const { createPerson, createOperator } = factory;
    const [seller, advertiser, stranger, operator] = [
      await createPerson(),
      await createPerson(),
      await createPerson(),
      await createOperator(),
    ];
    const anonymous = apiClient(server.url);
    const draft = await createSpace(seller);
    const spaces: { id: string; optionId: string; status: string }[] = [];
    for (const [mutation, status] of [
      ['listSpace', 'LISTED'],
      ['unlistSpace', 'UNLISTED'],
      ['archiveSpace', 'ARCHIVED'],
    ] as const) {
      const space = await createListedSpace(seller);
      await orderOptions(advertiser, [space.optionId]);
      await changeSpace(seller, mutation, { spaceId: space.id });
      spaces.push({ ...space, status });
    }
    const sellerId = toGlobalId('Account', seller.accountId);
    const seen = async (who: { ask: TestPerson['ask'] }, id: string): Promise<boolean[]> => {
      const {
        space,
        node,
        spaces: found,
      } = await who.ask(
        `query ($id: ID!, $sellerId: ID!) { space(id: $id) { id } node(id: $id) { id }
          spaces(first: 50, filter: { sellerId: $sellerId }) { nodes { id } } }`,
        { id, sellerId },
      );
      return [space !== null, node !== null, found.nodes.some((one: Data) => one.id === id)];
    };

    for (const { id, optionId, status } of [...spaces, { id: draft, optionId: undefined, status: 'DRAFT' }]) {
      for (const who of [seller, operator]) expect(await seen(who, id), status).toEqual([true, true, true]);
      const isPublic = status === 'LISTED';
      for (const who of [stranger, anonymous, advertiser])
        expect(await seen(who, id), status).toEqual([isPublic, isPublic, isPublic]);
      if (optionId)
        expect(await orderOptions(stranger, [optionId]), status).toMatchObject({
          __typename: isPublic ? 'Order' : 'InputInvalid',
        });
    }
    const { orders } = await advertiser.ask(
      '{ orders(first: 10) { nodes { items { priceOption { space { id status } } } } } }',
    );
    expect(orders.nodes.map(({ items }: Data) => items[0].priceOption.space)).toEqual(
      spaces.map(({ id, status }) => ({ id, status })).reverse(),
    );
    const own = async (statuses?: string[]) =>
      (
        await seller.ask('query ($statuses: [SpaceStatus!]) { ownSpaces(statuses: $statuses) { nodes { id } } }', {
          statuses,
        })
      ).ownSpaces.nodes.length;
    expect([await own(), await own(['DRAFT', 'ARCHIVED']), await own([])]).toEqual([4, 2, 0]);
    expect((await anonymous.send('{ ownSpaces { nodes { id } } }')).errors?.[0]?.extensions).toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
  });
});

describe('a price option', () => {
  test('that changes does not touch an order that was placed, nor the flight of its ad', async () => {
    const [seller, advertiser] = [await factory.createPerson(), await factory.createPerson()];
    const { optionId } = await createListedSpace(seller);
    const order = await orderOptions(advertiser, [optionId]);

    const changed = await changeSpace(seller, 'updatePriceOption', {
      priceOptionId: optionId,
      price: { minorUnits: 99, currency: 'USD' },
      measure: 'CLICKS',
      quantity: 5,
      isMonthly: true,
    });
    const ad = { id: order.ads[0].id, name: '' };
    await submit(advertiser, ad);
    const { endsAt } = await takeOfAd(seller, ad, 'publishAd');
    const read = await advertiser.ask(
      `query ($id: ID!) { order(id: $id) { total { minorUnits currency } items { measure quantity isMonthly price { minorUnits } }
        renewal { __typename } ads { deliveryGoal { measure } } } }`,
      { id: order.id },
    );

    expect(changed).toMatchObject({ measure: 'CLICKS', quantity: 5, price: { minorUnits: 99, currency: 'USD' } });
    expect(read.order).toMatchObject({
      total: { minorUnits: 10_000, currency: 'EUR' },
      items: [{ measure: 'DAYS', quantity: 7, isMonthly: false, price: { minorUnits: 10_000 } }],
      ads: [{ deliveryGoal: null }],
    });
    const runMs = Date.parse(endsAt) - server.clock.now().getTime();
    expect(Math.abs(runMs - 7 * 24 * 3_600_000)).toBeLessThan(60_000);
  });

  test('with the measure FLAT has no quantity, and its ad runs until it is taken down', async () => {
    const [seller, advertiser] = [await factory.createPerson(), await factory.createPerson()];
    const { optionId } = await createListedSpace(seller, { option: { measure: 'FLAT', quantity: null } });
    const order = await orderOptions(advertiser, [optionId]);
    const ad = { id: order.ads[0].id, name: '' };
    await submit(advertiser, ad);

    const published = await takeOfAd(seller, ad, 'publishAd');
    const back = await changeSpace(seller, 'updatePriceOption', { priceOptionId: optionId, measure: 'DAYS' });
    const days = { priceOptionId: optionId, measure: 'DAYS', quantity: 3 };
    const withDays = await changeSpace(seller, 'updatePriceOption', days);
    const flat = await changeSpace(seller, 'updatePriceOption', { priceOptionId: optionId, measure: 'FLAT' });

    expect(order.items).toMatchObject([{ measure: 'FLAT', quantity: null }]);
    expect(published).toMatchObject({ status: 'PUBLISHED', endsAt: null });
    expect(fieldsOf(back)).toEqual(['quantity']);
    expect([withDays.quantity, flat.quantity]).toEqual([3, null]);
  });

  test('that is archived cannot be ordered, and a listed space keeps at least one', async () => {
    const [seller, advertiser] = [await factory.createPerson(), await factory.createPerson()];
    const { id: spaceId, optionId } = await createListedSpace(seller);
    const order = await orderOptions(advertiser, [optionId]);
    const archive = (priceOptionId: string) => changeSpace(seller, 'archivePriceOption', { priceOptionId });

    const last = await archive(optionId);
    const other = await createOption(seller, spaceId, { title: 'two weeks' });
    const archived = await archive(optionId);

    expect(last).toMatchObject({ code: 'SPACE_INCOMPLETE', missing: ['options'] });
    expect(archived).toMatchObject({ id: optionId, archivedAt: expect.any(String) });
    expect(await archive(optionId)).toEqual(archived);
    expect(await orderOptions(advertiser, [optionId])).toMatchObject({ __typename: 'InputInvalid' });
    expect(await changeSpace(seller, 'updatePriceOption', { priceOptionId: optionId })).toMatchObject({
      code: 'PRICE_OPTION_NOT_FOUND',
    });
    const { space, order: read } = await advertiser.ask(
      `query ($spaceId: ID!, $orderId: ID!) { space(id: $spaceId) { options { id } }
        order(id: $orderId) { items { priceOption { id archivedAt } } } }`,
      { spaceId, orderId: order.id },
    );
    expect(space.options).toEqual([{ id: other }]);
    expect(read.items).toEqual([{ priceOption: { id: optionId, archivedAt: archived.archivedAt } }]);
  });
});

describe('the default placement', () => {
  test('serves an ad that is published without a placement, and is shown by the preview and on the timeline', async () => {
    const [seller, advertiser] = [await factory.createPerson(), await factory.createPerson()];
    const [placementId, named] = [await createPlacement(seller), await createPlacement(seller)];
    const { id: spaceId, optionId } = await createListedSpace(seller, { space: { defaultPlacementId: placementId } });
    const order = await orderOptions(advertiser, [optionId, optionId]);
    const [ad, other] = order.ads.map(({ id }: Data) => ({ id, name: '' }));
    for (const one of [ad, other]) await submit(advertiser, one);

    const preview = await seller.ask(
      'query ($id: ID!) { ad(id: $id) { publishPreview { ... on PublishPreview { assignment { placement { id } } } } } }',
      { id: ad.id },
    );
    const published = await takeOfAd(seller, ad, 'publishAd', { idempotencyKey: 'publish' });
    await changeSpace(seller, 'updateSpace', { spaceId, defaultPlacementId: null });
    const repeated = await takeOfAd(seller, ad, 'publishAd', { idempotencyKey: 'publish' });
    const elsewhere = await takeOfAd(seller, other, 'publishAd', { placementId: named });

    expect(preview.ad.publishPreview.assignment.placement.id).toBe(placementId);
    expect(published).toMatchObject({ status: 'PUBLISHED', placement: { id: placementId } });
    expect(repeated).toEqual(published);
    expect(elsewhere).toMatchObject({ placement: { id: named } });
    const { order: read } = await seller.ask(
      `query ($id: ID!) { order(id: $id) { timeline(last: 20) { nodes {
        ... on AdPublishedEntry { placementId defaultPlacementId } } } } }`,
      { id: order.id },
    );
    expect(read.timeline.nodes.filter((entry: Data) => 'placementId' in entry)).toEqual([
      { placementId: null, defaultPlacementId: placementId },
      { placementId: named, defaultPlacementId: null },
    ]);
  });

  test('is read by the seller alone', async () => {
    const [seller, other] = [await factory.createPerson(), await factory.createPerson()];
    const placementId = await createPlacement(seller);
    const { id } = await createListedSpace(seller, { space: { defaultPlacementId: placementId } });
    const read = 'query ($id: ID!) { space(id: $id) { defaultPlacement { id } } }';

    const [own, foreign] = await Promise.all([seller.ask(read, { id }), other.ask(read, { id })]);

    expect(own.space).toEqual({ defaultPlacement: { id: placementId } });
    expect(foreign.space).toEqual({ defaultPlacement: null });
  });

  test('must be one of the seller, and is forgotten when it is deleted', async () => {
    const [seller, other] = [await factory.createPerson(), await factory.createPerson()];
    const foreign = await createPlacement(other);
    const placementId = await createPlacement(seller);
    const spaceId = await createSpace(seller, { defaultPlacementId: placementId });

    for (const defaultPlacementId of [foreign, 'nonsense', spaceId]) {
      expect(fieldsOf(await changeSpace(seller, 'createSpace', spaceInput({ defaultPlacementId })))).toEqual([
        'defaultPlacementId',
      ]);
      expect(fieldsOf(await changeSpace(seller, 'updateSpace', { spaceId, defaultPlacementId }))).toEqual([
        'defaultPlacementId',
      ]);
    }
    await seller.ask(
      'mutation ($placementId: ID!) { deletePlacement(input: { placementId: $placementId }) { __typename } }',
      { placementId },
    );
    const row = await server.app.db.space.findUniqueOrThrow({ where: { id: rowIdOf('Space', spaceId) } });
    expect(row.defaultPlacementId).toBeNull();
  });
});

describe('concurrent changes', () => {
  test('of one createSpace with one key give one space', async () => {
    const seller = await factory.createPerson();
    const input = spaceInput({ idempotencyKey: 'one space' });

    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) => changeSpace(index % 2 ? seller : onSecond(seller), 'createSpace', input)),
    );

    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
    expect(await server.app.db.space.count({ where: { sellerId: seller.accountId } })).toBe(1);
  });

  test('never leave a listed space without a price option', async () => {
    const seller = await factory.createPerson();
    for (let round = 0; round < 8; round += 1) {
      const spaceId = await createSpace(seller);
      const priceOptionId = await createOption(seller, spaceId);

      const [listed, archived] = await Promise.all([
        changeSpace(seller, 'listSpace', { spaceId }),
        changeSpace(onSecond(seller), 'archivePriceOption', { priceOptionId }),
      ]);

      expect([listed.__typename, archived.__typename].sort()).toEqual(
        listed.status === 'LISTED' ? ['Space', 'SpaceIncomplete'] : ['PriceOption', 'SpaceIncomplete'],
      );
    }
  });

  test('of the status end in ARCHIVED if one of them archives', async () => {
    const seller = await factory.createPerson();
    for (let round = 0; round < 8; round += 1) {
      const { id: spaceId } = await createListedSpace(seller);

      const results = await Promise.all(
        ['unlistSpace', 'listSpace', 'archiveSpace', 'archiveSpace', 'listSpace'].map((mutation, index) =>
          changeSpace(index % 2 ? seller : onSecond(seller), mutation, { spaceId }),
        ),
      );

      expect(await statusOf(seller, spaceId)).toBe('ARCHIVED');
      for (const { __typename } of results) expect(['Space', 'SpaceStatusNotAllowed']).toContain(__typename);
    }
  });

  test('that add price options give each its own position', async () => {
    const seller = await factory.createPerson();
    const spaceId = await createSpace(seller);

    await Promise.all(Array.from({ length: 6 }, (_, index) => createOption(seller, spaceId, { title: `${index}` })));

    const options = await server.app.db.priceOption.findMany({ where: { spaceId: rowIdOf('Space', spaceId) } });
    expect(options.map(({ position }) => position).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('an idempotency key', () => {
  test('repeats the result of the same request, and is refused for another one', async () => {
    const [seller, other] = [await factory.createPerson(), await factory.createPerson()];
    const input = spaceInput({ idempotencyKey: 'k' });

    const first = await changeSpace(seller, 'createSpace', input);
    const repeated = await changeSpace(seller, 'createSpace', input);
    const reused = await changeSpace(seller, 'createSpace', { ...input, title: 'Other' });
    const otherMutation = await changeSpace(seller, 'archiveSpace', { spaceId: first.id, idempotencyKey: 'k' });
    const ofOther = await changeSpace(other, 'createSpace', input);

    expect(repeated).toEqual(first);
    for (const refusal of [reused, otherMutation]) expect(refusal).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(ofOther.id).not.toBe(first.id);
  });

  test('works for each mutation, does not repeat a change, and stays free after a refusal', async () => {
    const seller = await factory.createPerson();
    const spaceId = await createSpace(seller);
    const list = { spaceId, idempotencyKey: 'list' };

    const refused = await changeSpace(seller, 'listSpace', list);
    const option = optionInput(spaceId, { idempotencyKey: 'option' });
    const [one, two] = [
      await changeSpace(seller, 'createPriceOption', option),
      await changeSpace(seller, 'createPriceOption', option),
    ];
    const listed = await changeSpace(seller, 'listSpace', list);
    await changeSpace(seller, 'unlistSpace', { spaceId, idempotencyKey: 'unlist' });
    const again = await changeSpace(seller, 'listSpace', list);

    expect(refused.code).toBe('SPACE_INCOMPLETE');
    expect(two).toEqual(one);
    expect([listed.status, again.status]).toEqual(['LISTED', 'UNLISTED']);
    for (const idempotencyKey of ['', 'x'.repeat(limits.idempotencyKeyCharacters + 1)])
      expect(fieldsOf(await changeSpace(seller, 'listSpace', { spaceId, idempotencyKey }))).toEqual(['idempotencyKey']);
  });

  test('is deleted after its time', async () => {
    const seller = await factory.createPerson();
    await changeSpace(seller, 'createSpace', spaceInput({ idempotencyKey: 'old' }));
    await deleteOldKeys(server.app);
    const where = { actorId: seller.personId };
    const before = await server.app.db.idempotencyKey.count({ where });

    server.clock.advance({ days: limits.idempotencyKeyDays, ms: 1_000 });
    await deleteOldKeys(server.app);

    expect([before, await server.app.db.idempotencyKey.count({ where })]).toEqual([1, 0]);
  });
});

describe('hostile input', () => {
  test('is refused with all problems together', async () => {
    const seller = await factory.createPerson();
    const refused = await changeSpace(seller, 'createSpace', {
      title: ' ',
      description: 'x'.repeat(limits.spaces.descriptionCharacters + 1),
      kind: 'OTHER',
      audience: '',
      format: { width: 0, height: -5, words: 2_147_483_647 },
      languages: ['not a tag'],
      countries: ['DE', 'de'],
      leadTimeDays: -1,
      requirements: '\n',
    });
    const spaceId = await createSpace(seller);
    const update = await changeSpace(seller, 'updateSpace', { spaceId, title: null, description: null, kind: null });
    const options = [
      { title: '', price: { minorUnits: -1, currency: 'EUR' }, quantity: 0 },
      { price: { minorUnits: Number.MAX_SAFE_INTEGER, currency: 'EUR' }, quantity: limits.spaces.quantity.DAYS + 1 },
      { price: { minorUnits: -2, currency: 'EUR' }, measure: 'FLAT', quantity: 1 },
    ];

    expect(fieldsOf(refused).sort()).toEqual(
      ['title', 'description', 'audience', 'requirements', 'leadTimeDays', 'languages', 'countries']
        .concat(['format.width', 'format.height', 'format.words'])
        .sort(),
    );
    expect(fieldsOf(update)).toEqual(['title', 'description', 'kind']);
    for (const option of options)
      expect(fieldsOf(await changeSpace(seller, 'createPriceOption', optionInput(spaceId, option)))).toEqual(
        expect.arrayContaining(['price', 'quantity']),
      );
    for (const [field, values] of [
      ['languages', ['en', 'EN']],
      ['languages', ['e'.repeat(40)]],
      ['languages', Array.from({ length: 21 }, () => 'en')],
      ['countries', ['EU']],
      ['countries', ['']],
    ] as const)
      expect(fieldsOf(await changeSpace(seller, 'updateSpace', { spaceId, [field]: values }))).toEqual([field]);
  });

  test('never is an internal error', async () => {
    const seller = await factory.createPerson();
    const spaceId = await createSpace(seller);
    const option = optionInput(spaceId);
    const texts = ['\u0000', 'a\u0000b', '\ud800', "'; drop table space; --", '%00'];
    const inputs: [string, Data][] = [
      ...texts.flatMap((text): [string, Data][] => [
        ['createSpace', spaceInput({ title: text })],
        ['createSpace', spaceInput({ idempotencyKey: text })],
        ['updateSpace', { spaceId, requirements: text }],
        ['createPriceOption', { ...option, title: text }],
        ['listSpace', { spaceId: text }],
        ['addSpacePicture', { spaceId, fileId: text }],
        ['reorderSpacePictures', { spaceId, fileIds: [text] }],
        ['archivePriceOption', { priceOptionId: text, idempotencyKey: text }],
      ]),
      ['createPriceOption', { ...option, price: { minorUnits: 1, currency: 'ABC' } }],
      ['createPriceOption', { ...option, price: { minorUnits: 1e300, currency: 'EUR' } }],
      ['createPriceOption', { ...option, quantity: 1e12 }],
      ['createPriceOption', { ...option, measure: 'YEARS' }],
      ['updatePriceOption', { priceOptionId: spaceId, price: null, measure: null, title: null, isMonthly: null }],
    ];

    for (const [mutation, input] of inputs) {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const { errors } = await seller.send(
        `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`,
        { input },
      );
      const codes = errors?.map(({ extensions }) => extensions?.['code']) ?? [];
      expect(codes.filter((code) => !['BAD_USER_INPUT', 'TEXT_INVALID'].includes(String(code)))).toEqual([]);
    }
  });

  test('cannot create more than the limits allow', async () => {
    const seller = await factory.createPerson();
    const spaceId = await createSpace(seller);
    await server.app.db.priceOption.createMany({
      data: Array.from({ length: limits.spaces.optionsPerSpace }, (_, index) => ({
        ...{ spaceId: rowIdOf('Space', spaceId), title: 'one', priceMinorUnits: 1n, currency: 'EUR' },
        ...{ measure: 'FLAT' as const, position: index + 1, archivedAt: server.clock.now() },
      })),
    });
    expect(await changeSpace(seller, 'createPriceOption', optionInput(spaceId))).toMatchObject({
      code: 'LIMIT_REACHED',
    });
    await server.app.db.space.createMany({
      data: Array.from({ length: limits.spaces.spacesPerAccount - 2 }, () => ({
        ...{ sellerId: seller.accountId, status: 'DRAFT' as const, title: 'x', description: 'x' },
        createdAt: server.clock.now(),
      })),
    });

    const results = await Promise.all(
      Array.from({ length: 4 }, () => changeSpace(seller, 'createSpace', spaceInput())),
    );

    expect(results.map(({ __typename }) => __typename).sort()).toEqual([...Array(3).fill('LimitReached'), 'Space']);
  });
});
