/** Both process tables together: random steps of orders and of their ads, in any sequence. */
import { afterEach, describe, expect, test } from 'vitest';
import { setupTokenFor } from '../../src/access/setup-link-tokens.ts';
import { expireDueAds } from '../../src/ads/expire-ads.ts';
import { settlePlacements } from '../../src/ads/placements/settle-placements.ts';
import type { Ad } from '../../src/generated/prisma/client.ts';
import { rowIdOf, toGlobalId } from '../../src/graphql/ids.ts';
import { orderExtensions } from '../../src/order-extensions.ts';
import { type AdStep, adProcess, adRow, adState, adSteps } from '../../src/process/ad.ts';
import { type PersonRole, STAYS, targetsOf } from '../../src/process/define.ts';
import { emailsCausedBy } from '../../src/process/guards.ts';
import { isOrderStatus, orderRow, orderState, orderSteps } from '../../src/process/order.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import { sampleInput, type TestOrder, takeStepAs } from '../support/factory.ts';
import { watchInvariants } from '../support/invariants.ts';
import { pick, seededRandom } from '../support/random.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });

afterEach(() => expect([...errorsIn(server.logged), ...errorsIn(second.logged)]).toEqual([]));

type Cast = Pick<TestOrder, PersonRole>;

async function createOrderOfTwo(
  cast: Cast,
): Promise<TestOrder & { readonly rowId: string; readonly holder: ApiClient }> {
  const priceOptionIds = [await factory.createPriceOption(cast.seller), await factory.createPriceOption(cast.seller)];
  const { placeOrder } = await cast.advertiser.ask(
    'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id number ads { id } } } }',
    { input: { priceOptionIds, brief: 'Tea.', paymentMethod: 'CASH' } },
  );
  const { id: linkId } = await server.app.db.setupLink.findFirstOrThrow({
    where: { order: { number: placeOrder.number } },
  });
  const holder = apiClient(server.url, setupTokenFor(server.app.config.secret, linkId));
  for (const { id } of placeOrder.ads)
    await holder.ask('mutation ($id: ID!) { saveAdDraft(input: { adId: $id, html: "Tea." }) { __typename } }', { id });
  return { ...placeOrder, ...cast, rowId: rowIdOf('Order', placeOrder.id), holder };
}

type WalkedOrder = Awaited<ReturnType<typeof createOrderOfTwo>>;

async function createPlacement(seller: ApiClient, kind: 'SINGLE' | 'GROUP'): Promise<string> {
  const { createPlacement } = await seller.ask(
    `mutation ($input: CreatePlacementInput!) { createPlacement(input: $input) { ... on Placement { id } } }`,
    { input: { slug: `place-${kind.toLowerCase()}`, name: kind, kind } },
  );
  return createPlacement.id;
}

/** Everything that a step may change, as it is stored. Entries about the delivery of mails are left out: they come late. */
async function snapshotOf(sellerId: string) {
  const { db } = server.app;
  const order = { sellerId };
  const [ads, entryRows, emailRows] = await Promise.all([
    db.ad.findMany({ where: { sellerId }, orderBy: { name: 'asc' } }),
    db.logEntry.findMany({ where: { order, type: { notIn: ['emailSent', 'emailFailed'] } } }),
    db.email.findMany({ where: { order } }),
  ]);
  const entries = entryRows.map(({ orderId, number, type, input }) => ({
    key: `${orderId} ${number}`,
    what: `${type} ${(input as { adId?: string }).adId ?? orderId}`,
  }));
  const emails = emailRows.map(({ id, template, role, orderId }) => ({
    key: id,
    what: `${template} → ${role} of ${orderId}`,
  }));
  return { ads, entries, emails };
}
type Snapshot = Awaited<ReturnType<typeof snapshotOf>>;

const newIn = (before: Snapshot['entries'], after: Snapshot['entries']): string[] => {
  const knownKeys = new Set(before.map(({ key }) => key));
  return after.flatMap(({ key, what }) => (knownKeys.has(key) ? [] : [what])).sort();
};

/** The expected result of a move. */
interface Expected {
  readonly entries: readonly string[];
  readonly emails: readonly string[];
  /** The ads that the move changes, each with its expected fields. */
  readonly ads: ReadonlyMap<string, Partial<Ad>>;
}
const { conditions } = orderExtensions;

const nothing: Expected = { entries: [], emails: [], ads: new Map() };

/** A move: its description, its order, the answer, and the expected result. */
interface Move {
  readonly what: string;
  readonly order?: WalkedOrder | undefined;
  readonly answer?: Data;
  readonly expected: Expected;
}

/** True if an order ends in this status. */
const isEnd = (status: string): boolean => isOrderStatus(status) && orderState(status).final === true;
/** The steps that always end an order. They are taken less often, because they would end the walk. */
const endings = orderSteps.filter(([, { to }]) => targetsOf(to).every(isEnd));

/** Mostly a step that the table allows in this status, sometimes any step. */
function pickStep<Step extends string, Row extends { from: readonly string[]; by: readonly string[] }>(
  random: () => number,
  steps: readonly [Step, Row][],
  status: string,
): [Step, Row] {
  const open = steps.filter(([, { from, by }]) => from.length > 0 && by.some((role) => role !== 'system'));
  const possible = open.filter(([, { from }]) => from.includes(status));
  return pick(random, random() < 0.75 && possible.length > 0 ? possible : open);
}

/** Mostly a role that may take a step of this row, sometimes any role. */
function pickRole(random: () => number, by: readonly string[]): PersonRole {
  const everybody = ['advertiser', 'seller', 'operator'] as const;
  return pick(random, random() < 0.75 ? everybody.filter((role) => by.includes(role)) : everybody);
}

async function moveOrder(random: () => number, order: WalkedOrder, { ads }: Snapshot): Promise<Move> {
  const { db } = server.app;
  const before = await db.order.findUniqueOrThrow({ where: { id: order.rowId } });
  const mayEnd = random() < 0.2;
  const steps = orderSteps.filter((one) => mayEnd || !endings.includes(one));
  const [step, row] = pickStep(random, steps, before.status);
  const role = pickRole(random, row.by);
  const statuses = row.input?.['status']?.values?.filter((status) => mayEnd || !isEnd(status));
  const chosen = statuses ? { status: pick(random, statuses) } : {};

  const answer = await takeStepAs(order[role], order, step, { ...sampleInput(row), ...chosen });

  const what = `${role}: ${step} of order ${order.number}`;
  if (answer.__typename !== 'Order') return { what, order, answer, expected: nothing };
  const after = await db.order.findUniqueOrThrow({ where: { id: order.rowId } });
  const mails = emailsCausedBy(orderRow(step), role).filter(
    ({ when }) =>
      when === undefined || when === 'sellerSendsSetupEmails' || !conditions[when](after, role, server.clock.now()),
  );
  const hasEnded = after.status !== before.status && isEnd(after.status);
  const withdrawn = adProcess.steps.withdrawAd;
  const going = ads.filter(
    ({ orderId, status }) => hasEnded && orderId === order.rowId && withdrawn.from.some((from) => from === status),
  );
  return {
    what,
    order,
    answer,
    expected: {
      entries: [`${step} ${order.rowId}`],
      emails: mails.map((one) => `${one.mail} → ${one.role} of ${order.rowId}`),
      ads: new Map(going.map(({ id }) => [id, { status: withdrawn.to }])),
    },
  };
}

const adSelection = '__typename ... on Ad { status } ... on Refusal { code message }';

/** The placement of each published ad, by the id of the ad. */
type AdPlacements = Map<string, string>;

async function moveAd(
  random: () => number,
  {
    ad,
    order,
    cast,
    placements,
    adPlacements,
  }: { ad: Ad; order: WalkedOrder | undefined; cast: Cast; placements: string[]; adPlacements: AdPlacements },
): Promise<Move> {
  // Steps that send mails are taken more often than others.
  const triggers = adSteps.filter(([, { mails, from }]) => mails && from.some((status) => status === ad.status));
  const [step, row] = pickStep(random, random() < 0.5 && triggers.length > 0 ? triggers : adSteps, ad.status);
  const role = pickRole(random, row.by);
  const isByLink = order !== undefined && role === 'advertiser' && random() < 0.5;
  const content = {
    html: `Tea ${Math.floor(random() * 1e6)}.`,
    targetUrl: random() < 0.5 ? null : 'https://tea.example/',
  };
  const isPlaced = step === 'placeAd' || (step === 'publishAd' && random() < 0.8);
  const placementId = isPlaced ? pick(random, placements) : undefined;
  const input = {
    adId: toGlobalId('Ad', ad.id),
    ...(step === 'saveAdDraft' ? content : step === 'placeAd' ? {} : sampleInput(row)),
    ...(placementId ? { placementId } : {}),
  };

  const name = `${step.charAt(0).toUpperCase()}${step.slice(1)}`;
  const person = isByLink ? order.holder : cast[role];
  const { data } = await person.send(`mutation ($input: ${name}Input!) { ${step}(input: $input) { ${adSelection} } }`, {
    input,
  });
  // A setup link that has ended gets no answer.
  const answer = data?.[step] ?? { __typename: 'NoAnswer' };

  const what = `${isByLink ? 'holder' : role}: ${step} of ${ad.name}`;
  if (answer.__typename !== 'Ad') return { what, order, answer, expected: nothing };
  if (placementId) adPlacements.set(ad.id, placementId);
  if (row.from.includes('PUBLISHED') && row.to !== STAYS) adPlacements.delete(ad.id);
  return {
    what,
    order,
    answer,
    expected: {
      ...reportsOf(step, ad, role),
      ads: new Map([
        [ad.id, { status: row.to === STAYS ? ad.status : row.to, ...(step === 'saveAdDraft' ? content : {}) }],
      ]),
    },
  };
}

/** The entry and the mails of a step of an ad. There are none if the ad has no order or the step is silent. */
function reportsOf(
  step: AdStep,
  { id, orderId }: Ad,
  role: PersonRole | 'system',
): Pick<Expected, 'entries' | 'emails'> {
  if (orderId === null || adRow(step).silentAs) return nothing;
  return {
    entries: [`${step} ${id}`],
    emails: emailsCausedBy(adRow(step), role).map((one) => `${one.mail} → ${one.role} of ${orderId}`),
  };
}

/** Advances the clock, and expires the ads that are due. */
async function passDays(days: number, { ads }: Snapshot, adPlacements: AdPlacements): Promise<Move> {
  server.clock.advance({ days });
  const at = server.clock.now();
  const due = ads.filter(({ status, endsAt }) => status === 'PUBLISHED' && endsAt !== null && endsAt <= at);

  expect(await expireDueAds(server.app)).toBe(due.length);

  for (const { id } of due) adPlacements.delete(id);
  const reports = due.map((ad) => reportsOf('expireAd', ad, 'system'));
  return {
    what: `${days} days pass`,
    expected: {
      entries: reports.flatMap(({ entries }) => entries),
      emails: reports.flatMap(({ emails }) => emails),
      ads: new Map(due.map(({ id }) => [id, { status: 'EXPIRED' }])),
    },
  };
}

/** Settles the placements: the ads that are no longer shown in the single one are displaced, and those shown again return. */
async function settle(seller: ApiClient, single: string, { ads }: Snapshot): Promise<Move> {
  const { node } = await seller.ask(
    'query ($id: ID!) { node(id: $id) { ... on Placement { ads { isShown ad { id } } } } }',
    {
      id: single,
    },
  );
  const reports = node.ads.flatMap(({ isShown, ad }: Data) => {
    const row = ads.find(({ id }) => id === rowIdOf('Ad', ad.id));
    return row && isShown === (row.displacedAt !== null)
      ? [reportsOf(isShown ? 'showAdAgain' : 'displaceAd', row, 'system')]
      : [];
  });

  await settlePlacements(server.app);

  const after = await server.app.db.ad.findMany({ where: { id: { in: ads.map(({ id }) => id) } } });
  for (const { id, displacedAt, endsAt, remainingMs } of after) {
    const entry = node.ads.find(({ ad }: Data) => rowIdOf('Ad', ad.id) === id);
    expect(displacedAt === null, 'what is not shown in its place is displaced').toBe(entry?.isShown ?? true);
    expect(endsAt === null || remainingMs === null, 'days either run or are left').toBe(true);
  }
  return {
    what: 'the placements are settled',
    expected: {
      entries: reports.flatMap(({ entries }: Expected) => entries),
      emails: reports.flatMap(({ emails }: Expected) => emails),
      ads: new Map(),
    },
  };
}

async function say(random: () => number, order: WalkedOrder): Promise<Move> {
  await order[pick(random, ['advertiser', 'seller'] as const)].ask(
    'mutation ($id: ID!) { sendMessage(input: { orderId: $id, text: "Hello." }) { __typename } }',
    { id: order.id },
  );
  return { what: 'a message', order, expected: { ...nothing, entries: [`sendMessage ${order.rowId}`] } };
}

/** Expects a move to have changed exactly what it must. */
function expectDone(before: Snapshot, after: Snapshot, expected: Expected, what: string): void {
  expect(newIn(before.entries, after.entries), `${what}: one entry for each change`).toEqual(
    [...expected.entries].sort(),
  );
  expect(newIn(before.emails, after.emails), `${what}: mails as the table says`).toEqual([...expected.emails].sort());
  const stateOf = ({ id, status, html, targetUrl }: Ad) => ({ id, status, html, targetUrl });
  expect(after.ads.map(stateOf), `${what}: ads`).toEqual(
    before.ads.map((ad) => ({ ...stateOf(ad), ...expected.ads.get(ad.id) })),
  );
}

async function expectPlacements(
  seller: ApiClient,
  placements: readonly string[],
  ads: readonly Ad[],
  adPlacements: AdPlacements,
  what: string,
) {
  for (const [index, id] of placements.entries()) {
    const { node } = await seller.ask(
      'query ($id: ID!) { node(id: $id) { ... on Placement { ads { isShown ad { id } } } } }',
      { id },
    );
    const rowIds = (entries: Data[]): string[] => entries.map(({ ad }) => rowIdOf('Ad', ad.id)).sort();
    const expectedIds = [...adPlacements].flatMap(([ad, place]) => (place === id ? [ad] : [])).sort();
    expect(rowIds(node.ads), `${what}: the ads of a placement`).toEqual(expectedIds);
    for (const ad of ads) if (expectedIds.includes(ad.id)) expect(ad.status, what).toBe('PUBLISHED');
    const shown = rowIds(node.ads.filter(({ isShown }: Data) => isShown));
    if (index === 0)
      expect(shown.length, `${what}: a single placement shows one`).toBe(Math.min(1, expectedIds.length));
    else expect(shown, `${what}: a group shows all`).toEqual(expectedIds);
  }
}

test('a random walk over both tables breaks no rule of either table', async () => {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
  console.log(`random walk with SEED=${seed}`);
  const random = seededRandom(seed);
  const cast = {
    advertiser: await factory.createPerson(),
    seller: await factory.createPerson(),
    operator: await factory.createOperator(),
  };
  const sellerId = cast.seller.accountId;
  const orders = [await createOrderOfTwo(cast), await createOrderOfTwo(cast), await createOrderOfTwo(cast)];
  await cast.seller.ask('mutation { createAd(input: { name: "House ad" }) { __typename } }');
  const placements = [await createPlacement(cast.seller, 'SINGLE'), await createPlacement(cast.seller, 'GROUP')];
  const checks = await Promise.all(
    orders.map(async (order) => ({ order, check: await watchInvariants(server, order) })),
  );
  const adPlacements: AdPlacements = new Map();
  // Too few days for an order to expire: the timers of orders have tests of their own.
  let daysLeft = 12;

  let before = await snapshotOf(sellerId);
  for (let count = 0; count < 100; count += 1) {
    const chance = random();
    const days = Math.min(daysLeft, 1 + Math.floor(random() * 4));
    const alive = before.ads.filter(({ status }) => !adState(status).final);
    const ad = pick(random, alive.length > 0 && random() < 0.8 ? alive : before.ads);
    const itsOrder = orders.find(({ rowId }) => rowId === ad.orderId);
    let move: Move;
    // The owner of an ad without an order has both roles.
    const actors = itsOrder ? cast : { ...cast, advertiser: cast.seller };
    if (chance < 0.25) move = await moveOrder(random, pick(random, orders), before);
    else if (chance < 0.3) move = await say(random, pick(random, orders));
    else if (chance < 0.4 && days > 0) move = await passDays(days, before, adPlacements);
    else if (chance < 0.5) move = await settle(cast.seller, placements.at(0) ?? '', before);
    else move = await moveAd(random, { ad, order: itsOrder, cast: actors, placements, adPlacements });
    if (chance >= 0.3 && chance < 0.4) daysLeft -= days;

    const what = `${count}: ${move.what}, SEED=${seed}`;
    const after = await snapshotOf(sellerId);
    expectDone(before, after, move.expected, what);
    await expectPlacements(cast.seller, placements, after.ads, adPlacements, what);
    for (const { order, check } of checks) await check(order === move.order ? (move.answer ?? {}) : {}, what);
    before = after;
  }
});

describe('at the same time, on two instances', () => {
  const onSecond = ({ token }: ApiClient) => apiClient(second.url, token);
  const take = async (person: ApiClient, step: AdStep, input: Data): Promise<Data> => {
    const name = `${step.charAt(0).toUpperCase()}${step.slice(1)}`;
    const query = `mutation ($input: ${name}Input!) { ${step}(input: $input) { ${adSelection} } }`;
    return (await person.ask(query, { input }))[step];
  };
  const createParties = async () => ({
    advertiser: await factory.createPerson(),
    seller: await factory.createPerson(),
    operator: await factory.createOperator(),
  });
  const adsOf = async ({ rowId }: WalkedOrder) => {
    const ads = await server.app.db.ad.findMany({ where: { orderId: rowId }, orderBy: { name: 'asc' } });
    return ads as [Ad, Ad];
  };
  const typesOf = async ({ rowId }: WalkedOrder): Promise<string[]> => {
    const entries = await server.app.db.logEntry.findMany({ where: { orderId: rowId }, orderBy: { number: 'asc' } });
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
    return entries.map(({ type }) => type);
  };

  test.each([1, 2, 3])(
    'a draft that the setup link saves while the advertiser submits is in the ad, or refused (race %i)',
    async () => {
      const order = await createOrderOfTwo(await createParties());
      const [{ id }] = await adsOf(order);
      const adId = toGlobalId('Ad', id);

      const [saved, submitted] = await Promise.all([
        take(onSecond(order.holder), 'saveAdDraft', { adId, html: 'Late tea.' }),
        take(order.advertiser, 'submitAd', { adId }),
      ]);

      const [ad] = await adsOf(order);
      expect(submitted).toMatchObject({ __typename: 'Ad' });
      expect([ad.status, ad.html]).toEqual(['PENDING', saved.__typename === 'Ad' ? 'Late tea.' : 'Tea.']);
      expect((await typesOf(order)).findLast((type) => type === 'submitAd' || type === 'saveAdDraft')).toBe('submitAd');
    },
  );

  test.each([1, 2, 3])('an ad is published before its order ends, or withdrawn with it (race %i)', async () => {
    const order = await createOrderOfTwo(await createParties());
    const [{ id }] = await adsOf(order);
    const adId = toGlobalId('Ad', id);
    await take(order.advertiser, 'submitAd', { adId });

    const [published, ended] = await Promise.all([
      take(order.seller, 'publishAd', { adId }),
      takeStepAs(onSecond(order.advertiser), order, 'cancelOrder'),
    ]);

    const [ad, other] = await adsOf(order);
    expect(ended).toMatchObject({ __typename: 'Order', status: 'CANCELLED' });
    expect(ad.status).toBe(published.__typename === 'Ad' ? 'PUBLISHED' : 'WITHDRAWN');
    expect(other.status).toBe('WITHDRAWN');
    expect((await typesOf(order)).includes('publishAd')).toBe(published.__typename === 'Ad');
  });
});
