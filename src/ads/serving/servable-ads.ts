/** The public content of placements: of an ad only its content and its click target. */
import { servableAdsFilter } from '../../access/access.ts';
import { fileUrl } from '../../files/addresses.ts';
import type { Ad, File } from '../../generated/prisma/client.ts';
import { usedAddress } from '../../platform/web-address.ts';
import type { AppServices } from '../../services/services.ts';
import type { CreativeKind } from '../../spaces/creative-rules.ts';
import { commonSize, readSpacesOfPlacements, type Size } from '../placements/placement-size.ts';
import { servableAds } from '../placements/placements.ts';
import { frameUrlOf } from './sandboxed-frame.ts';

/** The public part of an ad. */
export interface ServedAd {
  readonly id: string;
  readonly kind: CreativeKind;
  /** URL of the sandboxed frame; null for an image. */
  readonly frameUrl: string | null;
  /** The image; null for text. */
  readonly image: ServedImage | null;
  /** URL that counts a click and redirects; null if the ad has no target. */
  readonly clickUrl: string | null;
  /** Size at which it is shown, in CSS pixels; null if its space has none. */
  readonly size: Size | null;
  /** Text that says what it shows, or where a click leads. */
  readonly altText: string;
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
  /** Ads that were valid when they were read, topmost first, including replaced ones. */
  readonly stack: readonly PublicEntry[];
}

interface PublicEntry {
  readonly weight: number;
  readonly ad: Pick<Ad, 'status' | 'endsAt' | 'takenDownAt'>;
  readonly shown: ServedAd;
}

type Served = Pick<AppServices, 'config' | 'db' | 'clock'>;

/** Reads the placement with this slug and its ads in a fixed number of statements; null if it does not exist. */
export async function readPublicPlacement(
  { config, db, clock }: Served,
  slug: string,
): Promise<PublicPlacement | null> {
  const placement = await db.placement.findUnique({
    where: { slug },
    select: {
      id: true,
      name: true,
      kind: true,
      entries: {
        where: { ad: servableAdsFilter(clock.now()) },
        orderBy: { position: 'desc' },
        select: {
          weight: true,
          ad: {
            select: {
              id: true,
              status: true,
              endsAt: true,
              takenDownAt: true,
              html: true,
              targetUrl: true,
              altText: true,
              image: true,
            },
          },
        },
      },
    },
  });
  if (!placement) return null;
  const ofPlacement = (await readSpacesOfPlacements(db, [placement.id])).get(placement.id) ?? [];
  const spaces = Map.groupBy(ofPlacement, ({ adId }) => adId);
  const stack = placement.entries.map(({ weight, ad }) => {
    const { status, endsAt, takenDownAt } = ad;
    const box = commonSize(spaces.get(ad.id) ?? spaces.get(null) ?? []);
    return { weight, ad: { status, endsAt, takenDownAt }, shown: showAd({ config }, { ...ad, box, placement }) };
  });
  return { slug, name: placement.name, kind: placement.kind, stack };
}

/** The size of an image that must fit into a box. It is never enlarged. */
function fittingSize({ width, height }: ServedImage, box: Size | null): Size | null {
  if (!width || !height) return box;
  const scale = box ? Math.min(1, box.width / width, box.height / height) : 1;
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** The ads that it serves now: at most one, or all of a group. Flights that have ended since the read are skipped. */
export const shownNow = ({ kind, stack }: PublicPlacement, at: Date): readonly PublicEntry[] =>
  servableAds(kind, stack, at);

/** Draws one of them by weight; undefined if there are none. `drawBelow(n)` returns a random integer from 0 to n - 1. */
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

type Content = Pick<Ad, 'id' | 'status' | 'html' | 'targetUrl' | 'altText'> & {
  readonly image: File | null;
  readonly box: Size | null;
  readonly placement: { readonly name: string };
};

/** The kind of content of an ad, with its URL. */
function contentOf({ config }: Pick<Served, 'config'>, ad: Content): Pick<ServedAd, 'kind' | 'frameUrl' | 'image'> {
  // An ad without content cannot be submitted; if it is in a placement all the same, it has no frame.
  if (!ad.image) return { kind: 'HTML', frameUrl: ad.html ? frameUrlOf({ config }, ad) : null, image: null };
  const { width, height } = ad.image;
  return { kind: 'IMAGE', frameUrl: null, image: { url: fileUrl(config, ad.image), width, height } };
}

function showAd({ config }: Pick<Served, 'config'>, ad: Content): ServedAd {
  const target = usedAddress(ad.targetUrl);
  const clickUrl = target && `${config.publicUrl}/c/${ad.id}`;
  const content = contentOf({ config }, ad);
  const size = content.image ? fittingSize(content.image, ad.box) : ad.box;
  const altText = ad.altText ?? target?.hostname ?? ad.placement.name;
  return { id: ad.id, ...content, clickUrl, size, altText };
}
