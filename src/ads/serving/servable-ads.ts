/** What a placement shows to anybody. An ad shows its content and where a click leads, and nothing else of itself. */
import { servableAdsFilter } from '../../access/access.ts';
import { fileUrl } from '../../files/addresses.ts';
import type { Ad, File } from '../../generated/prisma/client.ts';
import type { AppServices } from '../../services/services.ts';
import type { CreativeKind } from '../../spaces/creative-rules.ts';
import { servableAds } from '../placements/placements.ts';
import { frameUrlOf } from './sandboxed-frame.ts';

/** An ad as anybody sees it. */
export interface ServedAd {
  readonly id: string;
  readonly kind: CreativeKind;
  /** The page to show in a sandboxed frame; null for an image. */
  readonly frameUrl: string | null;
  /** The image, if the ad is one. */
  readonly image: ServedImage | null;
  /** Where a click on it is counted and leads on; null if the ad leads nowhere. */
  readonly clickUrl: string | null;
}

export interface ServedImage {
  readonly url: string;
  /** In pixels. */
  readonly width: number | null;
  readonly height: number | null;
}

export interface PublicPlacement {
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  /** Topmost first: those that were valid when they were read, also those that another one replaces. */
  readonly stack: readonly PublicEntry[];
}

interface PublicEntry {
  readonly weight: number;
  readonly ad: Pick<Ad, 'status' | 'endsAt'>;
  readonly shown: ServedAd;
}

type Served = Pick<AppServices, 'config' | 'db' | 'clock'>;

/** What the placement with this slug holds; null if there is none. A fixed number of statements. */
export async function readPublicPlacement(
  { config, db, clock }: Served,
  slug: string,
): Promise<PublicPlacement | null> {
  const placement = await db.placement.findUnique({
    where: { slug },
    select: {
      name: true,
      kind: true,
      entries: {
        where: { ad: servableAdsFilter(clock.now()) },
        orderBy: { position: 'desc' },
        select: {
          weight: true,
          ad: { select: { id: true, status: true, endsAt: true, html: true, targetUrl: true, image: true } },
        },
      },
    },
  });
  if (!placement) return null;
  const stack = placement.entries.map(({ weight, ad }) => {
    const { status, endsAt } = ad;
    return { weight, ad: { status, endsAt }, shown: showAd({ config }, ad) };
  });
  return { slug, name: placement.name, kind: placement.kind, stack };
}

/** What it shows at this moment: at most one, or each of a group. A run that has ended since it was read is passed by. */
export const shownNow = ({ kind, stack }: PublicPlacement, at: Date): readonly PublicEntry[] =>
  servableAds(kind, stack, at);

/** One of them by weight, or nothing. `drawBelow` draws a whole number from 0 to below its argument. */
export function pickByWeight<Entry extends { readonly weight: number }>(
  entries: readonly Entry[],
  drawBelow: (limit: number) => number,
): Entry | undefined {
  const total = entries.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return undefined;
  let remaining = drawBelow(total);
  return entries.find(({ weight }) => {
    remaining -= weight;
    return remaining < 0;
  });
}

type Content = Pick<Ad, 'id' | 'status' | 'html' | 'targetUrl'> & { readonly image: File | null };

/** What kind of content an ad has, and where that is shown. */
function contentOf({ config }: Pick<Served, 'config'>, ad: Content): Pick<ServedAd, 'kind' | 'frameUrl' | 'image'> {
  // An ad without content is never submitted for review; one that stands in a placement all the same has no frame.
  if (!ad.image) return { kind: 'HTML', frameUrl: ad.html ? frameUrlOf({ config }, ad) : null, image: null };
  const { width, height } = ad.image;
  return { kind: 'IMAGE', frameUrl: null, image: { url: fileUrl(config, ad.image), width, height } };
}

function showAd({ config }: Pick<Served, 'config'>, ad: Content): ServedAd {
  const clickUrl = targetOf(ad) && `${config.publicUrl}/c/${ad.id}`;
  return { id: ad.id, ...contentOf({ config }, ad), clickUrl };
}

/** Where a click on an ad leads, as an address that may stand in a header; null if nowhere. */
export function targetOf({ targetUrl }: Pick<Ad, 'targetUrl'>): URL | null {
  const target = targetUrl === null ? null : URL.parse(targetUrl);
  // What is stored was checked when it was saved; where a browser is sent to is looked at once more.
  return target && ['http:', 'https:'].includes(target.protocol) ? target : null;
}
