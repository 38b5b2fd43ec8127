/** Ads in whose place another ad is shown, moved ads, and extended ads. */
import { afterEach, describe, expect, test } from 'vitest';
import { expireDueAds } from '../../../src/ads/expire-ads.ts';
import { settlePlacements } from '../../../src/ads/placements/settle-placements.ts';
import { createAd, createHouseAd, createPlacement, publish, type TestAd, takeOfAd } from '../../support/ads.ts';
import type { Data } from '../../support/client.ts';
import type { TestPerson } from '../../support/factory.ts';
import { errorsIn } from '../../support/raw-http.ts';
import { createSpace } from '../../support/spaces.ts';
import { useServer } from '../../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });

afterEach(() => expect([...errorsIn(server.logged), ...errorsIn(second.logged)]).toEqual([]));

const dayMs = 86_400_000;

async function read(seller: TestPerson, { id }: Pick<TestAd, 'id'>): Promise<Data> {
  const query = `query ($id: ID!) { ad(id: $id) {
    status endsAt remainingSeconds displacedAt extendedDays impressions placement { id } } }`;
  return (await seller.ask(query, { id })).ad;
}

type OrderAd = Awaited<ReturnType<typeof createAd>>;

/** The entries about the ad that its parties see, without those of its setup. */
async function entriesOf({ order }: OrderAd): Promise<Data[]> {
  const query = `query ($id: ID!) { order(id: $id) { timeline(last: 50) { edges { node { type
    ... on AdDisplacedEntry { displacedDays placementId } ... on AdShownAgainEntry { endsAt }
    ... on AdExtendedEntry { days reason endsAt } ... on AdPlacedEntry { placementId previousPlacementId replacedAdId restoredAdId } } } } } }`;
  const [forAdvertiser, forSeller] = await Promise.all(
    [order.advertiser, order.seller].map(
      async (party) => (await party.ask(query, { id: order.id })).order.timeline.edges,
    ),
  );
  expect(forAdvertiser.length).toBe(forSeller.length);
  return forSeller
    .map(({ node }: Data) => node)
    .filter(({ type }: Data) => /^AD_(DISPLACED|SHOWN_AGAIN|EXTENDED|PLACED|EXPIRED|UNPUBLISHED)$/.test(type));
}

const mailsOf = async ({ order: { number } }: OrderAd): Promise<string[]> =>
  (await server.app.db.email.findMany({ where: { order: { number }, template: { startsWith: 'ad-' } } }))
    .map(({ template, role }) => `${template} → ${role}`)
    .filter((mail) => /displaced|again|extended/.test(mail))
    .sort();

/** Two ads of one seller, the second published over the first. */
async function createDisplaced(runsOn = false) {
  const seller = await factory.createPerson();
  const placementId = await createPlacement(seller);
  if (runsOn)
    await seller.ask(
      'mutation ($id: ID!) { updatePlacement(input: { placementId: $id, name: "The place", pausesReplacedAds: false }) { __typename } }',
      { id: placementId },
    );
  const [below, above] = [await createAd(factory, seller), await createAd(factory, seller)];
  await publish(seller, below, placementId);
  await publish(seller, above, placementId);
  return { seller, placementId, below, above };
}

describe('an ad in whose place another is shown', () => {
  test('stops its days, and both parties are notified; they continue when the place is free', async () => {
    const { seller, below, above } = await createDisplaced();
    await Promise.all([settlePlacements(server.app), settlePlacements(second.app), settlePlacements(server.app)]);
    const displaced = await read(seller, below);
    server.clock.advance({ days: 5 });
    await takeOfAd(seller, above, 'unpublishAd');
    await Promise.all([settlePlacements(server.app), settlePlacements(second.app)]);
    const shown = await read(seller, below);
    server.clock.advance({ days: 6 });
    await expireDueAds(server.app);
    const late = await read(seller, below);
    server.clock.advance({ days: 1 });
    await expireDueAds(server.app);

    expect(displaced).toMatchObject({ status: 'PUBLISHED', endsAt: null, displacedAt: expect.any(String) });
    expect(displaced.remainingSeconds).toBeGreaterThan(7 * 86_400 - 300);
    expect(displaced.remainingSeconds).toBeLessThanOrEqual(7 * 86_400);
    expect(shown).toMatchObject({ displacedAt: null, remainingSeconds: null });
    expect(Date.parse(shown.endsAt)).toBeGreaterThan(server.clock.now().getTime() - dayMs);
    expect(late.status).toBe('PUBLISHED');
    expect((await read(seller, below)).status).toBe('EXPIRED');
    expect(await entriesOf(below)).toEqual([
      expect.objectContaining({ type: 'AD_DISPLACED', displacedDays: 'STOP' }),
      { type: 'AD_SHOWN_AGAIN', endsAt: shown.endsAt },
      { type: 'AD_EXPIRED' },
    ]);
    expect(await entriesOf(above)).toEqual([{ type: 'AD_UNPUBLISHED' }]);
    expect(await mailsOf(below)).toEqual(['ad-displaced → advertiser', 'ad-shown-again → advertiser']);
  });

  test('lets its days run on if the seller of the placement decides so', async () => {
    const { seller, below } = await createDisplaced(true);
    const { endsAt } = await read(seller, below);

    await settlePlacements(server.app);
    const displaced = await read(seller, below);
    server.clock.advance({ days: 7 });
    await expireDueAds(server.app);

    expect(displaced).toMatchObject({ endsAt, displacedAt: expect.any(String), remainingSeconds: null });
    expect(await read(seller, below)).toMatchObject({ status: 'EXPIRED', displacedAt: null });
    expect((await entriesOf(below))[0]).toMatchObject({ type: 'AD_DISPLACED', displacedDays: 'CONTINUE' });
  });

  test('has no entry if the other ad has left before', async () => {
    const { seller, below, above } = await createDisplaced();
    await takeOfAd(seller, above, 'unpublishAd');

    expect(await settlePlacements(server.app)).toBe(1);
    expect(await settlePlacements(server.app)).toBe(0);

    expect(await entriesOf(below)).toEqual([]);
    expect(await read(seller, below)).toMatchObject({ displacedAt: null, endsAt: expect.any(String) });
  });

  test('keeps its rest when it is unpublished, and is shown again when an operator takes the other down', async () => {
    const [one, other] = [await createDisplaced(), await createDisplaced()];
    const operator = await factory.createOperator();
    await settlePlacements(server.app);

    await takeOfAd(one.seller, one.below, 'unpublishAd');
    await operator.ask('mutation ($id: ID!) { takeDownAd(input: { adId: $id, reason: "Fraud." }) { __typename } }', {
      id: other.above.id,
    });
    await settlePlacements(server.app);

    expect(await read(one.seller, one.below)).toMatchObject({ status: 'DRAFT', endsAt: null, displacedAt: null });
    expect((await read(one.seller, one.below)).remainingSeconds).toBeGreaterThan(6 * 86_400);
    expect(await read(other.seller, other.below)).toMatchObject({ displacedAt: null, endsAt: expect.any(String) });
  });

  test.each([1, 2, 3])(
    'has expired or is displaced if both happen at the same time, never both (race %i)',
    async () => {
      const { seller, below } = await createDisplaced();
      server.clock.advance({ days: 7 });

      await Promise.all([settlePlacements(server.app), expireDueAds(second.app), settlePlacements(second.app)]);
      await settlePlacements(server.app);
      await expireDueAds(server.app);

      const { status, displacedAt, endsAt } = await read(seller, below);
      const types = (await entriesOf(below)).map(({ type }) => type);
      // The other ad has ended too, so an ad that was displaced is shown again with the days that were left.
      if (status === 'EXPIRED') expect(types.at(-1)).toBe('AD_EXPIRED');
      else expect(types).toEqual(['AD_DISPLACED', 'AD_SHOWN_AGAIN']);
      expect(displacedAt).toBeNull();
      expect(endsAt === null).toBe(status === 'EXPIRED');
    },
  );
});

describe('an ad that is placed', () => {
  test('later, without a placement before, is shown there with its days and counts', async () => {
    const seller = await factory.createPerson();
    const [placementId, ad] = [await createPlacement(seller), await createAd(factory, seller)];
    await takeOfAd(seller, ad, 'publishAd');
    const before = await read(seller, ad);

    const byAdvertiser = await takeOfAd(ad.order.advertiser, ad, 'placeAd', { placementId });
    await takeOfAd(seller, ad, 'placeAd', { placementId });
    const again = await takeOfAd(seller, ad, 'placeAd', { placementId });

    expect(byAdvertiser).toMatchObject({ __typename: 'AdStepNotAllowed' });
    expect(await read(seller, ad)).toEqual({ ...before, placement: { id: placementId } });
    expect(again).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'placementId' }] });
    expect(await entriesOf(ad)).toEqual([
      { type: 'AD_PLACED', placementId, previousPlacementId: null, replacedAdId: null, restoredAdId: null },
    ]);
  });

  test('elsewhere leaves its place to the ad below, and continues its days if they had stopped', async () => {
    const { seller, placementId, below, above } = await createDisplaced();
    const other = await createPlacement(seller);
    await settlePlacements(server.app);

    await takeOfAd(seller, below, 'placeAd', { placementId: other });
    const moved = await read(seller, below);
    await takeOfAd(seller, above, 'placeAd', { placementId: other });
    await settlePlacements(server.app);
    const displaced = await read(seller, below);

    expect(moved).toMatchObject({ placement: { id: other }, displacedAt: null, endsAt: expect.any(String) });
    expect(displaced).toMatchObject({ displacedAt: expect.any(String), endsAt: null });
    expect((await entriesOf(above))[0]).toMatchObject({ previousPlacementId: placementId, replacedAdId: below.id });
  });

  test('only fits a placement of its seller that is large enough', async () => {
    const seller = await factory.createPerson();
    const small = await createPlacement(seller);
    await createSpace(seller, { format: { width: 300, height: 250 }, defaultPlacementId: small });
    const [ad, foreign] = [await createAd(factory, seller), await createPlacement(await factory.createPerson())];
    await takeOfAd(seller, ad, 'publishAd');
    await server.app.db.space.updateMany({
      where: { options: { some: { items: { some: { order: { number: ad.order.number } } } } } },
      data: { formatWidth: 728, formatHeight: 90 },
    });

    const answers = [
      await takeOfAd(seller, ad, 'placeAd', { placementId: small }),
      await takeOfAd(seller, ad, 'placeAd', { placementId: foreign }),
    ];

    expect(answers).toMatchObject([
      { problems: [{ field: 'placementId', message: expect.stringContaining('728 × 90') }] },
      { problems: [{ field: 'placementId', message: 'must be the id of one of your placements' }] },
    ]);
    expect((await read(seller, ad)).placement).toBeNull();
  });
});

describe('an ad that is extended', () => {
  test('runs longer, and the advertiser reads why; all extensions together are bounded', async () => {
    const seller = await factory.createPerson();
    const ad = await createAd(factory, seller);
    await takeOfAd(seller, ad, 'publishAd');
    const { endsAt } = await read(seller, ad);

    await takeOfAd(seller, ad, 'extendAd', { days: 3, reason: 'The page was down.' });
    const extended = await read(seller, ad);
    for (let count = 0; count < 4; count += 1) await takeOfAd(seller, ad, 'extendAd', { days: 90, reason: 'More.' });
    const tooFar = await takeOfAd(seller, ad, 'extendAd', { days: 3, reason: 'Even more.' });

    expect(Date.parse(extended.endsAt) - Date.parse(endsAt)).toBe(3 * dayMs);
    expect(tooFar).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'days' }] });
    expect((await read(seller, ad)).extendedDays).toBe(363);
    expect((await entriesOf(ad))[0]).toEqual({
      type: 'AD_EXTENDED',
      days: 3,
      reason: 'The page was down.',
      endsAt: extended.endsAt,
    });
    expect((await mailsOf(ad))[0]).toBe('ad-extended → advertiser');
  });

  test('has more days left while they do not run, and an ad without days is refused', async () => {
    const { seller, below } = await createDisplaced();
    const house = await createHouseAd(seller);
    await takeOfAd(seller, house, 'publishAd');
    await settlePlacements(server.app);
    const before = await read(seller, below);

    await takeOfAd(seller, below, 'extendAd', { days: 2, reason: 'Sorry.' });
    const refused = await takeOfAd(seller, house, 'extendAd', { days: 2, reason: 'Why not.' });

    expect((await read(seller, below)).remainingSeconds - before.remainingSeconds).toBe(2 * 86_400);
    expect(refused).toMatchObject({ __typename: 'AdStepNotAllowed', code: 'CONDITION_NOT_MET' });
  });
});
