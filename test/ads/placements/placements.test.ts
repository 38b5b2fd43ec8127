/** Placements: how publishing changes them, and which ads come back. The rules are those of the specification. */
import { afterEach, describe, expect, test } from 'vitest';
import { expireDueAds } from '../../../src/ads/expire-ads.ts';
import { rowIdOf, toGlobalId } from '../../../src/graphql/ids.ts';
import { limits } from '../../../src/limits.ts';
import { adSteps } from '../../../src/process/ad.ts';
import { STAYS } from '../../../src/process/define.ts';
import { createAd, createHouseAd, createPlacement, publish, submit, type TestAd, takeOfAd } from '../../support/ads.ts';
import { type ApiClient, apiClient, type Data } from '../../support/client.ts';
import type { TestOrder, TestPerson } from '../../support/factory.ts';
import { pick, seededRandom } from '../../support/random.ts';
import { errorsIn } from '../../support/raw-http.ts';
import { useServer } from '../../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });

afterEach(() => expect([...errorsIn(server.logged), ...errorsIn(second.logged)]).toEqual([]));

const days = 7;

async function stackOf(person: ApiClient, id: string): Promise<Data[]> {
  const { node } = await person.ask(
    'query ($id: ID!) { node(id: $id) { ... on Placement { ads { isShown weight ad { id name } } } } }',
    { id },
  );
  return node.ads;
}
const shownIn = async (person: ApiClient, id: string): Promise<string[]> =>
  (await stackOf(person, id)).filter(({ isShown }) => isShown).map(({ ad }) => ad.id);

async function previewOf(person: ApiClient, { id }: TestAd, placementId?: string): Promise<Data> {
  const { ad } = await person.ask(
    `query ($id: ID!, $placementId: ID) { ad(id: $id) { publishPreview(placementId: $placementId) { __typename
      ... on PublishPreview { endsAt assignment { change otherAdCount replacedAd { id name } placement { id } } }
      ... on Refusal { code } ... on InputInvalid { problems { field message } } } } }`,
    { id, placementId },
  );
  return ad.publishPreview;
}

async function entryOf(order: TestOrder, type: string): Promise<Data> {
  const { order: foundOrder } = await order.seller.ask(
    `query ($id: ID!) { order(id: $id) { timeline(last: 50) { edges { node { type
      ... on AdPublishedEntry { placementId replacedAdId }
      ... on AdUnpublishedEntry { restoredAdId } ... on AdExpiredEntry { restoredAdId } } } } } }`,
    { id: order.id },
  );
  return foundOrder.timeline.edges.map(({ node }: Data) => node).findLast((entry: Data) => entry.type === type);
}

const expireAfter = async (by: { days: number }): Promise<void> => {
  server.clock.advance(by);
  await expireDueAds(server.app);
};

test('every step out of PUBLISHED takes the ad out of its placement', () => {
  const leaving = adSteps.filter(([, row]) => row.from.includes('PUBLISHED') && row.to !== STAYS);

  expect(leaving.map(([step]) => step)).toEqual(['unpublishAd', 'expireAd']);
  for (const [step, row] of leaving) expect(row.effects, step).toContain('takeOutOfPlacement');
});

describe('rule 3', () => {
  test('an empty placement takes the ad', async () => {
    const seller = await factory.createPerson();
    const [ad, placementId] = [await createAd(factory, seller), await createPlacement(seller)];

    await publish(seller, ad, placementId);

    expect(await stackOf(seller, placementId)).toEqual([
      { isShown: true, weight: 1, ad: { id: ad.id, name: ad.name } },
    ]);
    expect(await entryOf(ad.order, 'AD_PUBLISHED')).toEqual({ type: 'AD_PUBLISHED', placementId, replacedAdId: null });
  });

  test('in a placement that holds a single ad the ad is swapped, and the log names the replaced ad', async () => {
    const seller = await factory.createPerson();
    const [first, next, placementId] = [
      await createAd(factory, seller),
      await createAd(factory, seller),
      await createPlacement(seller),
    ];
    await publish(seller, first, placementId);

    await publish(seller, next, placementId);

    expect(await shownIn(seller, placementId)).toEqual([next.id]);
    expect((await stackOf(seller, placementId)).map(({ ad }) => ad.id)).toEqual([next.id, first.id]);
    expect(await entryOf(next.order, 'AD_PUBLISHED')).toMatchObject({ placementId, replacedAdId: first.id });
  });

  test('to a placement that holds a group the ad is added with weight 1', async () => {
    const seller = await factory.createPerson();
    const [first, next, placementId] = [
      await createAd(factory, seller),
      await createAd(factory, seller),
      await createPlacement(seller, 'GROUP'),
    ];
    await publish(seller, first, placementId);

    await publish(seller, next, placementId);

    expect(await stackOf(seller, placementId)).toMatchObject([
      { isShown: true, weight: 1, ad: { id: next.id } },
      { isShown: true, weight: 1, ad: { id: first.id } },
    ]);
    expect(await entryOf(next.order, 'AD_PUBLISHED')).toMatchObject({ replacedAdId: null });
  });

  test('an ad that is published without a placement, or directly, is not injected', async () => {
    const seller = await factory.createPerson();
    const [plain, direct, placementId] = [
      await createAd(factory, seller),
      await createAd(factory, seller),
      await createPlacement(seller),
    ];
    await publish(seller, direct, placementId);
    await takeOfAd(seller, direct, 'unpublishAd');

    const published = await takeOfAd(seller, plain, 'publishAd');
    const directly = await takeOfAd(seller, direct, 'publishAdDirectly');

    expect(published).toMatchObject({ status: 'PUBLISHED', placement: null });
    expect(directly).toMatchObject({ status: 'PUBLISHED', placement: null });
    expect(await stackOf(seller, placementId)).toEqual([]);
  });

  test('a seller’s own ad is injected too, silently (rule 2)', async () => {
    const seller = await factory.createPerson();
    const [ordered, own, placementId] = [
      await createAd(factory, seller),
      await createHouseAd(seller),
      await createPlacement(seller),
    ];
    await publish(seller, ordered, placementId);
    const { db } = server.app;
    const entries = await db.logEntry.count({ where: { type: { notIn: ['emailSent'] } } });
    const mails = await db.email.count();

    await publish(seller, own, placementId);
    const shown = await shownIn(seller, placementId);
    await takeOfAd(seller, own, 'unpublishAd');

    expect(shown).toEqual([own.id]);
    expect(await shownIn(seller, placementId)).toEqual([ordered.id]);
    expect(await db.logEntry.count({ where: { type: { notIn: ['emailSent'] } } })).toBe(entries);
    expect(await db.email.count()).toBe(mails);
  });
});

describe('rule 6: the preview says what a publication does', () => {
  test.each([
    { kind: 'SINGLE', before: 0, expected: { change: 'FILLED', otherAdCount: 0 } },
    { kind: 'SINGLE', before: 2, expected: { change: 'REPLACED', otherAdCount: 0 } },
    { kind: 'GROUP', before: 0, expected: { change: 'FILLED', otherAdCount: 0 } },
    { kind: 'GROUP', before: 2, expected: { change: 'ADDED', otherAdCount: 2 } },
  ] as const)('a $kind with $before ads', async ({ kind, before, expected }) => {
    const seller = await factory.createPerson();
    const [ad, placementId] = [await createAd(factory, seller), await createPlacement(seller, kind)];
    for (let count = 0; count < before; count += 1)
      await publish(seller, await createHouseAd(seller, `House ad ${count}`), placementId);
    const untouched = await stackOf(seller, placementId);

    const preview = await previewOf(seller, ad, placementId);
    const afterPreview = await stackOf(seller, placementId);
    const { endsAt } = await takeOfAd(seller, ad, 'publishAd', { placementId });

    const { assignment } = preview;
    expect(preview.__typename).toBe('PublishPreview');
    expect(assignment).toMatchObject({ ...expected, placement: { id: placementId } });
    expect(afterPreview).toEqual(untouched);
    expect((await entryOf(ad.order, 'AD_PUBLISHED')).replacedAdId).toBe(assignment.replacedAd?.id ?? null);
    expect((await shownIn(seller, placementId)).length).toBe(assignment.otherAdCount + 1);
    expect(Math.abs(Date.parse(endsAt) - Date.parse(preview.endsAt))).toBeLessThan(60_000);
  });

  test('without a placement the preview has the end of the ad, and null for an ad that is not bought by days', async () => {
    const seller = await factory.createPerson();
    const [ad, own] = [await createAd(factory, seller), await createHouseAd(seller)];

    const [preview, ownPreview] = [await previewOf(seller, ad), await previewOf(seller, own)];

    const runMs = Date.parse(preview.endsAt) - server.clock.now().getTime();
    expect(preview.assignment).toBeNull();
    expect(Math.abs(runMs - days * 24 * 3_600_000)).toBeLessThan(60_000);
    expect(ownPreview).toEqual({ __typename: 'PublishPreview', endsAt: null, assignment: null });
  });

  test('the preview is refused where the publication is refused', async () => {
    const seller = await factory.createPerson();
    const [ad, placementId] = [await createAd(factory, seller), await createPlacement(seller)];
    const foreign = await createPlacement(await factory.createPerson());

    expect(await previewOf(ad.order.advertiser, ad, placementId)).toMatchObject({ code: 'WRONG_ROLE' });
    expect(await previewOf(seller, ad, foreign)).toMatchObject({ problems: [{ field: 'placementId' }] });
    await publish(seller, ad, placementId);
    expect(await previewOf(seller, ad, placementId)).toMatchObject({ problems: [{ field: 'placementId' }] });
  });
});

describe('a replaced ad comes back', () => {
  test('A, B and C: C goes and B is back', async () => {
    const { seller, placementId, stack } = await createStack(3);
    const [, b, c] = stack;

    await takeOfAd(seller, c, 'unpublishAd');

    expect(await shownIn(seller, placementId)).toEqual([b.id]);
    expect(await entryOf(c.order, 'AD_UNPUBLISHED')).toMatchObject({ restoredAdId: b.id });
  });

  test('A, B and C: B goes and C stays; C goes and A is back', async () => {
    const { seller, placementId, stack } = await createStack(3);
    const [a, b, c] = stack;

    await takeOfAd(seller, b, 'unpublishAd');
    const withoutB = await shownIn(seller, placementId);
    await takeOfAd(seller, c, 'unpublishAd');

    expect(withoutB).toEqual([c.id]);
    expect(await shownIn(seller, placementId)).toEqual([a.id]);
    expect(await entryOf(b.order, 'AD_UNPUBLISHED')).toMatchObject({ restoredAdId: null });
    expect(await entryOf(c.order, 'AD_UNPUBLISHED')).toMatchObject({ restoredAdId: a.id });
  });

  test('an ad whose days have ended is skipped, also before the clock has expired it', async () => {
    const seller = await factory.createPerson();
    const [house, sold, newest] = [
      await createHouseAd(seller),
      await createAd(factory, seller),
      await createHouseAd(seller),
    ];
    const placementId = await createPlacement(seller);
    for (const ad of [house, sold, newest]) await publish(seller, ad, placementId);

    server.clock.advance({ days });
    await takeOfAd(seller, newest, 'unpublishAd');
    const early = await shownIn(seller, placementId);
    await expireDueAds(server.app);

    expect(early).toEqual([house.id]);
    expect((await stackOf(seller, placementId)).map(({ ad }) => ad.id)).toEqual([house.id]);
  });

  test('an ad that expires makes room for the ad that it had replaced', async () => {
    const seller = await factory.createPerson();
    const [house, sold, placementId] = [
      await createHouseAd(seller),
      await createAd(factory, seller),
      await createPlacement(seller),
    ];
    for (const ad of [house, sold]) await publish(seller, ad, placementId);

    await expireAfter({ days });

    expect(await shownIn(seller, placementId)).toEqual([house.id]);
    expect(await entryOf(sold.order, 'AD_EXPIRED')).toMatchObject({ restoredAdId: house.id });
  });

  async function createStack(size: number) {
    const seller = await factory.createPerson();
    const placementId = await createPlacement(seller);
    const stack: (TestAd & { order: TestOrder })[] = [];
    for (let count = 0; count < size; count += 1) {
      const ad = await createAd(factory, seller);
      await publish(seller, ad, placementId);
      stack.push(ad);
    }
    return { seller, placementId, stack: stack as [(typeof stack)[0], (typeof stack)[0], (typeof stack)[0]] };
  }
});

describe('a placement that cannot be used', () => {
  test('is refused in the same way if it is another seller’s or does not exist, and nothing has changed', async () => {
    const seller = await factory.createPerson();
    const ad = await createAd(factory, seller);
    const none = toGlobalId('Placement', '00000000-0000-7000-8000-000000000000');
    const foreign = await createPlacement(await factory.createPerson());

    const answers = [];
    for (const placementId of [foreign, none, ad.id, 'nonsense', await createPlacement(ad.order.advertiser)])
      answers.push(await takeOfAd(seller, ad, 'publishAd', { placementId }));

    expect(answers[0]).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'placementId' }] });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await previewOf(seller, ad)).toMatchObject({ __typename: 'PublishPreview' });
    expect(await entryOf(ad.order, 'AD_PUBLISHED')).toBeUndefined();
  });

  test('is a placement that is full', async () => {
    const seller = await factory.createPerson();
    const [ad, id] = [await createHouseAd(seller), await createPlacement(seller, 'GROUP')];
    const placementId = rowIdOf('Placement', id);
    const at = server.clock.now();
    for (let position = 1; position <= limits.adsPerPlacement; position += 1)
      await server.app.db.ad.create({
        data: {
          sellerId: seller.accountId,
          name: 'House ad',
          status: 'PUBLISHED',
          createdAt: at,
          updatedAt: at,
          entry: { create: { placementId, position } },
        },
      });

    expect(await takeOfAd(seller, ad, 'publishAd', { placementId: id })).toMatchObject({
      problems: [{ field: 'placementId', message: expect.stringContaining('full') }],
    });
  });
});

describe('placements', () => {
  const create = async (person: ApiClient, input: Data): Promise<Data> =>
    (
      await person.ask(
        `mutation ($input: CreatePlacementInput!) { createPlacement(input: $input) { __typename
          ... on Placement { slug name kind ads { weight } } ... on InputInvalid { problems { field } } } }`,
        { input },
      )
    ).createPlacement;

  test('have a slug of their own, in letters, digits and hyphens', async () => {
    const seller = await factory.createPerson();
    const input = { slug: 'front-page-1', name: 'Front page', kind: 'SINGLE' };

    const results = await Promise.all([create(seller, input), create(await factory.createPerson(), input)]);

    expect(results.map(({ __typename }) => __typename).sort()).toEqual(['InputInvalid', 'Placement']);
    expect(results).toContainEqual({ __typename: 'Placement', ...input, ads: [] });
    expect(results).toContainEqual({ __typename: 'InputInvalid', problems: [{ field: 'slug' }] });
    for (const slug of ['', ' ', 'Front', 'front page', '-front', 'front-', 'a--b', 'ü', '../a', 'x'.repeat(61)])
      expect(await create(seller, { ...input, slug }), slug).toMatchObject({ problems: [{ field: 'slug' }] });
    expect(await create(apiClient(server.url), input)).toEqual({ __typename: 'NotSignedIn' });
  });

  test('are listed newest first, in pages, only for their owner and the operator', async () => {
    const [seller, stranger, operator] = [
      await factory.createPerson(),
      await factory.createPerson(),
      await factory.createOperator(),
    ];
    const ids = [
      await createPlacement(seller),
      await createPlacement(seller, 'GROUP'),
      await createPlacement(seller),
    ].reverse();
    const list = async (person: ApiClient, args: string): Promise<Data> =>
      (
        await person.ask(
          `{ placements(${args}) { edges { node { id ads { isShown } } } pageInfo { endCursor startCursor } } }`,
        )
      ).placements;
    const idsOf = ({ edges }: Data): string[] => edges.map(({ node }: Data) => node.id);

    const first = await list(seller, 'first: 2');
    const rest = await list(seller, `first: 2, after: "${first.pageInfo.endCursor}"`);
    const back = await list(seller, `last: 2, before: "${rest.pageInfo.startCursor}"`);

    expect([...idsOf(first), ...idsOf(rest)]).toEqual(ids);
    expect(idsOf(back)).toEqual(idsOf(first));
    expect(idsOf(await list(stranger, 'first: 50'))).toEqual([]);
    expect(idsOf(await list(operator, 'first: 3'))).toEqual(ids);
    expect((await apiClient(server.url).send('{ placements { edges { cursor } } }')).errors).toHaveLength(1);
    for (const person of [stranger, apiClient(server.url)])
      expect((await person.ask('query ($id: ID!) { node(id: $id) { id } }', { id: ids[0] })).node).toBeNull();
  });

  test('are not shown to the advertiser of an ad in the placement', async () => {
    const seller = await factory.createPerson();
    const [ad, placementId] = [await createAd(factory, seller), await createPlacement(seller)];
    await publish(seller, ad, placementId);
    const placementFor = async (person: ApiClient) =>
      (await person.ask('query ($id: ID!) { ad(id: $id) { placement { id } } }', { id: ad.id })).ad.placement;

    expect(await placementFor(seller)).toEqual({ id: placementId });
    expect(await placementFor(ad.order.operator)).toEqual({ id: placementId });
    expect(await placementFor(ad.order.advertiser)).toBeNull();
  });
});

describe('at the same time', () => {
  const onSecond = ({ sessionToken }: TestPerson) => apiClient(second.url, sessionToken);

  test.each([1, 2, 3, 4, 5])(
    'two publications into a placement for a single ad leave one ad shown (race %i)',
    async () => {
      const seller = await factory.createPerson();
      const [a, b, placementId] = [
        await createAd(factory, seller),
        await createAd(factory, seller),
        await createPlacement(seller),
      ];

      await Promise.all([publish(seller, a, placementId), publish(onSecond(seller), b, placementId)]);

      const [top, below] = await stackOf(seller, placementId);
      const [winner, other] = top.ad.id === a.id ? [a, b] : [b, a];
      expect([top.isShown, below.isShown]).toEqual([true, false]);
      expect((await entryOf(winner.order, 'AD_PUBLISHED')).replacedAdId).toBe(other.id);
      expect((await entryOf(other.order, 'AD_PUBLISHED')).replacedAdId).toBeNull();
    },
  );

  test.each([1, 2, 3])('expiry and withdrawal remove the ad once, and a third ad comes in (race %i)', async () => {
    const seller = await factory.createPerson();
    const [house, sold, late] = [
      await createHouseAd(seller),
      await createAd(factory, seller),
      await createHouseAd(seller),
    ];
    const placementId = await createPlacement(seller);
    for (const ad of [house, sold]) await publish(seller, ad, placementId);
    server.clock.advance({ days });

    const [back] = await Promise.all([
      takeOfAd(seller, sold, 'unpublishAd'),
      expireDueAds(second.app),
      publish(onSecond(seller), late, placementId),
    ]);

    const expired = (await entryOf(sold.order, 'AD_EXPIRED')) !== undefined;
    expect(back.__typename).toBe(expired ? 'AdStepNotAllowed' : 'Ad');
    expect((await stackOf(seller, placementId)).map(({ ad }) => ad.id)).toEqual([late.id, house.id]);
  });

  test('the same idempotency key injects an ad only once', async () => {
    const seller = await factory.createPerson();
    const [house, ad, placementId] = [
      await createHouseAd(seller),
      await createAd(factory, seller),
      await createPlacement(seller),
    ];
    await publish(seller, house, placementId);
    const input = { placementId, idempotencyKey: 'once' };

    const answers = await Promise.all(
      [seller, onSecond(seller), seller].map((person) => takeOfAd(person, ad, 'publishAd', input)),
    );
    const other = await takeOfAd(seller, ad, 'publishAd', { ...input, placementId: await createPlacement(seller) });

    for (const answer of answers) expect(answer).toMatchObject({ status: 'PUBLISHED' });
    expect(other.__typename).toBe('IdempotencyKeyReused');
    expect(await stackOf(seller, placementId)).toHaveLength(2);
  });
});

test('a random walk shows the same ads as a simple stack', async () => {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
  console.log(`random walk with SEED=${seed}`);
  const random = seededRandom(seed);
  const seller = await factory.createPerson();
  const places = [await createPlacement(seller), await createPlacement(seller), await createPlacement(seller, 'GROUP')];
  const stacks = new Map(places.map((place) => [place, [] as { ad: TestAd; endsAt: number }[]]));
  const standing = () => [...stacks.values()].flat();
  const hasEnded = ({ endsAt }: { endsAt: number }) => endsAt <= server.clock.now().getTime();
  /** Ads that wait for the review, each with the milliseconds that it runs. */
  const waiting: { ad: TestAd; ms: number }[] = [];
  const createNew = async () => {
    const ad = random() < 0.5 ? await createAd(factory, seller) : await createHouseAd(seller);
    return { ad, ms: ad.order ? days * 24 * 3_600_000 : Number.POSITIVE_INFINITY };
  };
  let daysLeft = 3 * days;

  const moves = {
    publish: async () => {
      const { ad, ms } = waiting.pop() ?? (await createNew());
      const place = pick(random, places);
      await publish(seller, ad, place);
      stacks.get(place)?.push({ ad, endsAt: server.clock.now().getTime() + ms });
    },
    unpublish: async () => {
      if (standing().length === 0) return;
      const entry = pick(random, standing());
      await takeOfAd(seller, entry.ad, 'unpublishAd');
      const ms = Math.max(0, entry.endsAt - server.clock.now().getTime());
      remove((one) => one === entry);
      await submit(entry.ad.order?.advertiser ?? seller, entry.ad);
      waiting.push({ ad: entry.ad, ms });
    },
    pass: async () => {
      const by = Math.min(daysLeft, 1 + Math.floor(random() * 3));
      daysLeft -= by;
      server.clock.advance({ days: by });
    },
    expire: async () => {
      await expireDueAds(server.app);
      remove(hasEnded);
    },
  };
  const remove = (isGone: (entry: { ad: TestAd; endsAt: number }) => boolean) => {
    for (const [place, stack] of stacks)
      stacks.set(
        place,
        stack.filter((entry) => !isGone(entry)),
      );
  };

  const chances = ['publish', 'publish', 'publish', 'unpublish', 'unpublish', 'pass', 'expire'] as const;
  for (let count = 0; count < 60; count += 1) {
    const move = pick(random, chances);
    await moves[move]();
    for (const [index, place] of places.entries()) {
      const stack = (stacks.get(place) ?? []).toReversed();
      const valid = stack.filter((entry) => !hasEnded(entry)).map(({ ad }) => ad.id);
      const entries = await stackOf(seller, place);
      const what = `${count}: ${move}, SEED=${seed}`;
      expect(
        entries.map(({ ad }) => ad.id),
        what,
      ).toEqual(stack.map(({ ad }) => ad.id));
      expect(await shownIn(seller, place), what).toEqual(index === 2 ? valid : valid.slice(0, 1));
    }
  }
});
