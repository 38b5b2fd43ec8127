import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApiQuery } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { AccountSpacesDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { Badge } from '../ui/badge.tsx';
import type { PageInfo } from '../ui/cursor-pages.tsx';
import { QueryView } from '../ui/query-view.tsx';

interface AccountListProps {
  readonly accountId: string;
  readonly after: string | undefined;
  readonly more: (pageInfo: PageInfo) => ReactNode;
}

/** One page of the spaces that an account offers. */
export function AccountSpaces({ accountId, after, more }: AccountListProps) {
  const text = useText();
  const query = useApiQuery(AccountSpacesDocument, { accountId, first: 12, after });
  return (
    <QueryView query={query}>
      {({ spaces: { nodes, pageInfo } }) => (
        <>
          {nodes.length === 0 && <p>{text('account.noSpaces')}</p>}
          <ul className="plain-list stack stack--small">
            {nodes.map(({ id, title, kind }) => (
              <li key={id} className="card row row--spread">
                <Link to={paths.space} params={{ spaceId: id }} dir="auto">
                  {title}
                </Link>
                <Badge>{text(`spaceKind.${kind}`)}</Badge>
              </li>
            ))}
          </ul>
          {more(pageInfo)}
        </>
      )}
    </QueryView>
  );
}
