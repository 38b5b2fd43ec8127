/** Nested pages: the same page of the lists of many owners, in one statement. */
import type { PageRequest } from './connections.ts';
import type { Context } from './context.ts';
import { groupedLoader } from './grouped-loader.ts';

/** A page of the list of one owner. */
export interface PageKey {
  readonly ownerId: string;
  readonly request: PageRequest;
}

/**
 * Makes a loader of pages. `read` reads the same page of the lists of all owners, in the direction of the request, up
 * to `size` + 1 rows of each. Different pages are read one after the other.
 */
export function pageLoader<Row>(
  read: (
    context: Context,
    ownerIds: readonly string[],
    request: PageRequest,
  ) => Promise<ReadonlyMap<string, readonly Row[]>>,
) {
  const pages = groupedLoader<string, PageRequest, readonly Row[]>({
    idOf: (ownerId) => ownerId,
    read: async (context, ownerIds, request) => {
      const rows = await read(context, ownerIds, request);
      return ownerIds.map((ownerId) => rows.get(ownerId) ?? []);
    },
  });
  return (context: Context) => ({
    load: ({ ownerId, request }: PageKey) => pages(context).load({ subject: ownerId, args: request }),
  });
}
