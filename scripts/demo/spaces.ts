/** A space, from the seller who offers it to the buyer who finds it. */
import { randomUUID } from 'node:crypto';
import {
  CreatePriceOptionDocument,
  CreateSpaceDocument,
  type CreateSpaceInput,
  FindSpacesDocument,
  ListSpaceDocument,
  type SpaceFilter,
} from '../operations/generated/graphql.ts';
import { type Client, connect, DemoError, unwrap } from './client.ts';
import type { Party } from './party.ts';
import { bold, dim, formatMoney, print } from './report.ts';

const kind = 'NEWSLETTER';
const country = 'IT';
const currency = 'EUR';
const space: CreateSpaceInput = {
  title: 'Sponsor of the letter',
  description: 'The first block of each issue, with a picture and one line of text.',
  audience: 'Readers who cook, and buy their coffee beans at a roastery.',
  kind,
  languages: ['it', 'en'],
  countries: [country],
};
const prices = { once: 35_000, monthly: 110_000 };
const options = [
  { title: 'one week', price: { minorUnits: prices.once, currency }, measure: 'DAYS', quantity: 7, isMonthly: false },
  { title: 'a month', price: { minorUnits: prices.monthly, currency }, measure: 'DAYS', quantity: 30, isMonthly: true },
] as const;

/** The seller creates a space with two price options and lists it. Returns its id. */
export async function offerSpace({ name, client }: Party): Promise<string> {
  const once = () => ({ idempotencyKey: randomUUID() });
  const created = await client.ask(CreateSpaceDocument, { input: { ...once(), ...space } });
  const { id: spaceId } = unwrap(created.createSpace);
  for (const option of options)
    unwrap(
      (await client.ask(CreatePriceOptionDocument, { input: { ...once(), spaceId, ...option } })).createPriceOption,
    );
  unwrap((await client.ask(ListSpaceDocument, { input: { ...once(), spaceId } })).listSpace);
  const offers = options.map(({ title, price }) => `${title} ${formatMoney(price)}`);
  print(`  ${bold(name)} lists the space “${space.title}”: ${offers.join(', ')}`);
  return spaceId;
}

/**
 * A visitor, who need not sign in, looks for newsletters in a country below a price and finds the space. Returns the ids
 * of its price options.
 */
export async function findSpace(url: string, spaceId: string): Promise<{ onceId: string; monthlyId: string }> {
  const filter: SpaceFilter = { kinds: [kind], countries: [country], currency, maxPrice: prices.once };
  const visitor: Client = connect(url);
  const { spaces } = await visitor.ask(FindSpacesDocument, { filter, sort: 'NEWEST', first: 3 });
  print(
    '',
    `A search for newsletters in ${country} for at most ${formatMoney({ minorUnits: prices.once, currency })} finds ${spaces.totalCount}, the newest first:`,
  );
  for (const { title, seller, options: offers } of spaces.nodes)
    print(
      `  ${title} ${dim(`(${seller.name})`)} ${offers.map((offer) => `${offer.title} ${formatMoney(offer.price)}`).join(', ')}`,
    );
  const listedSpace = spaces.nodes.find(({ id }) => id === spaceId);
  const once = listedSpace?.options.find(({ isMonthly }) => !isMonthly);
  const monthly = listedSpace?.options.find(({ isMonthly }) => isMonthly);
  if (!once || !monthly) throw new DemoError('The search does not find the space that was listed.');
  return { onceId: once.id, monthlyId: monthly.id };
}
