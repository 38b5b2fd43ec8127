/** Who may read what the parties of an order gave each other. */
import type { Prisma } from '../generated/prisma/client.ts';
import { isSelf } from './access.ts';
import { isMember, type Viewer } from './viewer.ts';

/** Of the ratings of an order that the viewer may see: what is published, and what the viewer gave. */
export function visibleRatings(viewer: Viewer): Prisma.RatingWhereInput {
  const published: Prisma.RatingWhereInput = { publishedAt: { not: null } };
  return isMember(viewer) ? { OR: [published, { raterId: viewer.accountId }] } : published;
}

/**
 * Whether a viewer may read what an entry says blindly before the ratings of its order are published: its author alone.
 * An operator may not either: what is not read cannot be passed on, and a rating is no evidence in a dispute.
 */
export const mayReadBlind = (viewer: Viewer, authorId: string | null): boolean => isSelf(viewer, authorId);
