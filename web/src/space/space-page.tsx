import { Link, useParams } from '@tanstack/react-router';
import { useApiQuery } from '../api/use-api.ts';
import { NotFoundPage } from '../app/error-pages.tsx';
import { paths } from '../app/paths.ts';
import { type PriceOptionViewFragment, SpaceDocument, type SpaceQuery } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { SpaceModeration } from '../moderation/acts.tsx';
import { ReportButton } from '../moderation/report-button.tsx';
import { Badge } from '../ui/badge.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { bookableRange } from './bookable-range.ts';
import { FreeDays } from './free-days.tsx';
import { SpaceFacts } from './space-facts.tsx';

/** A space on offer: what it is, what it costs, and when it is free. */
export function SpacePage() {
  const { spaceId } = useParams({ from: paths.space });
  const query = useApiQuery(SpaceDocument, { id: spaceId, ...bookableRange() });
  return <QueryView query={query}>{({ space }) => (space ? <SpaceView space={space} /> : <NotFoundPage />)}</QueryView>;
}

type SpaceOnPage = NonNullable<SpaceQuery['space']>;

function SpaceView({ space }: { readonly space: SpaceOnPage }) {
  const text = useText();
  const { percent } = useFormats();
  const { taxBasisPoints, pricesIncludeTax } = space.seller;
  return (
    <Page title={space.title} isNarrow>
      <p className="row">
        <Badge>{text(`spaceKind.${space.kind}`)}</Badge>
        <Link to={paths.account} params={{ accountId: space.seller.id }} dir="auto">
          {space.seller.name}
        </Link>
      </p>
      {space.takenDownAt && (
        <Notice tone="bad">{text('space.takenDown', { reason: space.takenDownReason ?? '' })}</Notice>
      )}
      {space.pictures.map((picture) => (
        <img
          key={picture.id}
          src={picture.url}
          alt=""
          width={picture.width ?? undefined}
          height={picture.height ?? undefined}
        />
      ))}
      <p className="preserve" dir="auto">
        {space.description}
      </p>
      <section className="stack" aria-labelledby="prices">
        <h2 id="prices">{text('space.prices')}</h2>
        {taxBasisPoints > 0 && (
          <p className="muted">
            {text(pricesIncludeTax ? 'space.taxIncluded' : 'space.taxAdded', { rate: percent(taxBasisPoints / 100) })}
          </p>
        )}
        {space.options.length === 0 && <p>{text('space.noPrices')}</p>}
        <ul className="plain-list stack stack--small">
          {space.options.map((option) => (
            <li key={option.id} className="card row row--spread">
              <PriceOption space={space} option={option} />
            </li>
          ))}
        </ul>
      </section>
      <FreeDays space={space} />
      <SpaceFacts space={space} />
      <div className="row">
        <ReportButton subjectId={space.id} subject={space.title} />
        <SpaceModeration space={space} />
      </div>
    </Page>
  );
}

interface PriceOptionProps {
  readonly space: SpaceOnPage;
  readonly option: PriceOptionViewFragment;
}

/** A price, with the link to order it if the space is on offer. */
function PriceOption({ space, option }: PriceOptionProps) {
  const text = useText();
  const { money } = useFormats();
  return (
    <>
      <div>
        <strong dir="auto">{option.title}</strong>
        <div className="muted">
          {text(`measure.${option.measure}`, { quantity: option.quantity ?? 0 })}
          {option.isMonthly && `, ${text('space.monthly')}`}
        </div>
      </div>
      <div className="row">
        <strong>{money(option.price)}</strong>
        {space.status === 'LISTED' && !space.takenDownAt && (
          <Link
            className="button button--primary"
            to={paths.newOrder}
            search={{ space: space.id, option: option.id }}
            aria-label={text('space.orderOption', { title: option.title })}
          >
            {text('space.order')}
          </Link>
        )}
      </div>
    </>
  );
}
