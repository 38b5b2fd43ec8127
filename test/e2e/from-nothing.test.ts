/**
 * A marketplace from nothing, as its installer and its first people see it: an empty database, `npm run operator` and a
 * server in production. After that everything is done over HTTP with GraphQL, and every code comes from an e-mail.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, countDays, type DayRange, daysOfRange } from '../../src/platform/days.ts';
import type { OrderStep } from '../../src/process/order.ts';
import { killChildren, startChild, startNpm } from '../support/child-process.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import { emptyDatabase, type TestDatabase } from '../support/database.ts';
import { takeStepAs } from '../support/factory.ts';
import { type DeliveredMail, type MailService, startMailService } from '../support/mail-service.ts';
import { change } from '../support/partner.ts';
import { eventually } from '../support/wait.ts';

const emails = {
  operator: 'olga@market.example',
  seller: 'vera@village-letter.example',
  rival: 'rob@rob-radio.example',
  buyer: 'bea@bea-books.example',
  colleague: 'karl@village-letter.example',
};
const paymentInstructions = 'Village Letter, IBAN DE02 1203 0000 0000 2020 51';
const price = { minorUnits: 12_000, currency: 'EUR' };

let mailService: MailService;
let database: TestDatabase;
let folder: string;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placard-nothing-'));
  mailService = await startMailService();
  database = await emptyDatabase(process.env['DATABASE_URL'] ?? '');
});

afterAll(async () => {
  await killChildren();
  await database.drop();
  await mailService.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The environment: the variables that production requires, operations as text as in README.md, and the loopback services. */
const production = (): Record<string, string> => ({
  NODE_ENV: 'production',
  PORT: '0',
  HOST: '127.0.0.1',
  DATABASE_URL: database.url,
  REDIS_URL: process.env['REDIS_URL'] ?? '',
  DATA_DIR: folder,
  RESEND_API_KEY: 're_from_nothing',
  RESEND_URL: mailService.url,
  MAIL_FROM: 'Placard <orders@market.example>',
  PUBLIC_URL: 'https://market.example',
  SECRET: 'from nothing: at least thirty-two characters',
  ARBITRARY_OPERATIONS: 'allow',
});

/** A person who has signed in with a mailed code. */
interface SignedInPerson extends ApiClient {
  readonly email: string;
  readonly isNewPerson: boolean;
  readonly accountName: string | undefined;
}

/** The e-mails to an address, oldest first. */
const mailsTo = (email: string): readonly DeliveredMail[] => mailService.delivered.filter(({ to }) => to === email);

/** Requests a code, reads it in the e-mail and signs in. An unknown address becomes a person. */
async function signInByMail(email: string): Promise<SignedInPerson> {
  const visitor = apiClient(url);
  const earlier = mailsTo(email).length;
  await succeed(visitor, 'requestSignInCode', { email }, 'SignInCodeRequested');
  await mailService.until(() => mailsTo(email).length > earlier);
  const [, code] = /^(\d{8}) is your sign-in code/.exec(mailsTo(email)[earlier]?.subject ?? '') ?? [];
  const selection = '... on SignedIn { token isNewPerson account { name } }';
  const { marketplace } = await visitor.ask('{ marketplace { terms { version } } }');
  const entered = { email, code, acceptedTermsVersion: marketplace.terms?.version };
  const { token, isNewPerson, account } = await succeed(visitor, 'signIn', entered, 'SignedIn', selection);
  return { ...apiClient(url, token), email, isNewPerson, accountName: account?.name };
}

/** Signs up a new person, who gives a name and creates an account. */
async function signUp(email: string, { name, account }: { name: string; account: Data }): Promise<SignedInPerson> {
  const person = await signInByMail(email);
  expect(person).toMatchObject({ isNewPerson: true, accountName: undefined });
  await succeed(person, 'updatePerson', { name }, 'Person');
  await succeed(person, 'createAccount', account, 'Account');
  return person;
}

/** The result of a mutation, which must be of this type. */
async function succeed(
  who: ApiClient,
  mutation: string,
  input: Record<string, unknown>,
  type: string,
  selection = `... on ${type} { __typename }`,
): Promise<Data> {
  const result = await change(who, mutation, input, selection);
  expect(result, mutation).toMatchObject({ __typename: type });
  return result;
}

/** Creates a space for one ad at a time, with a price option, and lists it. Returns the ids of both. */
async function offerSpace(
  seller: ApiClient,
  { space, option }: { space: Data; option: Data },
): Promise<{ spaceId: string; optionId: string }> {
  const { id: spaceId } = await succeed(seller, 'createSpace', space, 'Space', '... on Space { id }');
  const priced = { spaceId, price, measure: 'DAYS', ...option };
  const { id: optionId } = await succeed(
    seller,
    'createPriceOption',
    priced,
    'PriceOption',
    '... on PriceOption { id }',
  );
  await succeed(seller, 'updateSpaceAvailability', { spaceId, capacity: 1, timeZone: 'Europe/Berlin' }, 'Space');
  const listed = await succeed(seller, 'listSpace', { spaceId }, 'Space', '... on Space { status capacity }');
  expect(listed).toMatchObject({ status: 'LISTED', capacity: 1 });
  return { spaceId, optionId };
}

/** Orders the days of an option from a day on. Returns the order, or the refusal. */
const orderDays = (buyer: ApiClient, { optionId, startsOn }: { optionId: string; startsOn: string }): Promise<Data> =>
  change(
    buyer,
    'placeOrder',
    { items: [{ priceOptionId: optionId, startsOn }], brief: 'An ad for books.', paymentMethod: 'BANK_TRANSFER' },
    `... on Order { id number status items { startsOn endsOn } ads { id status } }
     ... on DaysUnavailable { spaces { spaceId taken { from to } free { from to } } }`,
  );

/** The order as this person sees it. */
async function readOrder(who: ApiClient, id: string): Promise<Data> {
  const { order } = await who.ask(
    `query ($id: ID!) { order(id: $id) { number status progress viewerRole paymentStatus
      amountPaid { minorUnits currency } total { minorUnits currency } marketplaceFee { minorUnits } items { startsOn endsOn title }
      advertiser { name contactEmail paymentInstructions } seller { name contactEmail paymentInstructions }
      ads { status html } ratings { role stars raterName text } payments { receipts { number sellerName } }
      nextSteps { step }
      timeline(first: 50) { nodes { number type actorRole person { name email } } } } }`,
    { id },
  );
  return order;
}

/** Takes a step, which must lead to this status, and returns the order as both parties see it then. */
async function takeStep(
  { actor, parties, order }: { actor: ApiClient; parties: readonly ApiClient[]; order: { id: string } },
  step: OrderStep,
  { input = {}, status }: { input?: Record<string, unknown>; status: string },
): Promise<Data[]> {
  expect(await takeStepAs(actor, order, step, input), step).toMatchObject({ __typename: 'Order', status });
  const views = await Promise.all(parties.map((party) => readOrder(party, order.id)));
  expect(views.map((view) => view.status)).toEqual(parties.map(() => status));
  return views;
}

/** The steps of people on the timeline of an order: number, type, role and the name of the person. */
const stepsOfPeople = ({ timeline }: Data): Data[] =>
  timeline.nodes
    .filter(({ actorRole }: Data) => actorRole !== 'SYSTEM')
    .map(({ number, type, actorRole, person }: Data) => [number, type, actorRole, person?.name]);

test('an empty production database becomes a marketplace, on which two strangers trade', async () => {
  // The installer.
  const command = startNpm(['run', 'operator', '--', 'add', emails.operator], { env: production() });
  expect(await command.ended, command.output()).toBe(0);
  expect(command.output()).toContain(`${emails.operator} is an operator now`);
  const server = startChild('src/main.ts', { env: production() });
  const [, port] = await server.says(/Placard is ready on port (\d+)/);
  url = `http://127.0.0.1:${port}`;

  // The operator.
  const operator = await signInByMail(emails.operator);
  const {
    me,
    viewer,
    spaces: nothing,
  } = await operator.ask(
    '{ me { email memberships { role account { isOperator } } } viewer { isOperator } spaces { totalCount } }',
  );
  expect(me).toEqual({ email: emails.operator, memberships: [{ role: 'OWNER', account: { isOperator: true } }] });
  expect(viewer).toEqual({ isOperator: true });
  expect(nothing.totalCount).toBe(0);

  // The operator sets the marketplace up, and a visitor reads the settings without signing in.
  const { marketplace } = await operator.ask('{ marketplace { name revision } }');
  expect(marketplace).toEqual({ name: 'Placard', revision: 1 });
  const settings = {
    ...{ expectedRevision: marketplace.revision, name: 'Village Market', senderName: 'Village Market' },
    ...{ termsUrl: 'https://market.example/terms', currencies: ['EUR'], feeBasisPoints: 1_000 },
  };
  await succeed(operator, 'updateMarketplace', settings, 'Marketplace');
  const visible = await apiClient(url).ask(
    '{ marketplace { name currencies signUp terms { version url } feeBasisPoints } }',
  );
  expect(visible.marketplace).toEqual({
    ...{ name: 'Village Market', currencies: ['EUR'], signUp: 'OPEN', feeBasisPoints: null },
    terms: { version: 1, url: settings.termsUrl },
  });

  // The seller.
  const seller = await signUp(emails.seller, {
    name: 'Vera Moss',
    account: { name: 'Village Letter', legalName: 'Village Letter e.K.', paymentInstructions },
  });
  const { id: defaultPlacementId } = await succeed(
    seller,
    'createPlacement',
    { name: 'Top of the page', slug: 'village-top', kind: 'SINGLE' },
    'Placement',
    '... on Placement { id }',
  );
  const monthly = await offerSpace(seller, {
    space: { title: 'Issue sponsor', description: 'The first block of each issue.', kind: 'NEWSLETTER' },
    option: { title: 'a month', quantity: 30, isMonthly: true },
  });
  const daily = await offerSpace(seller, {
    space: {
      title: 'Top of the page',
      description: 'Above the news.',
      kind: 'WEBSITE',
      languages: ['de'],
      countries: ['DE'],
      defaultPlacementId,
    },
    option: { title: 'three days', quantity: 3 },
  });
  const { space } = await seller.ask('query ($id: ID!) { space(id: $id) { firstBookableDay } }', { id: daily.spaceId });
  const startsOn = addDays(space.firstBookableDay, 30);
  const takenDays: DayRange = { from: startsOn, to: addDays(startsOn, 2) };
  const blocked = addDays(takenDays.to, 1);
  const block = { spaceId: daily.spaceId, ranges: [{ from: blocked, to: blocked }], reason: 'The page is rebuilt.' };
  await succeed(seller, 'blockSpaceDays', block, 'Space');

  // Another buyer has the days first.
  const rival = await signUp(emails.rival, { name: 'Rob Ray', account: { name: 'Rob Radio' } });
  const first = await orderDays(rival, { optionId: daily.optionId, startsOn });
  expect(first).toMatchObject({ __typename: 'Order', items: [{ startsOn: takenDays.from, endsOn: takenDays.to }] });

  // The buyer finds a space without signing in, and the reason of the blocked day is not shown.
  const { spaces } = await apiClient(url).ask(
    `query ($filter: SpaceFilter!, $from: Date!, $to: Date!) { spaces(filter: $filter) { totalCount
      facets { kinds { value count } }
      nodes { id title seller { name contactEmail } options { id price { minorUnits } }
        availability(from: $from, to: $to) { from to freePlaces isBlocked blockReason } } } }`,
    {
      filter: { kinds: ['WEBSITE'], countries: ['DE'], currency: 'EUR', maxPrice: price.minorUnits, isMonthly: false },
      from: takenDays.from,
      to: addDays(blocked, 1),
    },
  );
  expect(spaces).toMatchObject({
    totalCount: 1,
    nodes: [
      {
        id: daily.spaceId,
        seller: { name: 'Village Letter', contactEmail: null },
        options: [{ id: daily.optionId, price: { minorUnits: price.minorUnits } }],
        availability: [
          { ...takenDays, freePlaces: 0, isBlocked: false },
          { from: blocked, to: blocked, freePlaces: 0, isBlocked: true, blockReason: null },
          { from: addDays(blocked, 1), freePlaces: 1, isBlocked: false },
        ],
      },
    ],
  });
  const { spaces: ofMonths } = await apiClient(url).ask('{ spaces(filter: { isMonthly: true }) { nodes { id } } }');
  expect(ofMonths.nodes).toEqual([{ id: monthly.spaceId }]);

  // The buyer is refused the taken days, and orders free ones that the refusal names.
  const buyer = await signUp(emails.buyer, { name: 'Bea Hall', account: { name: 'Bea Books' } });
  const refused = await orderDays(buyer, { optionId: daily.optionId, startsOn });
  expect(refused).toMatchObject({
    __typename: 'DaysUnavailable',
    spaces: [{ spaceId: daily.spaceId, taken: [takenDays] }],
  });
  const free: readonly DayRange[] = refused.spaces[0].free;
  const freeDays = free.flatMap(daysOfRange);
  for (const day of [...daysOfRange(takenDays), blocked]) expect(freeDays).not.toContain(day);
  const chosen = free.find((range) => countDays(range) >= 3);
  const order = await orderDays(buyer, { optionId: daily.optionId, startsOn: chosen?.from ?? '' });
  const ordered = { startsOn: chosen?.from, endsOn: addDays(chosen?.from ?? '', 2) };
  expect(order).toMatchObject({ __typename: 'Order', status: 'PENDING', items: [ordered], ads: [{ status: 'DRAFT' }] });

  // Both parties see the order, each with their own role and without the private fields of the other.
  const parties = [buyer, seller];
  const [asBuyer, asSeller] = await Promise.all(parties.map((party) => readOrder(party, order.id)));
  expect(asBuyer).toMatchObject({
    viewerRole: 'ADVERTISER',
    items: [ordered],
    marketplaceFee: null,
    advertiser: { name: 'Bea Books', contactEmail: emails.buyer },
    seller: { name: 'Village Letter', contactEmail: null, paymentInstructions: null },
  });
  expect(asSeller).toMatchObject({
    viewerRole: 'SELLER',
    items: [ordered],
    marketplaceFee: { minorUnits: price.minorUnits / 10 },
    advertiser: { name: 'Bea Books', contactEmail: null },
    seller: { name: 'Village Letter', contactEmail: emails.seller, paymentInstructions },
  });
  expect(await readOrder(rival, order.id)).toBeNull();
  const { space: reserved } = await seller.ask(
    'query ($id: ID!) { space(id: $id) { reservations(first: 10) { nodes { startsOn order { number } } } } }',
    { id: daily.spaceId },
  );
  expect(reserved.reservations.nodes).toHaveLength(2);
  expect(reserved.reservations.nodes).toContainEqual({ startsOn: takenDays.from, order: { number: first.number } });
  expect(reserved.reservations.nodes).toContainEqual({ startsOn: ordered.startsOn, order: { number: order.number } });

  // The payment, outside the marketplace.
  const by = (actor: ApiClient) => ({ actor, parties, order });
  await takeStep(by(seller), 'requestPayment', { status: 'PAYMENT_REQUIRED' });
  const findRequest = () =>
    mailsTo(emails.buyer).find(({ subject }) => subject === `Payment for order #${order.number}`);
  await mailService.until(() => findRequest() !== undefined);
  expect(findRequest()?.text).toContain(paymentInstructions);
  expect(findRequest()?.replyTo).toContain(emails.seller);
  expect(findRequest()?.from).toBe('Village Market <orders@market.example>');
  const paid = { input: { reference: 'Statement 1, line 1' }, status: 'PAYMENT_RECEIVED' };
  for (const view of await takeStep(by(seller), 'confirmPayment', paid))
    expect(view).toMatchObject({
      paymentStatus: 'PAID',
      amountPaid: price,
      total: price,
      payments: [{ receipts: [{ number: expect.any(String) }] }],
    });

  // The work: the ad is set up by the buyer and published by the seller, in the default placement of the space.
  await takeStep(by(seller), 'startProcessing', { status: 'PROCESSING' });
  const adId = order.ads[0].id;
  const html = '<p>Books by the village pond</p>';
  const ad = { adId, html, targetUrl: 'https://bea-books.example/' };
  const status = '... on Ad { status }';
  await succeed(buyer, 'saveAdDraft', ad, 'Ad', status);
  expect(await succeed(buyer, 'submitAd', { adId }, 'Ad', status)).toMatchObject({ status: 'PENDING' });
  expect(await succeed(seller, 'publishAd', { adId }, 'Ad', status)).toMatchObject({ status: 'PUBLISHED' });
  const { placement } = await apiClient(url).ask('{ placement(slug: "village-top") { ads { __typename } } }');
  expect(placement.ads).toHaveLength(1);
  const completed = await takeStep(by(seller), 'completeOrder', {
    input: { note: 'It is online. Thank you!', proofLink: 'https://village-letter.example/' },
    status: 'COMPLETED',
  });
  for (const view of completed) expect(view).toMatchObject({ progress: 100, ads: [{ status: 'PUBLISHED', html }] });

  // The ratings are sealed until both have rated.
  const praise = { stars: 5, text: 'Quick, and a pleasure to work with.' };
  const [, sealed] = await takeStep(by(buyer), 'rateCollaboration', { input: praise, status: 'COMPLETED' });
  expect(sealed.ratings).toEqual([]);
  const views = await takeStep(by(seller), 'rateCollaboration', { input: { stars: 4 }, status: 'COMPLETED' });
  for (const view of views) {
    expect(view.ratings).toHaveLength(2);
    expect(view.ratings).toContainEqual({ role: 'ADVERTISER', raterName: 'Bea Books', ...praise });
    expect(view.ratings).toContainEqual({ role: 'SELLER', raterName: 'Village Letter', stars: 4, text: null });
  }

  // Both read the same timeline: who acted is named, and the address of the other person is not shown.
  const [ofBuyer, ofSeller] = views;
  expect(stepsOfPeople(ofSeller)).toEqual(stepsOfPeople(ofBuyer));
  expect(stepsOfPeople(ofBuyer).map(([, type, role, name]) => [type, role, name])).toEqual([
    ['ORDER_PLACED', 'ADVERTISER', 'Bea Hall'],
    ['PAYMENT_REQUESTED', 'SELLER', 'Vera Moss'],
    ['PAYMENT_RECEIVED', 'SELLER', 'Vera Moss'],
    ['PROCESSING_STARTED', 'SELLER', 'Vera Moss'],
    ['AD_DRAFT_SAVED', 'ADVERTISER', 'Bea Hall'],
    ['AD_SUBMITTED', 'ADVERTISER', 'Bea Hall'],
    ['AD_PUBLISHED', 'SELLER', 'Vera Moss'],
    ['ORDER_COMPLETED', 'SELLER', 'Vera Moss'],
    ['COLLABORATION_RATED', 'ADVERTISER', 'Bea Hall'],
    ['COLLABORATION_RATED', 'SELLER', 'Vera Moss'],
  ]);
  expect(JSON.stringify(ofBuyer)).not.toContain(emails.seller);
  expect(JSON.stringify(ofSeller)).not.toContain(emails.buyer);
  // The operator sees the order, and its money.
  expect(await readOrder(operator, order.id)).toMatchObject({ viewerRole: 'OPERATOR', status: 'COMPLETED' });
  const { spaces: profiled } = await apiClient(url).ask(
    '{ spaces(first: 1) { nodes { seller { profile { completedOrderCount ratingAverage } } } } }',
  );
  expect(profiled.nodes[0].seller.profile).toEqual({ completedOrderCount: 1, ratingAverage: 5 });
  // Every mail of the order reached its party, and no mail reached anyone else.
  await eventually(() => {
    const subjects = mailsTo(emails.seller).map(({ subject }) => subject);
    expect(subjects).toContainEqual(expect.stringContaining(`#${order.number}`));
  });
  const receivers = Object.values(emails).filter((email) => email !== emails.colleague);
  expect(new Set(mailService.delivered.map(({ to }) => to))).toEqual(new Set(receivers));

  // A colleague joins the seller by invitation, follows the order, and sees nothing more after the removal.
  const invitation = { email: emails.colleague, role: 'MEMBER' };
  await succeed(seller, 'inviteMember', invitation, 'Invitation');
  await mailService.until(() => mailsTo(emails.colleague).length > 0);
  const [, token] = /\/invitations\/(\S+)/.exec(mailsTo(emails.colleague)[0]?.text ?? '') ?? [];
  const colleague = await signInByMail(emails.colleague);
  expect(await readOrder(colleague, order.id)).toBeNull();
  await succeed(colleague, 'acceptInvitation', { token }, 'AccountMembership');
  expect(await readOrder(colleague, order.id)).toMatchObject({ viewerRole: 'SELLER', status: 'COMPLETED' });
  const stream = colleague.follow(
    'subscription ($id: ID!) { orderTimeline(orderId: $id) { __typename ... on Refusal { code } } }',
    { id: order.id },
  );
  await stream.next();
  const { me: member } = await colleague.ask('{ me { id } }');
  await succeed(seller, 'removeMember', { personId: member.id }, 'MembershipEnded');
  const ended = await stream.until(({ orderTimeline }: Data) => orderTimeline.code !== undefined);
  expect(ended.at(-1)).toMatchObject({ orderTimeline: { code: 'ACCESS_LOST' } });
  expect(await readOrder(colleague, order.id)).toBeNull();

  // The buyer exports what is stored about her, and deletes herself. The seller keeps the order, under another name.
  const { exportPersonalData } = await buyer.ask('{ exportPersonalData { document } }');
  expect(exportPersonalData.document).toContain(emails.buyer);
  expect(exportPersonalData.document).toContain('Bea Hall');
  expect(JSON.parse(exportPersonalData.document).termsAcceptances).toMatchObject([{ version: 1 }]);
  await succeed(buyer, 'deletePerson', { confirmation: emails.buyer }, 'PersonDeleted');
  expect((await buyer.send('{ me { name } }')).status).toBe(401);
  const orderOfSeller = await readOrder(seller, order.id);
  expect(orderOfSeller).toMatchObject({ status: 'COMPLETED', advertiser: { name: 'Closed account' } });
  expect(JSON.stringify(orderOfSeller)).not.toContain('Bea Hall');

  server.signal('SIGTERM');
  expect(await server.ended, server.output()).toBe(0);
});
