import type { ReactNode } from 'react';
import { useApiQuery } from '../api/use-api.ts';
import { AccountRatingsDocument } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import type { PageInfo } from '../ui/cursor-pages.tsx';
import { QueryView } from '../ui/query-view.tsx';

interface AccountRatingsProps {
  readonly accountId: string;
  readonly after: string | undefined;
  readonly more: (pageInfo: PageInfo) => ReactNode;
}

/** One page of the published ratings of a seller. */
export function AccountRatings({ accountId, after, more }: AccountRatingsProps) {
  const text = useText();
  const { date } = useFormats();
  const query = useApiQuery(AccountRatingsDocument, { accountId, first: 12, after });
  return (
    <QueryView query={query}>
      {({ sellerProfile }) => (
        <>
          {!sellerProfile?.ratings.nodes.length && <p>{text('account.noRatings')}</p>}
          <ul className="plain-list stack stack--small">
            {sellerProfile?.ratings.nodes.map((rating) => (
              <li key={rating.id} className="card stack stack--small">
                <p className="row">
                  <strong>{text('results.stars', { stars: rating.stars })}</strong>
                  <span dir="auto">{rating.raterName}</span>
                  {rating.publishedAt && <time dateTime={rating.publishedAt}>{date(rating.publishedAt)}</time>}
                </p>
                {rating.text && (
                  <p className="preserve" dir="auto">
                    {rating.text}
                  </p>
                )}
              </li>
            ))}
          </ul>
          {sellerProfile && more(sellerProfile.ratings.pageInfo)}
        </>
      )}
    </QueryView>
  );
}
