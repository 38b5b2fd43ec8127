import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApiQuery } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { CatalogueDocument, type SpaceCardFragment } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { Badge } from '../ui/badge.tsx';
import type { PageInfo } from '../ui/cursor-pages.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { type CatalogueSearch, filterOf, hasFilter } from './catalogue-search.ts';

const pageSize = 24;

interface SpaceListProps {
  readonly search: CatalogueSearch;
  readonly after: string | undefined;
  readonly more: (pageInfo: PageInfo) => ReactNode;
}

/** One page of the spaces that match the filters. */
export function SpaceList({ search, after, more }: SpaceListProps) {
  const text = useText();
  const query = useApiQuery(CatalogueDocument, {
    filter: filterOf(search),
    sort: search.sort ?? 'NEWEST',
    first: pageSize,
    after,
  });
  return (
    <QueryView query={query}>
      {({ spaces: { nodes, pageInfo } }) => (
        <>
          {nodes.length === 0 && <p>{text(hasFilter(search) ? 'catalogue.noMatch' : 'catalogue.empty')}</p>}
          <ul className="space-grid plain-list">
            {nodes.map((space) => (
              <li key={space.id} className="card space-card">
                <SpaceCard space={space} />
              </li>
            ))}
          </ul>
          {more(pageInfo)}
        </>
      )}
    </QueryView>
  );
}

function SpaceCard({
  space: { id, title, description, kind, seller, pictures, options },
}: {
  readonly space: SpaceCardFragment;
}) {
  const text = useText();
  const { money } = useFormats();
  const [picture] = pictures;
  const cheapest = options.toSorted((a, b) => a.price.minorUnits - b.price.minorUnits)[0];
  return (
    <>
      {picture && <img className="space-card__picture" src={picture.url} alt="" loading="lazy" />}
      <h2 dir="auto">
        <Link to={paths.space} params={{ spaceId: id }}>
          {title}
        </Link>
      </h2>
      <p className="row">
        <Badge>{text(`spaceKind.${kind}`)}</Badge>
        <span dir="auto">{seller.name}</span>
      </p>
      <p className="space-card__description muted" dir="auto">
        {description}
      </p>
      {cheapest && (
        <p>
          {text(options.length > 1 ? 'catalogue.priceFrom' : 'catalogue.price', {
            price: money(cheapest.price),
            title: cheapest.title,
          })}
        </p>
      )}
    </>
  );
}
