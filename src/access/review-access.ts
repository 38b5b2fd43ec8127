/** Access conditions of ratings. */
import type { Prisma } from '../generated/prisma/client.ts';
import { isSelf, ownedBy } from './access.ts';
import { isMember, type Viewer } from './viewer.ts';

/** The ratings that a viewer may see within a visible order: published ones, and the viewer's own. */
export function visibleRatings(viewer: Viewer): Prisma.RatingWhereInput {
  const published: Prisma.RatingWhereInput = { publishedAt: { not: null } };
  return isMember(viewer) ? { OR: [published, { raterId: ownedBy(viewer) }] } : published;
}

/**
 * True if a viewer may read the sealed fields of an entry before the ratings of its order are published: only its
 * author may. An operator may not either, because a rating is not evidence in a dispute.
 */
export const mayReadBlind = (viewer: Viewer, authorId: string | null): boolean => isSelf(viewer, authorId);
