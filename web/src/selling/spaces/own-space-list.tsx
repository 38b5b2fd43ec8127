import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApiQuery } from '../../api/use-api.ts';
import { paths } from '../../app/paths.ts';
import { type OwnSpaceFragment, OwnSpacesDocument, type SpaceStatus } from '../../generated/graphql.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useText } from '../../i18n/use-text.ts';
import type { PageInfo } from '../../ui/cursor-pages.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { SpaceStatusBadge } from '../space-status-badge.tsx';

const pageSize = 20;

interface OwnSpaceListProps {
  readonly status: SpaceStatus | undefined;
  readonly after: string | undefined;
  readonly more: (pageInfo: PageInfo) => ReactNode;
}

/** One page of the spaces of the seller. */
export function OwnSpaceList({ status, after, more }: OwnSpaceListProps) {
  const text = useText();
  const query = useApiQuery(OwnSpacesDocument, { statuses: status && [status], first: pageSize, after });
  return (
    <QueryView query={query}>
      {({ ownSpaces: { nodes, pageInfo } }) => (
        <>
          {nodes.length === 0 && <p>{text(status ? 'selling.noMatch' : 'selling.empty')}</p>}
          <ul className="plain-list stack stack--small">
            {nodes.map((space) => (
              <li key={space.id} className="card stack stack--small">
                <OwnSpace space={space} />
              </li>
            ))}
          </ul>
          {more(pageInfo)}
        </>
      )}
    </QueryView>
  );
}

function OwnSpace({ space }: { readonly space: OwnSpaceFragment }) {
  const text = useText();
  const { list } = useFormats();
  const isOffered = space.status === 'LISTED';
  const missing = [
    ...(space.options.length === 0 ? [text('selling.missing.option')] : []),
    ...(space.pictures.length === 0 ? [text('selling.missing.picture')] : []),
  ];
  return (
    <>
      <div className="row row--spread">
        <h2 dir="auto">
          <Link to={paths.editSpace} params={{ spaceId: space.id }}>
            {space.title}
          </Link>
        </h2>
        <SpaceStatusBadge status={space.status} />
      </div>
      <p className="row muted">
        <span>{text(`spaceKind.${space.kind}`)}</span>
        <span>{text('selling.optionCount', { count: space.options.length })}</span>
        <span>{text('selling.pictureCount', { count: space.pictures.length })}</span>
      </p>
      {space.takenDownAt && <p>{text('selling.takenDown', { reason: space.takenDownReason ?? '' })}</p>}
      {space.status !== 'ARCHIVED' && missing.length > 0 && <p>{text('selling.missing', { things: list(missing) })}</p>}
      {isOffered && (
        <p>
          <Link
            to={paths.space}
            params={{ spaceId: space.id }}
            aria-label={text('selling.seeOf', { title: space.title })}
          >
            {text('selling.see')}
          </Link>
        </p>
      )}
    </>
  );
}
