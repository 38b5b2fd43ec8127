/** Nested pages: the same page of the lists of many owners, in one statement. */
import DataLoader from 'dataloader';
import type { PageRequest } from './connections.ts';
import { type Context, contextLoader } from './context.ts';

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
  const requestKey = ({ request }: PageKey) => JSON.stringify(request);
  return contextLoader(
    (context) =>
      new DataLoader<PageKey, readonly Row[], string>(
        async (keys) => {
          const pages = new Map<string, ReadonlyMap<string, readonly Row[]>>();
          for (const [key, group] of Map.groupBy(keys, requestKey)) {
            const [first] = group;
            const ownerIds = group.map(({ ownerId }) => ownerId);
            if (first) pages.set(key, await read(context, ownerIds, first.request));
          }
          return keys.map((key) => pages.get(requestKey(key))?.get(key.ownerId) ?? []);
        },
        { cacheKeyFn: (key) => `${key.ownerId} ${requestKey(key)}` },
      ),
  );
}
