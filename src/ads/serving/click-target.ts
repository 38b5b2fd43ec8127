/** The address that a click leads to, and the referrer that it passes there. */
import type { ReferrerPolicy } from '../../generated/prisma/enums.ts';
import { usedAddress } from '../../platform/web-address.ts';

/** A click that leads on. */
export interface ClickTarget {
  readonly url: string;
  /** The header `referrer-policy` of the redirect. */
  readonly referrerPolicy: string;
}

/** A stored ad with the settings of its placement, which are null for an ad without one. */
export interface ClickedAd {
  readonly targetUrl: string | null;
  readonly order: { readonly number: number } | null;
  readonly entry: {
    readonly placement: { readonly slug: string; readonly referrerPolicy: ReferrerPolicy; readonly addsUtm: boolean };
  } | null;
}

const referrerPolicies: Readonly<Record<ReferrerPolicy, string>> = {
  NO_REFERRER: 'no-referrer',
  ORIGIN: 'origin',
  STRICT_ORIGIN_WHEN_CROSS_ORIGIN: 'strict-origin-when-cross-origin',
};

/** The target of a click; null if the ad has none. */
export function clickTargetOf({ targetUrl, order, entry }: ClickedAd): ClickTarget | null {
  const address = usedAddress(targetUrl);
  if (!address) return null;
  const placement = entry?.placement;
  const url = new URL(address.href);
  if (placement?.addsUtm) addMissing(url, utmParametersOf(placement.slug, order));
  return { url: url.href, referrerPolicy: referrerPolicies[placement?.referrerPolicy ?? 'NO_REFERRER'] };
}

/** The parameters by which analytics assign a visit: the placement, the medium, and the order or the seller's own ad. */
const utmParametersOf = (slug: string, order: ClickedAd['order']): Readonly<Record<string, string>> => ({
  utm_source: slug,
  utm_medium: 'display',
  utm_campaign: order ? `order-${order.number}` : 'own',
});

/** Adds parameters to an address. Those that it has already stay as they are, and so does the rest of its text. */
function addMissing(url: URL, parameters: Readonly<Record<string, string>>): void {
  const added = Object.entries(parameters).filter(([name]) => !url.searchParams.has(name));
  const query = new URLSearchParams(added).toString();
  if (query) url.search = url.search ? `${url.search}&${query}` : query;
}
