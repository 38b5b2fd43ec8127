import { useState } from 'react';
import { useApiQuery } from '../api/use-api.ts';
import { type OrderableSpaceFragment, SpacesOfSellerDocument } from '../generated/graphql.ts';

const spacesPerPage = 20;

interface SpacesOfSeller {
  readonly spaces: readonly OrderableSpaceFragment[];
  /** Reads the next page; undefined if there is none. */
  readonly readMore: (() => void) | undefined;
}

/** Reads the spaces of a seller with an option in a currency, page by page. */
export function useSpacesOfSeller(sellerId: string, currency: string): SpacesOfSeller {
  const [earlier, setEarlier] = useState<readonly OrderableSpaceFragment[]>([]);
  const [after, setAfter] = useState<string>();
  const { data, isFetching } = useApiQuery(SpacesOfSellerDocument, {
    ...{ sellerId, currency, after },
    first: spacesPerPage,
  });
  const spaces = [...earlier, ...(data?.spaces.nodes ?? [])];
  const { hasNextPage = false, endCursor } = data?.spaces.pageInfo ?? {};
  const readMore = () => {
    setEarlier(spaces);
    setAfter(endCursor ?? undefined);
  };
  return { spaces, readMore: hasNextPage && endCursor && !isFetching ? readMore : undefined };
}
