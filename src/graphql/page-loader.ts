/** Pages within a list: the same page of a list of each of many owners, in one statement. */
import DataLoader from 'dataloader';
import type { PageRequest } from './connections.ts';
import { type Context, contextLoader } from './context.ts';

/** Which page of whose list. */
export interface PageKey {
  readonly ownerId: string;
  readonly request: PageRequest;
}

/**
 * A loader of pages. `read` reads the same page of the lists of all these owners, in the direction of the request and
 * up to size + 1 rows of each; owners who ask for different pages are read one page after the other.
 */
export function pageLoader<Row>(
  read: (
    context: Context,
    ownerIds: readonly string[],
    request: PageRequest,
  ) => Promise<ReadonlyMap<string, readonly Row[]>>,
) {
  const nameOf = ({ request }: PageKey) => JSON.stringify(request);
  return contextLoader(
    (context) =>
      new DataLoader<PageKey, readonly Row[], string>(
        async (keys) => {
          const pages = new Map<string, ReadonlyMap<string, readonly Row[]>>();
          for (const [name, group] of Map.groupBy(keys, nameOf)) {
            const [first] = group;
            const ownerIds = group.map(({ ownerId }) => ownerId);
            if (first) pages.set(name, await read(context, ownerIds, first.request));
          }
          return keys.map((key) => pages.get(nameOf(key))?.get(key.ownerId) ?? []);
        },
        { cacheKeyFn: (key) => `${key.ownerId} ${nameOf(key)}` },
      ),
  );
}
