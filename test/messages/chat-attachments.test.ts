/** Files that are sent with messages: images and PDF. */
import { afterEach, expect, test } from 'vitest';
import { fileUses } from '../../src/app.ts';
import { removeUnusedFiles } from '../../src/files/remove-unused-files.ts';
import { limits } from '../../src/limits.ts';
import { adOf, ownAd, stepOfAd } from '../support/ads.ts';
import type { ApiClient, Data } from '../support/client.ts';
import { type TestOrder, takeStepAs } from '../support/factory.ts';
import { png } from '../support/images.ts';
import { errorsIn } from '../support/raw-http.ts';
import { ask, put, requestUpload, upload, uploadParams } from '../support/uploads.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();

afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const pdf = (inside = 'An offer.') => Buffer.from(`%PDF-1.7\n${inside}\ntrailer\n%%EOF\n`);
const asPdf = { fileName: 'Angebot für Tee (1).pdf', mediaType: 'application/pdf' };

const file = '{ id name mediaType url sizeBytes }';
const send = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename
  ... on Message { id number text attachments ${file} }
  ... on Refusal { code message } ... on InputInvalid { problems { field message } } } }`;

const says = async (client: ApiClient, { id }: { id: string }, input: Record<string, unknown>): Promise<Data> =>
  (await client.ask(send, { input: { orderId: id, text: '', ...input } })).sendMessage;

const refused = { __typename: 'InputInvalid', problems: [expect.objectContaining({ field: 'attachments' })] };
const idsIn = (message: Data): string[] => message.attachments.map(({ id }: Data) => id);

test('images and documents come with a message, to everybody in the order, in the chat and live', async () => {
  const order = await factory.createOrder();
  const [image, document] = [await upload(order.seller), await upload(order.seller, pdf(), asPdf)];
  const stream = order.advertiser.follow(
    `subscription ($id: ID!) { orderTimeline(orderId: $id) { ... on TimelineEntryAdded { entry { type message { text attachments ${file} } } } } }`,
    { id: order.id },
  );

  const message = await says(order.seller, order, { text: 'Our offer.', attachments: [image.id, document.id] });

  expect(idsIn(message)).toEqual([image.id, document.id]);
  const live = (await stream.until(({ orderTimeline }) => orderTimeline.entry.type === 'MESSAGE_SENT')).at(-1);
  expect(live.orderTimeline.entry.message).toEqual({ text: 'Our offer.', attachments: message.attachments });
  const chat = `query ($id: ID!) { order(id: $id) { messages(last: 1) { edges { node { attachments ${file} } } } } }`;
  for (const reader of [order.advertiser, order.operator])
    expect((await reader.ask(chat, { id: order.id })).order.messages.edges[0].node).toEqual({
      attachments: message.attachments,
    });
  stream.stop();
});

test('a document is saved under its own name and shown in none of our pages', async () => {
  const order = await factory.createOrder();
  const { url } = await upload(order.seller, pdf(), asPdf);

  const answer = await fetch(url);

  expect(Buffer.from(await answer.arrayBuffer()).equals(pdf())).toBe(true);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(
      /^attachment; filename="[0-9a-f-]{36}\.pdf"; filename\*=UTF-8''Angebot%20f%C3%BCr%20Tee%20%281%29\.pdf$/,
    ),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
});

test('a document that is named like a program is saved as the document that it is', async () => {
  const order = await factory.createOrder();
  const { id, url } = await upload(order.seller, pdf(), { ...asPdf, fileName: '..\\contract\u202efdp.hta' });

  const message = await says(order.seller, order, { attachments: [id] });

  expect(message.attachments[0].name).toBe('_contractfdp.pdf');
  expect((await fetch(url)).headers.get('content-disposition')).toMatch(/filename\*=UTF-8''_contractfdp\.pdf$/);
});

test.each([
  ['cut off', pdf().subarray(0, 20), 'DOCUMENT_MALFORMED'],
  ['that is a page', Buffer.from('<html>%PDF-1.7 %%EOF'), 'MEDIA_TYPE_UNKNOWN'],
  ['that is an image', png(), 'MEDIA_TYPE_MISMATCH'],
])('a PDF %s is refused', async (_what, bytes, code) => {
  const person = await factory.createPerson();
  const { url } = await requestUpload(person, bytes, asPdf);

  expect(await put(url, bytes)).toMatchObject({ code });
});

test('the page behind the end of a PDF is cut off', async () => {
  const person = await factory.createPerson();

  const { url } = await upload(person, Buffer.concat([pdf(), Buffer.from('<script>1</script>')]), asPdf);

  expect(await (await fetch(url)).text()).toBe(pdf().toString().trimEnd());
});

test('documents and images have limits of their own', async () => {
  const person = await factory.createPerson();
  const sized = (sizeBytes: number, mediaType: string) =>
    ask(person, uploadParams(pdf(), { ...asPdf, mediaType, sizeBytes }));
  const { bytes, documentBytes } = limits.files;

  expect(await sized(documentBytes, 'application/pdf')).toMatchObject({ __typename: 'UploadTarget' });
  expect(await sized(documentBytes + 1, 'application/pdf')).toMatchObject({ problems: [{ field: 'sizeBytes' }] });
  expect(await sized(bytes + 1, 'image/png')).toMatchObject({ problems: [{ field: 'sizeBytes' }] });
});

test('a message needs words or files; the files must be the author’s, unused, uploaded, distinct and not too many', async () => {
  const order = await factory.createOrder();
  const { id: mine } = await upload(order.seller);
  const { id: theirs } = await upload(order.advertiser);
  const { fileId: open } = await requestUpload(order.seller, png());

  const tooMany = Array.from({ length: limits.attachmentsPerMessage + 1 }, () => order.id);
  for (const attachments of [[theirs], [open], [mine, open], [mine, mine], [order.id], ['nonsense'], tooMany])
    expect(await says(order.seller, order, { attachments }), String(attachments)).toMatchObject(refused);
  for (const input of [{}, { attachments: [] }, { text: ' ', attachments: [mine] }])
    expect(await says(order.seller, order, input)).toMatchObject({ problems: [{ field: 'text' }] });
  expect(await says(await factory.createPerson(), order, { attachments: [mine] })).toMatchObject({
    code: 'ORDER_NOT_FOUND',
  });

  // Mails on their way are entries too: only the messages are compared.
  const messageNumbers = 'query ($id: ID!) { order(id: $id) { messages(first: 10) { edges { node { number } } } } }';
  const { messages } = (await order.seller.ask(messageNumbers, { id: order.id })).order;
  expect(messages.edges, 'what was refused left no entry').toEqual([]);
  expect(await says(order.seller, order, { attachments: [mine] })).toMatchObject({
    text: '',
    attachments: [{ id: mine }],
  });
  expect(await says(order.seller, order, { attachments: [mine] }), 'used once').toMatchObject(refused);
});

test('the same key returns the same message, also at the same time, and no other files', async () => {
  const order = await factory.createOrder();
  const [one, other] = [(await upload(order.seller)).id, (await upload(order.seller)).id];
  const input = { text: 'Here.', attachments: [one], idempotencyKey: 'with a file' };

  const answers = await Promise.all([1, 2, 3, 4].map(() => says(order.seller, order, input)));

  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(answers.map(idsIn)).toEqual([[one], [one], [one], [one]]);
  for (const attachments of [[other], [one, other], []])
    expect(await says(order.seller, order, { ...input, attachments })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
});

test('only one of two messages gets the same file', async () => {
  const order = await factory.createOrder();
  for (let round = 0; round < 5; round += 1) {
    const { id } = await upload(order.seller);

    const answers = await Promise.all([1, 2].map(() => says(order.seller, order, { attachments: [id] })));

    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['InputInvalid', 'Message']);
  }
});

test('a document is not accepted by an ad', async () => {
  const order = await factory.createOrder();
  const adId = await ownAd(order.seller);
  const { id: document } = await upload(order.seller, pdf(), asPdf);

  const answer = await stepOfAd(order.seller, 'saveAdDraft', { adId, imageId: document });

  expect(answer).toMatchObject({ problems: [{ field: 'imageId', message: expect.stringContaining('image/png') }] });
});

test('the files of a message are deleted with its words, also for people who have their address', async () => {
  const order = await factory.createOrder();
  const { id, url } = await upload(order.seller);
  const etag = (await fetch(url)).headers.get('etag') ?? '';
  const { id: messageId, number } = await says(order.seller, order, { attachments: [id] });

  await order.seller.ask('mutation ($id: ID!) { deleteMessage(input: { messageId: $id }) { __typename } }', {
    id: messageId,
  });

  const file = 'query ($id: ID!) { node(id: $id) { ... on File { url } } }';
  expect((await fetch(url)).status, 'before the bytes are deleted').toBe(404);
  expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(404);
  expect((await order.seller.ask(file, { id })).node).toBeNull();
  expect(await says(order.seller, order, { attachments: [id] })).toMatchObject(refused);
  await removeUnusedFiles(server.app, fileUses);
  expect((await fetch(url)).status).toBe(404);
  const node = 'query ($id: ID!) { node(id: $id) { ... on Message { number deletedAt attachments { id } } } }';
  expect((await order.advertiser.ask(node, { id: messageId })).node).toMatchObject({ number, attachments: [] });
});

test('a file of a deleted message that is in an ad can still be read', async () => {
  const order = await factory.createOrder();
  const { id, url } = await upload(order.seller);
  const { id: messageId } = await says(order.seller, order, { attachments: [id] });
  await stepOfAd(order.advertiser, 'saveAdDraft', { adId: await adOf(order), imageId: id });

  await order.seller.ask('mutation ($id: ID!) { deleteMessage(input: { messageId: $id }) { __typename } }', {
    id: messageId,
  });

  expect((await fetch(url)).status).toBe(200);
  await removeUnusedFiles(server.app, fileUses);
  expect((await fetch(url)).status).toBe(200);
});

test('shared caches do not store the files of an order, and browsers only for a short time', async () => {
  const order = await factory.createOrder();
  const [image, document, proof] = [
    await upload(order.seller),
    await upload(order.seller, pdf(), asPdf),
    await upload(order.seller),
  ];
  await says(order.seller, order, { attachments: [image.id, document.id] });
  await takeStepAs(order.seller, order, 'requestFeedback', { question: 'This one?', draftImages: [proof.id] });

  for (const { url } of [image, document, proof])
    expect((await fetch(url)).headers.get('cache-control')).toBe(
      `private, max-age=${limits.files.privateCacheSeconds}`,
    );
});

test('the files of a step are in the chat with its words', async () => {
  const order: TestOrder = await factory.createOrder();
  const { id } = await upload(order.seller);

  await takeStepAs(order.seller, order, 'requestFeedback', { question: 'This one?', draftImages: [id] });

  const chat = `query ($id: ID!) { order(id: $id) { messages(last: 1) { edges { node { attachments { id } } } } } }`;
  expect((await order.advertiser.ask(chat, { id: order.id })).order.messages.edges[0].node.attachments).toEqual([
    { id },
  ]);
});
