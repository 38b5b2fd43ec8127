import type { ReactNode } from 'react';
import { useApiQuery } from '../../api/use-api.ts';
import { OwnPlacementsDocument } from '../../generated/graphql.ts';
import { useText } from '../../i18n/use-text.ts';
import type { PageInfo } from '../../ui/cursor-pages.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { PlacementCard } from './placement-card.tsx';

const pageSize = 10;

interface PlacementListProps {
  readonly after: string | undefined;
  readonly more: (pageInfo: PageInfo) => ReactNode;
  readonly onDeleted: () => void;
}

/** One page of the placements of the seller. */
export function PlacementList({ after, more, onDeleted }: PlacementListProps) {
  const text = useText();
  const query = useApiQuery(OwnPlacementsDocument, { first: pageSize, after });
  return (
    <QueryView query={query}>
      {({ placements: { nodes, pageInfo } }) => (
        <>
          {nodes.length === 0 && <p>{text('placements.empty')}</p>}
          {nodes.map((placement) => (
            <PlacementCard key={placement.id} placement={placement} onDeleted={onDeleted} />
          ))}
          {more(pageInfo)}
        </>
      )}
    </QueryView>
  );
}
