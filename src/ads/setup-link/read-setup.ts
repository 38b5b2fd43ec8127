/** The content of the setup page: the ads of an order, the rules of their spaces, and the reasons of rejections. */
import { visibleAds } from '../../access/access.ts';
import type { SetupLinkHolder } from '../../access/viewer.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { type AdStep, adSteps } from '../../process/ad.ts';
import { STAYS } from '../../process/define.ts';
import type { OrderServices } from '../../services/order-services.ts';

const whole = {
  image: true,
  item: { include: { priceOption: { include: { space: true } } } },
} satisfies Prisma.AdInclude;

export type SetupAd = Prisma.AdGetPayload<{ include: typeof whole }>;

/** The rejection of an ad that is a draft again; the reason is null if the seller gave none. */
export interface Rejection {
  readonly reason: string | null;
}

export interface Setup {
  readonly orderNumber: number;
  readonly sellerName: string;
  readonly expiresAt: Date;
  /** Time zone of the advertiser, whose ads they are. */
  readonly timeZone: string;
  readonly ads: readonly SetupAd[];
  /** By the id of the ad. */
  readonly rejections: ReadonlyMap<string, Rejection>;
}

export const readSetupAds = ({ db }: OrderServices, holder: SetupLinkHolder): Promise<SetupAd[]> =>
  db.ad.findMany({ where: visibleAds(holder), orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], include: whole });

export async function readSetup(app: OrderServices, holder: SetupLinkHolder): Promise<Setup> {
  const ads = await readSetupAds(app, holder);
  const { expiresAt, order } = await app.db.setupLink.findUniqueOrThrow({
    where: { id: holder.linkId },
    select: {
      expiresAt: true,
      order: {
        select: { number: true, seller: { select: { name: true } }, advertiser: { select: { timeZone: true } } },
      },
    },
  });
  const rejections = await readRejections(app, holder, ads);
  const { number: orderNumber, seller, advertiser } = order;
  return { orderNumber, sellerName: seller.name, expiresAt, timeZone: advertiser.timeZone, ads, rejections };
}

const rejection: AdStep = 'rejectAd';
/** The steps that change the status of an ad: the rejection, and those after which an earlier one no longer matters. */
const reviewSteps = adSteps.filter(([, { from, to }]) => from.length > 0 && to !== STAYS).map(([step]) => step);
/** The newest entries that are read: far more than the reviews of the ads of one order. */
const maxReviewEntries = 500;

async function readRejections(
  { db }: OrderServices,
  { orderId }: SetupLinkHolder,
  ads: readonly SetupAd[],
): Promise<ReadonlyMap<string, Rejection>> {
  const drafts = new Set(ads.filter(({ status }) => status === 'DRAFT').map(({ id }) => id));
  if (drafts.size === 0) return new Map();
  const entries = await db.logEntry.findMany({
    where: { orderId, type: { in: reviewSteps } },
    orderBy: { number: 'desc' },
    take: maxReviewEntries,
    select: { type: true, input: true },
  });
  const rejections = new Map<string, Rejection>();
  for (const { type, input } of entries) {
    // The engine writes the input of a step as an object.
    const { adId, note } = input as { adId?: string; note?: string };
    if (adId === undefined || !drafts.delete(adId)) continue;
    if (type === rejection) rejections.set(adId, { reason: note ?? null });
  }
  return rejections;
}
