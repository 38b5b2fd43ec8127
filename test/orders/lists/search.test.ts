/** The search in orders and messages, through the API. */
import { beforeAll, describe, expect, test } from 'vitest';
import { soleOwnerOf, type Viewer } from '../../../src/access/viewer.ts';
import { Prisma } from '../../../src/generated/prisma/client.ts';
import { fromGlobalId } from '../../../src/graphql/ids.ts';
import { limits } from '../../../src/limits.ts';
import { foundMessagesSql } from '../../../src/messages/search-messages.ts';
import { orderIdsSql } from '../../../src/orders/lists/list-orders.ts';
import { refreshSearchText, writeMissingTexts } from '../../../src/orders/search/order-texts.ts';
import { searchWordsOf } from '../../../src/platform/search-text.ts';
import { apiClient, type Data } from '../../support/client.ts';
import { type TestOrder, type TestPerson, takeStepAs } from '../../support/factory.ts';
import { createPartner, idOf, wires } from '../../support/partner.ts';
import { useServer } from '../../support/use-server.ts';

const { server, factory } = useServer();

type Client = Pick<TestPerson, 'ask' | 'send'>;

const orders =
  'query ($text: String, $first: Int, $after: String) { orders(first: $first, after: $after, filter: { text: $text }) { nodes { number } pageInfo { hasNextPage endCursor } } }';
const messages = `query ($text: String!, $orderId: ID, $first: Int, $after: String, $last: Int, $before: String) {
  searchMessages(text: $text, orderId: $orderId, first: $first, after: $after, last: $last, before: $before) {
    nodes { id text order { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
const sendMessage =
  'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on Message { id number } ... on Refusal { message } } }';
const updateMessage =
  'mutation ($input: UpdateMessageInput!) { updateMessage(input: $input) { ... on Message { id } ... on Refusal { message } } }';
const deleteMessage =
  'mutation ($input: DeleteMessageInput!) { deleteMessage(input: $input) { ... on Message { id } ... on Refusal { message } } }';

/** The numbers of the orders that a search finds. */
const findOrders = async (person: Client, text: string): Promise<number[]> =>
  (await person.ask(orders, { text, first: 50 })).orders.nodes.map(({ number }: Data) => number);
/** The texts of the messages that a search finds. */
const findMessages = async (person: Client, text: string, more: Record<string, unknown> = {}): Promise<string[]> =>
  (await person.ask(messages, { text, ...more })).searchMessages.nodes.map(({ text }: Data) => text);
const send = async (person: Client, { id: orderId }: Pick<TestOrder, 'id'>, text: string): Promise<string> => {
  const { sendMessage: sent } = await person.ask(sendMessage, { input: { orderId, text } });
  if (!sent.id) throw new Error(`sendMessage was refused: ${sent.message}`);
  return sent.id;
};

const kinds: readonly (readonly [
  kind: string,
  text: string,
  searches: readonly string[],
  others: readonly string[],
])[] = [
  ['a date', 'Runs from 2026-12-01 on.', ['2026-12-01', '2026-12', '12-01', '(2026-12-01)'], ['2026-12-02']],
  ['a host name', 'See https://shop.example.com/sale', ['shop.example.com', 'example.com', 'op.exam'], ['shop.org']],
  ['an e-mail address', 'Write to ada.l@mail.example', ['ada.l@mail.example', '@mail'], ['ada@mail']],
  ['a decimal', 'It costs 12.50 EUR', ['12.50', '12.5', '2.50'], ['12.51', '1250']],
  ['a time', 'At 18:30 sharp', ['18:30', '18'], ['18:31']],
  [
    'a hash tag and a file name',
    'Use #spring_sale and banner_v2.png',
    ['#spring_sale', 'banner_v2', 'png'],
    ['v3.png'],
  ],
  ['a product code', 'Model AB-1234/XZ', ['ab-1234', '1234/xz'], ['ab1234']],
  ['a part of a word', 'Leaderboards for gardeners', ['board', 'garden', 'eners', 'le', 'g'], ['gardenia', 'oa']],
  ['several words', 'A red bicycle', ['red bicycle', 'bicy red'], ['red tricycle']],
  ['letter case', 'STRASSENFEST', ['strassenfest', 'Straßenfest', 'STRAẞE'], ['strandfest']],
  ['composed accents', 'Müllers Café', ['muller', 'Müller', 'cafe\u0301', 'CAFÉ'], ['mueller']],
  ['decomposed accents', 'Mo\u0308bel fu\u0308r Zoe\u0308', ['möbel', 'mobel', 'zoë'], ['mabel']],
  ['the Turkish i', 'İstanbul ve Iğdır', ['istanbul', 'İSTANBUL', 'ıstanbul', 'igdir'], ['istanbol']],
  ['letters with strokes', 'Smørrebrød i Łódź', ['smorrebrod', 'smørrebrød', 'lodz'], ['smurrebrod']],
  ['Greek', 'Ο Σίσυφος γελάει', ['σισυφοσ', 'ΣΊΣΥΦΟΣ', 'Σισυφ', 'γελα'], ['σισιφος']],
  ['Cyrillic', 'Жёлтая реклама', ['желтая', 'ЖЁЛТАЯ', 'клам'], ['желтый']],
  ['Arabic', 'مُحَمَّد يكتب إعلان', ['محمد', 'مُحَمَّد', 'اعلان', 'إعلان'], ['محمود']],
  ['Hebrew', 'שָׁלוֹם עולם', ['שלום', 'עולם', 'לום'], ['שלוב']],
  ['Hindi', 'हिन्दी में विज्ञापन', ['हिन्दी', 'विज्ञापन', 'ज्ञाप', 'वि'], ['विमान']],
  ['Tamil', 'தமிழ் விளம்பரம்', ['தமிழ்', 'விளம்பர', 'ளம்ப'], ['விலங்கு']],
  ['Thai', 'โฆษณาบนเว็บไซต์', ['โฆษณา', 'เว็บไซต์', 'เว็บ', 'บน'], ['หนังสือ']],
  ['Khmer', 'ការផ្សាយពាណិជ្ជកម្ម', ['ផ្សាយ', 'កម្ម'], ['សៀវភៅ']],
  ['Chinese', '北京大学的网站广告', ['网站', '大学', '京', '网站广告'], ['学大', '海']],
  ['Japanese', '東京タワーのバナー広告', ['タワー', '広告', '東京', 'バナー', 'ﾊﾞﾅｰ'], ['大阪', 'ハナー']],
  ['Korean', '남서울신문 배너광고', ['서울', '배너', '\u1107\u1162\u1102\u1165', '광고'], ['부산']],
  ['characters outside the basic plane', '𠮷野家 and 𝐁𝐨𝐥𝐝', ['𠮷野', '𠮷', 'bold'], ['𠀀']],
  ['full-width forms', 'ＡＢＣ　１２３', ['abc', '123', 'ＡＢＣ'], ['abd']],
  ['digits of another script', 'يوم ٢٠٢٦', ['2026', '٢٠٢٦'], ['2027']],
  ['other dashes and quotes', 'It’s 2026–12‑24', ["it's", '2026-12-24'], ['2026-12-25']],
  ['invisible characters', 'Donau\u00addampf\u200bschiff', ['donaudampfschiff', 'dampf'], ['dumpf']],
  ['emoji and symbols', 'Launch 🎉👍🏽 for 5€ in C++', ['🎉', '👍', '5€', '€', 'c++'], ['😀', '5£']],
  ['a percent sign and an underscore', '50% of_all', ['50%', 'of_all'], ['of%all', 'of__all', '5_0', '5%0']],
  ['a backslash and quotes', String.raw`C:\temp "it's"`, [String.raw`C:\temp`, '"it\'s"'], [String.raw`C:\\temp`]],
  ['operators of other searches', 'a|b & !c <-> d:*', ['a|b', '!c', '<->', '&  a'], ['b|a']],
];

describe('what was written is found', () => {
  let order: TestOrder;
  beforeAll(async () => {
    order = await factory.createOrder();
  });

  test.each(kinds)('%s is found in a brief and in a message', async (_kind, text, searches, others) => {
    const withBrief = await factory.createOrder({ brief: text, seller: order.seller });
    const other = await factory.createOrder({ seller: order.seller });
    await send(other.advertiser, other, text);
    const { seller } = order;
    for (const search of searches) {
      expect([search, await findOrders(withBrief.advertiser, search)]).toEqual([search, [withBrief.number]]);
      expect([search, await findOrders(other.advertiser, search)]).toEqual([search, [other.number]]);
      expect([search, await findMessages(seller, search, { orderId: other.id })]).toEqual([search, [text]]);
    }
    for (const search of others) {
      expect([search, await findOrders(withBrief.advertiser, search)]).toEqual([search, []]);
      expect([search, await findOrders(other.advertiser, search)]).toEqual([search, []]);
      expect([search, await findMessages(seller, search, { orderId: other.id })]).toEqual([search, []]);
    }
  });
});

test('an order is found by its number, its items and the names of both parties', async () => {
  const seller = await factory.createPerson({ name: 'Harbour Gazette GmbH' });
  const advertiser = await factory.createPerson({ name: 'Teehaus Zürich' });
  const order = await factory.createOrder({ seller, advertiser });

  for (const search of [`#${order.number}`, 'one week', 'gazette', 'HARBOUR', 'zurich', 'Teehaus Gazette tea'])
    expect([search, await findOrders(advertiser, search)]).toEqual([search, [order.number]]);
});

test('every word must occur, in the order or in any of its messages', async () => {
  const order = await factory.createOrder({ brief: 'A campaign for pumpkins.' });
  await send(order.seller, order, 'Shall it be orange?');
  await send(order.advertiser, order, 'Rather turquoise.');

  expect(await findOrders(order.seller, 'pumpkin orange turquoise')).toEqual([order.number]);
  expect(await findOrders(order.seller, 'pumpkin orange violet')).toEqual([]);
  // A message is found by its own words only.
  expect(await findMessages(order.seller, 'orange turquoise')).toEqual([]);
});

test('the text of a step is found as a message', async () => {
  const order = await factory.createOrder();
  await takeStepAs(order.seller, order, 'requestFeedback', { question: 'Shall the zeppelin fly?' });

  expect(await findMessages(order.seller, 'zeppelin')).toEqual(['Shall the zeppelin fly?']);
  expect(await findOrders(order.seller, 'zeppelin')).toEqual([order.number]);
});

test('a message that was changed or deleted is found by its current text only', async () => {
  const order = await factory.createOrder();
  const messageId = await send(order.seller, order, 'First the walrus');
  await order.seller.ask(updateMessage, { input: { messageId, text: 'Now the octopus' } });

  expect(await findOrders(order.seller, 'walrus')).toEqual([]);
  expect(await findMessages(order.seller, 'walrus')).toEqual([]);
  expect(await findOrders(order.seller, 'octopus')).toEqual([order.number]);
  expect(await findMessages(order.seller, 'octopus')).toEqual(['Now the octopus']);

  await order.seller.ask(deleteMessage, { input: { messageId } });

  expect(await findOrders(order.seller, 'octopus')).toEqual([]);
  expect(await findMessages(order.seller, 'octopus')).toEqual([]);
});

test('only the participants of an order find it and its messages', async () => {
  const order = await factory.createOrder({ brief: 'An ad for quinoa.' });
  await send(order.advertiser, order, 'The quinoa is organic.');
  const stranger = await factory.createPerson();

  for (const person of [order.advertiser, order.seller, order.operator]) {
    expect(await findOrders(person, 'quinoa')).toEqual([order.number]);
    expect(await findMessages(person, 'quinoa organic')).toEqual(['The quinoa is organic.']);
  }
  expect(await findOrders(stranger, 'quinoa')).toEqual([]);
  expect(await findMessages(stranger, 'quinoa')).toEqual([]);
  expect(await findMessages(stranger, 'quinoa', { orderId: order.id })).toEqual([]);
  expect(await findMessages(order.seller, 'quinoa', { orderId: 'no such order' })).toEqual([]);
});

test('found messages are pages, newest first, each message with its order', async () => {
  const seller = await factory.createPerson();
  const [first, second] = [await factory.createOrder({ seller }), await factory.createOrder({ seller })];
  for (let count = 1; count <= 5; count += 1) {
    await send(seller, count % 2 === 0 ? first : second, `Kiwi ${count}`);
    // Three of them at the same time.
    if (count < 3) server.clock.advance({ ms: 1 });
  }
  const page = async (window: Record<string, unknown>) =>
    (await seller.ask(messages, { text: 'kiwi', ...window })).searchMessages;

  const all = await page({ first: 50 });
  const start = await page({ first: 2 });
  const middle = await page({ first: 2, after: start.pageInfo.endCursor });
  const rest = await page({ first: 2, after: middle.pageInfo.endCursor });
  const back = await page({ last: 2, before: rest.pageInfo.startCursor });

  expect(all.nodes.map(({ text }: Data) => text).slice(3)).toEqual(['Kiwi 2', 'Kiwi 1']);
  expect(all.nodes.map(({ order }: Data) => order.number).slice(3)).toEqual([first.number, second.number]);
  expect([...start.nodes, ...middle.nodes, ...rest.nodes]).toEqual(all.nodes);
  expect(back.nodes).toEqual(middle.nodes);
  expect([start, middle, rest].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
  const wrong = await seller.send(messages, { text: 'kiwi', after: 'bm9uZQ' });
  expect(wrong.errors?.[0]?.extensions?.['code']).toBe('CURSOR_MALFORMED');
});

test('found orders are pages, newest activity first', async () => {
  const seller = await factory.createPerson();
  const numbers: number[] = [];
  for (let count = 0; count < 3; count += 1) {
    numbers.unshift((await factory.createOrder({ seller, brief: 'An ad for papayas.' })).number);
    server.clock.advance({ ms: 1 });
  }
  const start = (await seller.ask(orders, { text: 'papaya', first: 2 })).orders;
  const rest = (await seller.ask(orders, { text: 'papaya', first: 2, after: start.pageInfo.endCursor })).orders;

  expect([...start.nodes, ...rest.nodes].map(({ number }: Data) => number)).toEqual(numbers);
});

test('a caller without a session, and an application without the scope, cannot search messages', async () => {
  const order = await factory.createOrder();
  const { key } = await createPartner(factory, { owner: order.seller, scopes: ['ADS_READ'], documents: [messages] });

  const anonymous = await apiClient(server.url).send(messages, { text: 'tea' });
  const unscoped = await wires.POST(server, key, { documentId: idOf(messages), variables: { text: 'tea' } });

  expect(anonymous.errors?.[0]?.extensions?.['code']).toBe('NOT_SIGNED_IN');
  expect(unscoped.errors?.[0]?.extensions?.['code']).toBe('SCOPE_MISSING');
});

describe('hostile input', () => {
  let order: TestOrder;
  beforeAll(async () => {
    order = await factory.createOrder({ brief: 'Plain words.' });
    await send(order.seller, order, 'Plain answer.');
  });

  test.each([
    ['control characters', '\u0001\u001b\u007f'],
    ['a percent sign', '%'],
    ['an underscore', '_'],
    ['backslashes', '\\\\'],
    ['quotes', '\'"`'],
    ['a quote that would end a string', "'; drop table order_text; --"],
    ['an operator of tsquery', ':* & | ! <->'],
    ['braces of an array', '{,}'],
    ['an emoji', '🎉'],
    ['marks alone', '\u0301\u0308\u093f'],
    ['a variation selector', '\ufe0f'],
    ['a private character', '\ue000'],
    ['no character', '\uffff'],
    ['a ligature of many words', 'ﷺ'.repeat(limits.searchCharacters)],
    ['one long word', 'x'.repeat(limits.searchCharacters)],
  ])('%s finds nothing and fails in no way', async (_kind, text) => {
    expect(await findOrders(order.seller, text)).toEqual([]);
    expect(await findMessages(order.seller, text)).toEqual([]);
  });

  test.each(['', ' ', '\u3000\n\t'])(
    'without any character (%j) all orders are listed, and no message is found',
    async (text) => {
      expect(await findOrders(order.seller, text)).toEqual([order.number]);
      expect(await findMessages(order.seller, text)).toEqual([]);
    },
  );

  test.each(['a\u0000b', 'a\ud800b'])('text that cannot be stored (%j) is refused like everywhere', async (text) => {
    for (const query of [orders, messages]) {
      const { errors } = await order.seller.send(query, { text });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'TEXT_INVALID' });
    }
  });

  test('too many characters and too many words are refused', async () => {
    const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(' ');
    const tooLong = ['x'.repeat(10_000), ' '.repeat(limits.searchCharacters + 1), words(limits.searchWords + 1)];
    for (const text of tooLong)
      for (const query of [orders, messages]) {
        const { errors } = await order.seller.send(query, { text });
        expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID' });
      }
    expect(await findOrders(order.seller, words(limits.searchWords))).toEqual([]);
    expect(await findOrders(order.seller, 'plain '.repeat(limits.searchCharacters / 6))).toEqual([order.number]);
  });

  test('a message of the longest text with the longest normal form can be sent and found', async () => {
    const text = `${'ﷺ'.repeat(limits.messageCharacters - 1)}!`;
    await send(order.seller, order, text);

    expect(await findMessages(order.seller, 'ﷺ')).toEqual([text]);
  });
});

test('the search text of an order is written again after a party was renamed', async () => {
  const advertiser = await factory.createPerson({ name: 'Kakaohaus Wrangel' });
  const order = await factory.createOrder({ brief: 'An ad for marzipan.', advertiser });
  const orderId = fromGlobalId(order.id).id;
  const { accountId } = order.advertiser;
  await server.app.db.$transaction(async (tx) => {
    await tx.account.update({ where: { id: accountId }, data: { name: 'Konditorei Niederegger' } });
    await refreshSearchText(tx, [orderId]);
  });

  expect(await findOrders(order.seller, 'niederegger marzipan')).toEqual([order.number]);
  expect(await findOrders(order.seller, 'wrangel marzipan')).toEqual([]);
});

test('concurrent renames of both parties are both in the search text', async () => {
  const order = await factory.createOrder();
  const orderId = fromGlobalId(order.id).id;
  const rename = (id: string, name: string) =>
    server.app.db.$transaction(async (tx) => {
      await tx.account.update({ where: { id }, data: { name } });
      await refreshSearchText(tx, [orderId]);
    });
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([
      rename(order.seller.accountId, `Seller-in-round-${round}`),
      rename(order.advertiser.accountId, `Advertiser-in-round-${round}`),
    ]);
    expect(await findOrders(order.seller, `seller-in-round-${round} advertiser-in-round-${round}`)).toEqual([
      order.number,
    ]);
  }
});

test('orders and messages of an earlier version are found after the background task has written their texts', async () => {
  const order = await factory.createOrder({ brief: 'An ad for rhubarb.' });
  for (let count = 0; count < 3; count += 1) await send(order.seller, order, `Rhubarb compote ${count}`);
  const where = { orderId: fromGlobalId(order.id).id };
  // As the migration leaves them.
  await server.app.db.orderText.updateMany({ where, data: { text: null } });
  expect(await findOrders(order.seller, 'rhubarb')).toEqual([]);

  const counts = await Promise.all([writeMissingTexts(server.app.db), writeMissingTexts(server.app.db)]);

  expect(Math.max(...counts)).toBe(4);
  expect(await findOrders(order.seller, 'rhubarb')).toEqual([order.number]);
  expect(await findMessages(order.seller, 'compote')).toHaveLength(3);
  expect(await writeMissingTexts(server.app.db)).toBe(0);
  expect(await server.app.db.orderText.count({ where: { text: null } })).toBe(0);
});

describe('with many rows', () => {
  const rows = 2_000;
  let order: TestOrder;

  beforeAll(async () => {
    order = await factory.createOrder({ brief: 'The needle is a xylophone-77.' });
    await send(order.seller, order, 'Another xylophone-77.');
    const { db } = server.app;
    const orderId = fromGlobalId(order.id).id;
    // Copies of the order, each with five messages and their texts.
    await db.$executeRaw`
      insert into "order"
      select (jsonb_populate_record("order", jsonb_build_object('id', gen_random_uuid(), 'number', 1000000 + place))).*
      from "order" cross join generate_series(1, ${rows}::int) as place where id = ${orderId}::uuid`;
    const copies = Prisma.sql`"order" cross join generate_series(100, 104) as place where number > 1000000`;
    await db.$executeRaw`
      insert into log_entry (order_id, number, type, at, actor_id, role, input, revision)
      select id, place, 'sendMessage', created_at, seller_id, 'seller', '{}', 1 from ${copies}`;
    await db.$executeRaw`
      insert into message (order_id, number, author_id, role, text, created_at)
      select id, place, seller_id, 'seller', md5(id::text || place) || ' common words ' || place, created_at from ${copies}`;
    await db.$executeRaw`
      insert into order_text (order_id, number, text) select order_id, number, text from message where number >= 100`;
    await db.$executeRaw`analyze`;
  });

  const explain = async (statement: Prisma.Sql | undefined): Promise<string> => {
    const plan = await server.app.db.$queryRaw<Record<string, string>[]>`explain ${statement ?? Prisma.empty}`;
    return plan.map((row) => row['QUERY PLAN']).join('\n');
  };
  const window = { after: undefined, before: undefined, limit: 21, isFromEnd: false };
  const personWith = (accountId: string, isOperator = false): Viewer => soleOwnerOf(accountId, { isOperator });

  test.each(['xylophone-77', '2026-12-01', '大学', 'xy', 'absent needles'])('the index finds %j', async (text) => {
    const words = searchWordsOf(text);
    const viewers = [personWith(order.seller.accountId), personWith(order.operator.accountId, true)];
    for (const viewer of viewers)
      for (const statement of [orderIdsSql(viewer, { words }, window), foundMessagesSql(viewer, { words }, window)]) {
        const plan = await explain(statement);
        expect(plan).toContain('Bitmap Index Scan on order_text_grams');
        expect(plan).not.toContain('Seq Scan on order_text');
      }
  });

  test('a party with few orders reads the texts of these orders only', async () => {
    const { seller } = await factory.createOrder();
    for (const text of ['xylophone-77', 'common']) {
      const plan = await explain(orderIdsSql(personWith(seller.accountId), { words: searchWordsOf(text) }, window));
      expect(plan).not.toContain('Seq Scan on order_text');
    }
  });

  test('only what contains the word is found', async () => {
    expect(await findOrders(order.seller, 'xylophone-77')).toEqual([order.number]);
    expect(await findMessages(order.seller, 'xylophone-77')).toEqual(['Another xylophone-77.']);
  });
});
