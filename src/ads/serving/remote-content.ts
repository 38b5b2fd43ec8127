/** The consent of a space that its ads load content from other hosts. */
import type { Tx } from '../../platform/db.ts';

/** True for each of these ads whose space allows remote content, in one statement. An ad without a space has no consent. */
export async function readRemoteContentConsents(db: Tx, adIds: readonly string[]): Promise<readonly boolean[]> {
  const allowed = await db.ad.findMany({
    where: { id: { in: [...adIds] }, item: { priceOption: { space: { allowsRemoteContent: true } } } },
    select: { id: true },
  });
  const ids = new Set(allowed.map(({ id }) => id));
  return adIds.map((id) => ids.has(id));
}
