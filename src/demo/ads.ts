/** The ads of the demo data: one in each status that the demo orders do not cover, and a placement of each kind. */

import type { Person } from '../access/viewer.ts';
import { createAd } from '../ads/create-ad.ts';
import { expireDueAds } from '../ads/expire-ads.ts';
import { createPlacement } from '../ads/placements/create-placement.ts';
import { takeAdStep } from '../ads/take-ad-step.ts';
import { placeOrder } from '../orders/place-order.ts';
import { entriesOf, keysOf, recordOf } from '../platform/objects.ts';
import type { OrderServices } from '../services/order-services.ts';
import { servicesDaysAgo } from './days-ago.ts';

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
  readonly daysAgo?: number;
}

const demoAds: readonly DemoAd[] = [
  { brief: 'Poetry on Sundays.', html: '<h2>Poems, aloud</h2><p>Sundays at five. Cleo Books.</p>' },
  {
    brief: 'The autumn list.',
    html: '<h2>Forty new books</h2><p>Come in and read a page. Cleo Books.</p>',
    isPublishedIn: 'front-page',
  },
  {
    brief: 'Maps and travel.',
    html: '<h3>Where next?</h3><p>Maps of everywhere. Cleo Books.</p>',
    isPublishedIn: 'sidebar',
  },
  {
    brief: 'Last summer sale.',
    html: '<h3>Summer sale</h3><p>Until Saturday. Cleo Books.</p>',
    isPublishedIn: 'sidebar',
    daysAgo: 8,
  },
];

/** Creates the placements and the ads. Each ad gets its status by real steps. */
export async function createDemoAds(app: OrderServices, { advertiser, seller, optionId }: AdParties): Promise<void> {
  const places = await createPlacements(app, seller);
  const { id: houseAd } = await createAd(app, seller, { name: 'Subscribe to Harbour Daily' });
  await submit(app, seller, houseAd, '<h2>Harbour Daily</h2><p>The news in town, every morning.</p>');
  await publish(app, seller, houseAd, places['front-page']);

  for (const { brief, html, isPublishedIn, daysAgo: days = 0 } of demoAds) {
    const then = servicesDaysAgo(app, days);
    const input = { brief, paymentMethod: 'BANK_TRANSFER' };
    const order = await placeOrder(then, advertiser, { input, priceOptionIds: [optionId] });
    const { id: adId } = await app.db.ad.findFirstOrThrow({ where: { orderId: order.id } });
    await submit(then, advertiser, adId, html);
    if (isPublishedIn) await publish(then, seller, adId, places[isPublishedIn]);
  }
  await expireDueAds(app);
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
