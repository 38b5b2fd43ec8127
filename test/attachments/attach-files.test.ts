/** Files that are attached to steps: screenshots as proof, drafts, answers, evidence. */
import { describe, expect, test } from 'vitest';
import { fileUses } from '../../src/app.ts';
import { removeUnusedFiles } from '../../src/files/remove-unused-files.ts';
import { enumName } from '../../src/process/names.ts';
import { orderSteps } from '../../src/process/order.ts';
import { adOf, ownAd, stepOfAd } from '../support/ads.ts';
import type { ApiClient, Data } from '../support/client.ts';
import { inRole, sampleInput, type TestOrder, takeStepAs } from '../support/factory.ts';
import { png } from '../support/images.ts';
import { requestUpload, rowOf, upload } from '../support/uploads.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();

const image = '{ id url mediaType width }';
const timeline = `query ($id: ID!) { order(id: $id) { proofStatus timeline(last: 50) { edges { node { type
  ... on FeedbackRequestedEntry { draftImages ${image} } ... on FeedbackProvidedEntry { images ${image} }
  ... on OrderCompletedEntry { proofScreenshots ${image} } ... on ProofSubmittedEntry { link screenshots ${image} }
  ... on DisputeOpenedEntry { evidenceImages ${image} } ... on PaymentReportedEntry { receipt ${image} } } } } } }`;

/** The newest entry of this type, as the reader sees it. */
async function entryOf(reader: ApiClient, { id }: { id: string }, type: string): Promise<Data> {
  const { order } = await reader.ask(timeline, { id });
  return order?.timeline.edges.map(({ node }: Data) => node).findLast((node: Data) => node.type === type);
}

const refusedFor = (field: string) => ({ __typename: 'InputInvalid', problems: [expect.objectContaining({ field })] });

/** The texts of the mails about an order, after all of them were sent. */
async function lettersAbout({ number }: TestOrder): Promise<string> {
  await expect.poll(() => server.app.db.email.count({ where: { status: 'QUEUED', order: { number } } })).toBe(0);
  return (server.app.mailbox?.letters() ?? [])
    .filter(({ text }) => text.includes(`/orders/${number}\n`))
    .map(({ text }) => text)
    .join('\n');
}

const addressOf = (url: string): string => new URL(url).pathname;

describe('proof', () => {
  test('is a link, or screenshots, or both: all participants see them, and the mail links to them', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    const [one, two] = [await upload(order.seller), await upload(order.seller)];

    const shown = await takeStepAs(order.seller, order, 'submitProof', { screenshots: [two.id, one.id] });
    const linked = await takeStepAs(order.seller, order, 'submitProof', { link: 'https://harbour.example/tea' });

    expect(shown).toMatchObject({ __typename: 'Order', proofStatus: 'SUBMITTED' });
    expect(linked).toMatchObject({ __typename: 'Order' });
    expect(await entryOf(order.advertiser, order, 'PROOF_SUBMITTED')).toMatchObject({
      link: 'https://harbour.example/tea',
      screenshots: [],
    });
    const other = await factory.createOrder({ status: 'PROCESSING', ...order });
    const both = await upload(order.seller);
    const input = { link: 'https://harbour.example/rum', screenshots: [both.id] };
    expect(await takeStepAs(order.seller, other, 'submitProof', input)).toMatchObject({ __typename: 'Order' });
    for (const who of ['advertiser', 'seller', 'operator'] as const) {
      const entry = await entryOf(inRole(other, who), other, 'PROOF_SUBMITTED');
      expect(entry.screenshots).toMatchObject([{ id: both.id, mediaType: 'image/png', width: 4 }]);
      expect((await fetch(`${server.url}${addressOf(entry.screenshots[0].url)}`)).status).toBe(200);
    }
    const letters = await lettersAbout(order);
    expect(letters).toContain(addressOf(one.url));
    expect(letters.indexOf(addressOf(two.url))).toBeLessThan(letters.indexOf(addressOf(one.url)));
  });

  test('is refused without a link or screenshots, and can be submitted with the completion', async () => {
    const order = await factory.createOrder({ status: 'PROCESSING' });
    const { id } = await upload(order.seller);

    const nothing = [{}, { note: 'Look.' }, { screenshots: [] }, { link: null, screenshots: null }];
    for (const input of nothing)
      expect(await takeStepAs(order.seller, order, 'submitProof', input)).toMatchObject(refusedFor('link'));
    const completed = await takeStepAs(order.seller, order, 'completeOrder', { proofScreenshots: [id] });

    expect(completed).toMatchObject({ __typename: 'Order', status: 'COMPLETED', proofStatus: 'SUBMITTED' });
    expect((await entryOf(order.advertiser, order, 'ORDER_COMPLETED')).proofScreenshots).toMatchObject([{ id }]);
  });
});

const withImages = orderSteps.flatMap(([step, row]) =>
  Object.entries(row.input ?? {}).flatMap(([name, { kind, maxCount }]) =>
    kind === 'files' ? [{ step, row, name, maxFiles: maxCount ?? 0 }] : [],
  ),
);

test.each(withImages)(
  '$step accepts at most $maxFiles $name, and each file once',
  async ({ step, row, name, maxFiles }) => {
    const order = await factory.createOrderFor(step);
    const [role] = row.by;
    if (!role || role === 'system') throw new Error('Only people attach files');
    const person = inRole(order, role);
    const ids: string[] = [];
    for (let left = maxFiles + 1; left > 0; left -= 1) ids.push((await upload(person, png({ width: 10 + left }))).id);
    const take = (files: readonly string[]) => takeStepAs(person, order, step, { ...sampleInput(row), [name]: files });

    expect(await take(ids)).toMatchObject(refusedFor(name));
    expect(await take([ids[0] ?? '', ids[0] ?? ''])).toMatchObject(refusedFor(name));
    const answer = await take(ids.slice(1));

    expect(answer.__typename, answer.message).toBe('Order');
    const reader = role === 'seller' ? order.advertiser : order.seller;
    const entry = await entryOf(reader, order, enumName(row.event));
    expect(entry[name].map(({ id }: Data) => id)).toEqual(ids.slice(1));
  },
);

describe('a file', () => {
  test('is refused if it belongs to somebody else, has no bytes, does not exist, or is already used in a step or an ad', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    const used = await upload(order.seller);
    await takeStepAs(order.seller, order, 'submitProof', { screenshots: [used.id] });
    const inAd = await upload(order.seller);
    await stepOfAd(order.seller, 'saveAdDraft', { adId: await ownAd(order.seller), imageId: inAd.id });
    const { fileId: open } = await requestUpload(order.seller, png());
    const { id: theirs } = await upload(order.advertiser);
    const { id: fine } = await upload(order.seller);

    for (const bad of [used.id, inAd.id, open, theirs, order.id, 'nonsense'])
      expect(await takeStepAs(order.seller, order, 'submitProof', { screenshots: [fine, bad] })).toMatchObject(
        refusedFor('screenshots'),
      );

    expect((await rowOf(server, fine))?.deleteAt, 'a refused step uses no file').not.toBeNull();
    expect(await takeStepAs(order.seller, order, 'submitProof', { screenshots: [fine] })).toMatchObject({
      proofStatus: 'SUBMITTED',
    });
  });

  test('is attached once if the step is repeated with the same idempotency key', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    const { id } = await upload(order.seller);
    const input = { screenshots: [id], idempotencyKey: `proof ${order.number}` };

    const first = await takeStepAs(order.seller, order, 'submitProof', input);
    const again = await takeStepAs(order.seller, order, 'submitProof', input);

    expect([first.__typename, again.revision]).toEqual(['Order', first.revision]);
  });

  test('is attached to only one of two steps that use it at the same time', async () => {
    const seller = await factory.createPerson();
    const orders = [
      await factory.createOrder({ status: 'COMPLETED', seller }),
      await factory.createOrder({ status: 'COMPLETED', seller }),
    ];

    for (let round = 0; round < 8; round += 1) {
      const ids = [(await upload(seller)).id, (await upload(seller)).id];
      const answers = await Promise.all(
        orders.map((order, index) =>
          takeStepAs(seller, order, 'submitProof', { screenshots: index === 0 ? ids : ids.toReversed() }),
        ),
      );

      expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['InputInvalid', 'Order']);
    }
  });

  test('is not visible outside the order, and cannot be used in an ad of another order', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    const { id } = await upload(order.seller);
    await takeStepAs(order.seller, order, 'submitProof', { screenshots: [id] });
    const stranger = await factory.createPerson();
    const otherOrder = await factory.createOrder({ seller: order.seller, advertiser: stranger });
    const node = 'query ($id: ID!) { node(id: $id) { id ... on File { url } } }';

    expect(await stranger.ask(node, { id })).toEqual({ node: null });
    expect(await entryOf(stranger, order, 'PROOF_SUBMITTED')).toBeUndefined();
    const answer = await stepOfAd(stranger, 'saveAdDraft', { adId: await adOf(otherOrder), imageId: id });
    expect(answer).toMatchObject(refusedFor('imageId'));
    expect((await order.advertiser.ask(node, { id })).node).toMatchObject({ id });
  });

  test('is never removed while a step uses it', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    const [used, unused] = [await upload(order.seller), await upload(order.seller)];
    await takeStepAs(order.seller, order, 'submitProof', { screenshots: [used.id] });
    // As if the file had been due for removal before the step: the removal checks again whether a file is used.
    const { id = '' } = (await rowOf(server, used.id)) ?? {};
    await server.app.db.file.update({ where: { id }, data: { deleteAt: server.clock.now() } });

    server.clock.advance({ days: 3 });
    await removeUnusedFiles(server.app, fileUses);

    expect([(await fetch(used.url)).status, (await fetch(unused.url)).status]).toEqual([200, 404]);
    expect((await rowOf(server, used.id))?.deleteAt).toBeNull();
  });
});
