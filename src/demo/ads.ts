/** The ads of the demo data: one in each status that the demo orders do not cover, and a placement of each kind. */
import { randomUUID } from 'node:crypto';
import type { Person } from '../access/viewer.ts';
import { createAd } from '../ads/create-ad.ts';
import { expireDueAds } from '../ads/expire-ads.ts';
import { createPlacement } from '../ads/placements/create-placement.ts';
import { forgetBatches, writeCounts } from '../ads/serving/counters.ts';
import { takeAdStep } from '../ads/take-ad-step.ts';
import { placeOrder } from '../orders/place-order.ts';
import { dayMs } from '../platform/clock.ts';
import { addDays, dayOf } from '../platform/days.ts';
import { entriesOf, keysOf, recordOf } from '../platform/objects.ts';
import type { OrderServices } from '../services/order-services.ts';
import { servicesAgo } from './services-ago.ts';

export interface AdParties {
  readonly advertiser: Person;
  readonly seller: Person;
  /** The price option of the seller for one week. */
  readonly optionId: string;
}

const placements = {
  'front-page': { name: 'Front page, top', kind: 'SINGLE' },
  sidebar: { name: 'Sidebar', kind: 'GROUP' },
} as const;
type Slug = keyof typeof placements;

interface DemoAd {
  readonly brief: string;
  readonly html: string;
  readonly isPublishedIn?: Slug;
  /** Days since the ad was set up. Its week has ended if that is longer ago. */
  readonly daysAgo: number;
}

/** The ad of the seller was shown from so many days ago until an ad of an order replaced it. */
const houseAd = { daysAgo: 14, isReplacedDaysAgo: 5 } as const;

const demoAds: readonly DemoAd[] = [
  { brief: 'Poetry on Sundays.', html: '<h2>Poems, aloud</h2><p>Sundays at five. Cleo Books.</p>', daysAgo: 0 },
  {
    brief: 'The autumn list.',
    html: '<h2>Forty new books</h2><p>Come in and read a page. Cleo Books.</p>',
    isPublishedIn: 'front-page',
    daysAgo: houseAd.isReplacedDaysAgo,
  },
  {
    brief: 'Maps and travel.',
    html: '<h3>Where next?</h3><p>Maps of everywhere. Cleo Books.</p>',
    isPublishedIn: 'sidebar',
    daysAgo: 3,
  },
  {
    brief: 'Last summer sale.',
    html: '<h3>Summer sale</h3><p>Until Saturday. Cleo Books.</p>',
    isPublishedIn: 'sidebar',
    daysAgo: 8,
  },
];

/** The days of the price option. */
const daysOfOption = 7;

/** Creates the placements and the ads. Each ad gets its status by real steps. */
export async function createDemoAds(app: OrderServices, { advertiser, seller, optionId }: AdParties): Promise<void> {
  const places = await createPlacements(app, seller);
  const counted: CountedAd[] = [];
  const whenItBegan = servicesAgo(app, houseAd.daysAgo * dayMs);
  const { id: houseAdId } = await createAd(whenItBegan, seller, { name: 'Subscribe to Harbour Daily' });
  await submit(whenItBegan, seller, houseAdId, '<h2>Harbour Daily</h2><p>The news in town, every morning.</p>');
  await publish(whenItBegan, seller, houseAdId, places['front-page']);
  counted.push({ adId: houseAdId, from: houseAd.daysAgo, to: houseAd.isReplacedDaysAgo });

  for (const { brief, html, isPublishedIn, daysAgo } of demoAds) {
    const then = servicesAgo(app, daysAgo * dayMs);
    const input = { brief, paymentMethod: 'BANK_TRANSFER' };
    const order = await placeOrder(then, advertiser, { input, priceOptionIds: [optionId] });
    const { id: adId } = await app.db.ad.findFirstOrThrow({ where: { orderId: order.id } });
    await submit(then, advertiser, adId, html);
    if (!isPublishedIn) continue;
    await publish(then, seller, adId, places[isPublishedIn]);
    counted.push({ adId, from: daysAgo, to: Math.max(0, daysAgo - daysOfOption) });
  }
  await expireDueAds(app);
  await countVisits(app, counted);
}

/** The days of an ad on which it was shown, as numbers of days before today. */
interface CountedAd {
  readonly adId: string;
  readonly from: number;
  readonly to: number;
}

/** Counts impressions and clicks of each day, so that the charts show something. */
async function countVisits({ db, clock }: OrderServices, ads: readonly CountedAd[]): Promise<void> {
  const today = dayOf(clock.now());
  const counts = ads.flatMap(({ adId, from, to }, ad) =>
    Array.from({ length: from - to + 1 }, (_, index) => {
      // Numbers that go up and down.
      const impressions = 600 + 150 * ad + ((index * 37 + ad * 11) % 10) * 70;
      const clicks = Math.round((impressions * (4 + (index % 5))) / 500);
      const filtered = { filteredImpressions: Math.round(impressions / 12), filteredClicks: Math.round(clicks / 9) };
      return { adId, day: addDays(today, index - from), impressions, clicks, ...filtered };
    }),
  );
  const processId = randomUUID();
  await writeCounts(db, { processId, batch: { number: 1, counts }, at: clock.now() });
  await forgetBatches(db, { processId, diedBefore: new Date(0) });
}

async function createPlacements(app: OrderServices, seller: Person): Promise<Record<Slug, string>> {
  const ids = new Map<Slug, string>();
  for (const [slug, placement] of entriesOf(placements))
    ids.set(slug, (await createPlacement(app, seller, { slug, ...placement })).id);
  return recordOf(keysOf(placements), (slug) => ids.get(slug) ?? '');
}

async function submit(app: OrderServices, person: Person, adId: string, html: string): Promise<void> {
  const input = { html, targetUrl: 'https://cleo-books.example/' };
  await takeAdStep(app, person, { adId, step: 'saveAdDraft', input });
  await takeAdStep(app, person, { adId, step: 'submitAd', input: {} });
}

const publish = (app: OrderServices, seller: Person, adId: string, placementId: string) =>
  takeAdStep(app, seller, { adId, step: 'publishAd', input: { placementId } });
