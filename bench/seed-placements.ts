/** Placements with ads in them, published as they are. */
import type { App } from '../src/app.ts';

const placements = 20;
const adsPerPlacement = 3;

/** Makes groups of ads of this seller and gives back their slugs. */
export async function seedPlacements({ db }: App, sellerId: string, createdAt: Date): Promise<readonly string[]> {
  const slugs = Array.from({ length: placements }, (_, index) => `place-${index + 1}`);
  for (const slug of slugs) {
    const { id } = await db.placement.create({
      data: { sellerId, slug, name: `The place ${slug}`, kind: 'GROUP', createdAt },
    });
    for (let position = 1; position <= adsPerPlacement; position++)
      await db.ad.create({
        data: {
          sellerId,
          name: `House ad ${position}`,
          status: 'PUBLISHED',
          html: `<p>House ad ${position} of ${slug}</p>`,
          targetUrl: `https://advertiser.example/${slug}/${position}`,
          publishedAt: createdAt,
          createdAt,
          updatedAt: createdAt,
          counter: { create: {} },
          entry: { create: { placementId: id, position, weight: position } },
        },
      });
  }
  return slugs;
}
