/** The item of an ad, its space and the rules of the space: in the API, on the setup page and in e-mails. */
import { getNamedType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Email } from '../../src/platform/mailer.ts';
import { schema } from '../../src/schema.ts';
import { ownAd, submit, takeOfAd } from '../support/ads.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { changeSpace, createListedSpace, orderOptions } from '../support/spaces.ts';
import { countStatements } from '../support/statements.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

// Failures to find a link are counted by address: here each server counts for itself.
const { server, factory } = useServer({ config: { redisUrl: undefined } });

/** In cents and in euros, as the API and the pages would write it. */
const price = { minorUnits: 7_654_321, currency: 'EUR' };
const leakedPrice = /7654321|76[.,]?543/;

const itemFields = `itemTitle space { id title } format { width height words seconds }
  creativeRules { kinds imageWidth imageHeight isImageSizeExact maxImageBytes maxHtmlCharacters allowsRemoteContent }`;
const noSize = { width: null, height: null, words: null, seconds: null };

let [advertiser, seller]: TestPerson[] = [];
let banner: { id: string; optionId: string };
let letter: { id: string; optionId: string };
let order: { id: string; number: number };

beforeAll(async () => {
  [advertiser, seller] = [await factory.createPerson(), await factory.createPerson()];
  const option = { price };
  banner = await createListedSpace(seller, {
    space: { title: 'Banner', format: { width: 970, height: 250 } },
    option: { ...option, title: 'one week' },
  });
  letter = await createListedSpace(seller, {
    space: { title: 'Newsletter', kind: 'NEWSLETTER', format: { words: 60 } },
    option: { ...option, title: 'one issue', measure: 'FLAT', quantity: null },
  });
  const sizes = { imageWidth: 970, imageHeight: 250, isImageSizeExact: true, maxImageBytes: 150_000 };
  await changeSpace(seller, 'updateCreativeRules', { spaceId: banner.id, kinds: ['IMAGE'], ...sizes });
  const texts = { maxHtmlCharacters: 400, allowsRemoteContent: true };
  await changeSpace(seller, 'updateCreativeRules', { spaceId: letter.id, kinds: ['HTML'], ...texts });
  order = (await orderOptions(advertiser, [banner.optionId, letter.optionId])) as typeof order;
});

/** The advertiser and the seller, once the hook has created them. */
const people = (): { advertiser: TestPerson; seller: TestPerson } => {
  if (!advertiser || !seller) throw new Error('They are not created yet');
  return { advertiser, seller };
};

const adsOf = async (viewer: ApiClient, fields = itemFields): Promise<Data[]> => {
  const { ads } = await viewer.ask(`{ ads(first: 50) { nodes { name ${fields} } } }`);
  return ads.nodes.sort((one: Data, other: Data) => one['name'].length - other['name'].length);
};

/** The e-mails to a person with this beginning of their subject, once all have been delivered. */
async function lettersTo({ email }: TestPerson, subject: string): Promise<readonly Email[]> {
  await eventually(async () => expect(await server.app.db.email.count({ where: { status: 'QUEUED' } })).toBe(0));
  return (server.app.mailbox?.letters() ?? []).filter((one) => one.to === email && one.subject.startsWith(subject));
}

async function setupToken(person: TestPerson): Promise<string> {
  const [mail] = await lettersTo(person, 'Set up your ads');
  return /\/setup\/(setup_[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

/** The names of the types of the fields of a type. */
function typesOfFields(name: string): readonly string[] {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.values(type.getFields()).map((field) => getNamedType(field.type).name) : [];
}

const bannerFields = {
  itemTitle: 'Banner: one week',
  format: { ...noSize, width: 970, height: 250 },
  creativeRules: {
    kinds: ['IMAGE'],
    imageWidth: 970,
    imageHeight: 250,
    isImageSizeExact: true,
    maxImageBytes: 150_000,
    maxHtmlCharacters: null,
    allowsRemoteContent: false,
  },
};
const letterFields = {
  itemTitle: 'Newsletter: one issue',
  format: { ...noSize, words: 60 },
  creativeRules: {
    kinds: ['HTML'],
    imageWidth: null,
    imageHeight: null,
    isImageSizeExact: false,
    maxImageBytes: null,
    maxHtmlCharacters: 400,
    allowsRemoteContent: true,
  },
};

describe('in the API', () => {
  test('both parties and the holder of the setup link see the item, the space, its size and its rules', async () => {
    const holder = apiClient(server.url, await setupToken(people().advertiser));

    for (const viewer of [people().advertiser, people().seller, holder])
      expect(await adsOf(viewer)).toEqual([
        { name: `Order #${order.number}`, ...bannerFields, space: { id: banner.id, title: 'Banner' } },
        { name: `Order #${order.number} / 2`, ...letterFields, space: { id: letter.id, title: 'Newsletter' } },
      ]);
  });

  test('a space that is no longer listed is seen by its seller alone; its size and rules by everyone who sees the ad', async () => {
    const holder = apiClient(server.url, await setupToken(people().advertiser));
    await changeSpace(people().seller, 'unlistSpace', { spaceId: letter.id });
    try {
      for (const viewer of [people().advertiser, holder])
        expect((await adsOf(viewer))[1]).toEqual({
          name: `Order #${order.number} / 2`,
          ...letterFields,
          space: null,
        });
      expect((await adsOf(people().seller))[1]).toMatchObject({ space: { id: letter.id } });
    } finally {
      await changeSpace(people().seller, 'listSpace', { spaceId: letter.id });
    }
  });

  test('the ad of an order leads the holder of a setup link to no price of the order', async () => {
    const holder = apiClient(server.url, await setupToken(people().advertiser));

    const { data } = await holder.send(
      `{ ads(first: 50) { nodes { ${itemFields} order { total { minorUnits } items { price { minorUnits } } } } } }`,
    );

    expect(data?.['ads'].nodes.map((ad: Data) => ad['order'])).toEqual([null, null]);
    expect(JSON.stringify(data)).not.toMatch(leakedPrice);
    const types = typesOfFields('Ad');
    expect(types).toContain('CreativeRules');
    expect(types.filter((name) => name === 'OrderItem' || name === 'Money')).toEqual([]);
    const [confirmation] = await lettersTo(people().advertiser, 'Your order');
    expect(confirmation?.text).toMatch(leakedPrice);
  });

  test('a stranger sees nothing', async () => {
    const { ads } = await people().seller.ask('{ ads(first: 50) { nodes { id } } }');
    const stranger = await factory.createPerson();

    const seen = await Promise.all(
      ads.nodes.map(({ id }: Data) => stranger.ask(`query ($id: ID!) { ad(id: $id) { ${itemFields} } }`, { id })),
    );

    expect(seen).toEqual([{ ad: null }, { ad: null }]);
    expect(await adsOf(stranger)).toEqual([]);
    expect((await apiClient(server.url).send(`{ ads { nodes { ${itemFields} } } }`)).data?.['ads'] ?? null).toBe(null);
  });

  test('an ad without an order has no item and no space', async () => {
    const owner = await factory.createPerson();
    await ownAd(owner);

    expect(await adsOf(owner)).toEqual([
      { name: 'My own', itemTitle: null, space: null, format: null, creativeRules: null },
    ]);
  });

  test('a list takes the same number of statements, whatever the number of its ads', async () => {
    const owner = await factory.createPerson();
    for (let count = 0; count < 12; count += 1) await factory.createOrder({ seller: owner });
    await eventually(async () => expect(await server.app.db.email.count({ where: { status: 'QUEUED' } })).toBe(0));
    const list = `query ($first: Int!) { ads(first: $first) { nodes { ${itemFields} allowsRemoteContent } } }`;

    const [few, many] = [
      await countStatements(server, () => owner.ask(list, { first: 2 })),
      await countStatements(server, () => owner.ask(list, { first: 12 })),
    ];

    expect(many).toBe(few);
    // Session, ids, ads, orders, items, price options, spaces, and the spaces that the viewer may see.
    expect(many).toBeLessThanOrEqual(8);
  });
});

describe('the setup page', () => {
  const pageIn = async (language: string): Promise<string> => {
    const url = `${server.url}/setup/${await setupToken(people().advertiser)}`;
    return (await fetch(url, { headers: { 'accept-language': language } })).text();
  };

  test('says for each ad what it was bought for, with the size and the rules, and no price', async () => {
    const sections = (await pageIn('en')).split('<section').slice(1);

    expect(sections).toHaveLength(2);
    const [first = '', second = ''] = sections;
    expect(first).toContain(`<h2>Order #${order.number}</h2>`);
    expect(first).toContain('<b>Banner: one week</b><br>Size of the ad space: 970 × 250 pixels</p>');
    expect(first).toContain('<li>Size of the image: exactly 970 × 250 pixels</li>');
    expect(first).not.toContain('Newsletter');
    expect(second).toContain('<b>Newsletter: one issue</b><br>Length: 60 words</p>');
    expect(second).toContain('<li>Text or HTML with at most 400 characters</li>');
    expect(second).not.toContain('Banner');
    expect(sections.join('')).not.toMatch(leakedPrice);
  });

  test('says it in German', async () => {
    const page = await pageIn('de');

    expect(page).toContain('<b>Banner: one week</b><br>Größe der Werbefläche: 970 × 250 Pixel</p>');
    expect(page).toContain('<b>Newsletter: one issue</b><br>Länge: 60 Wörter</p>');
  });
});

describe('e-mails', () => {
  test.each([
    ['EN', 'Set up your ads', 'pixels'],
    ['DE', 'Richten Sie Ihre Anzeigen ein', 'Pixel'],
  ] as const)('that ask for the setup name for each ad its space and size: %s', async (language, subject, pixels) => {
    const reader = await factory.createPerson();
    await server.app.db.person.update({ where: { id: reader.personId }, data: { language } });
    const { number } = await orderOptions(reader, [banner.optionId, letter.optionId]);

    const mails = await lettersTo(reader, subject);

    expect(mails).toHaveLength(1);
    const lines = `Order #${number} – Banner: one week (970 × 250 ${pixels})\nOrder #${number} / 2 – Newsletter: one issue\n`;
    expect(mails[0]?.text).toContain(lines);
    expect(mails[0]?.text).not.toMatch(leakedPrice);
  });

  test('about one ad name its space and size alone', async () => {
    const reader = await factory.createPerson();
    const { ads, number } = await orderOptions(reader, [banner.optionId, letter.optionId]);
    const named = await adsOf(reader, 'id');
    expect(named.map(({ id }) => id).sort()).toEqual(ads.map(({ id }: Data) => id).sort());
    const second = { id: named[1]?.['id'], name: named[1]?.['name'] };
    await submit(reader, second);
    expect(await takeOfAd(people().seller, second, 'rejectAd', { note: 'Too loud.' })).toMatchObject({
      status: 'DRAFT',
    });

    const [pending] = await lettersTo(people().seller, 'An ad is waiting for your review');
    const [rejected] = await lettersTo(reader, 'Your ad was rejected');

    for (const mail of [pending, rejected]) {
      expect(mail?.text).toContain(`Order #${number} / 2 – Newsletter: one issue\n`);
      expect(mail?.text).not.toContain('Banner');
    }
  });
});
