import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApiQuery } from '../../api/use-api.ts';
import { paths } from '../../app/paths.ts';
import { AdsToReviewDocument, type AdsToReviewQuery } from '../../generated/graphql.ts';
import { useApiText, useText } from '../../i18n/use-text.ts';
import { AdPreview } from '../../steps/ad-preview.tsx';
import { adStepDocument } from '../../steps/document-of-step.ts';
import { placementFieldOf } from '../../steps/placement-of-step.ts';
import { publishEffect } from '../../steps/publish-preview.tsx';
import { StepButton } from '../../steps/step-button.tsx';
import { useAdItem } from '../../steps/use-ad-rules.tsx';
import type { PageInfo } from '../../ui/cursor-pages.tsx';
import { Details } from '../../ui/details.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const pageSize = 10;

/** The currency of steps of ads without an order. No step of a review takes an amount. */
const noAmount = { minorUnits: 0, currency: 'EUR', digits: 2 };

interface ReviewListProps {
  readonly after: string | undefined;
  readonly more: (pageInfo: PageInfo) => ReactNode;
}

/** One page of the ads that wait for a review. An ad that was reviewed here leaves the list. */
export function ReviewList({ after, more }: ReviewListProps) {
  const text = useText();
  const query = useApiQuery(AdsToReviewDocument, { first: pageSize, after });
  return (
    <QueryView query={query}>
      {({ ads: { nodes, pageInfo } }) => {
        // The cache has the new status of an ad before the list is read again.
        const waiting = nodes.filter(({ status }) => status === 'PENDING');
        return (
          <>
            {waiting.length === 0 && !pageInfo.hasNextPage && <p>{text('review.empty')}</p>}
            {waiting.map((ad) => (
              <AdToReview key={ad.id} ad={ad} />
            ))}
            {more(pageInfo)}
          </>
        );
      }}
    </QueryView>
  );
}

function AdToReview({ ad }: { readonly ad: AdsToReviewQuery['ads']['nodes'][number] }) {
  const text = useText();
  const apiText = useApiText();
  const itemOf = useAdItem();
  const { order, name } = ad;
  return (
    <article className="card stack" aria-label={name}>
      <h2 dir="auto">{name}</h2>
      <AdPreview ad={ad} />
      <Details
        rows={[
          [text('orderRole.ADVERTISER'), order?.advertiser.name],
          ...itemOf(ad),
          [text('ads.target'), ad.targetUrl],
          [
            text('review.order'),
            order && (
              <Link key="order" to={paths.order} params={{ number: String(order.number) }}>
                {text('order.title', { number: order.number })}
              </Link>
            ),
          ],
        ]}
      />
      <ul className="plain-list row">
        {ad.actions
          .filter(({ isAllowed }) => isAllowed)
          .map((action) => (
            <li key={action.step}>
              <StepButton
                action={action}
                title={apiText(`adStep.${action.step}`, action.title)}
                subject={name}
                document={adStepDocument(action.step)}
                target={{ adId: ad.id }}
                money={order?.total ?? noAmount}
                effect={publishEffect(ad, action)}
                variant={placementFieldOf(action) === undefined ? 'secondary' : 'primary'}
              />
            </li>
          ))}
      </ul>
    </article>
  );
}
