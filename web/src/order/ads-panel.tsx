import { lazy, Suspense } from 'react';
import type { AdItemViewFragment, AdViewFragment } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useApiText, useText } from '../i18n/use-text.ts';
import { AdModeration } from '../moderation/acts.tsx';
import { ReportButton } from '../moderation/report-button.tsx';
import { AdPreview } from '../steps/ad-preview.tsx';
import { adStepDocument } from '../steps/document-of-step.ts';
import { publishEffect } from '../steps/publish-preview.tsx';
import { StepButton } from '../steps/step-button.tsx';
import type { StepValues } from '../steps/step-values.ts';
import { useAdItem } from '../steps/use-ad-rules.tsx';
import { Badge } from '../ui/badge.tsx';
import { Details } from '../ui/details.tsx';
import { Notice } from '../ui/notice.tsx';
import type { OrderParts } from './order-parts.tsx';
import type { Order } from './order-room.tsx';
import { SetupLink } from './setup-link.tsx';

/** Few visitors come for the results, so the order does not wait for their chart. */
const AdResults = lazy(async () => ({ default: (await import('./ad-results.tsx')).AdResults }));

interface AdsPanelProps {
  readonly order: Order;
  readonly parts: OrderParts;
  /** Called when the parts have to be read again. */
  readonly onChange: () => void;
}

/** The ads of an order, each with its preview and the steps of the viewer, and the link to set them up. */
export function AdsPanel({ order, parts: { ads, setupLink }, onChange }: AdsPanelProps) {
  const text = useText();
  if (ads.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="ads">
      <h2 id="ads">{text('ads.title')}</h2>
      {ads.map((ad) => (
        <AdView key={ad.id} order={order} ad={ad} />
      ))}
      {order.viewerRole !== 'OPERATOR' && ads.some(({ status }) => status === 'DRAFT' || status === 'PENDING') && (
        <SetupLink order={order} setupLink={setupLink} onChange={onChange} />
      )}
    </section>
  );
}

function AdView({ order, ad }: { readonly order: Order; readonly ad: AdViewFragment & AdItemViewFragment }) {
  const text = useText();
  const apiText = useApiText();
  const { dateTime, number } = useFormats();
  const itemOf = useAdItem();
  const allowed = ad.actions.filter(({ isAllowed }) => isAllowed);
  return (
    <article className="stack stack--small" aria-label={ad.name}>
      <div className="row row--spread">
        <h3 dir="auto">{ad.name}</h3>
        <Badge tone={ad.status === 'PENDING' ? 'warn' : 'info'}>{text(`adStatus.${ad.status}`)}</Badge>
      </div>
      {ad.takenDownAt && <Notice tone="bad">{text('ads.takenDown', { reason: ad.takenDownReason ?? '' })}</Notice>}
      {ad.displacedAt && <Notice tone="warn">{text('ads.displaced', { time: dateTime(ad.displacedAt) })}</Notice>}
      <AdPreview ad={ad} />
      <Details
        rows={[
          ...itemOf(ad),
          [text('ads.target'), ad.targetUrl],
          [text('ads.publishedAt'), ad.publishedAt && dateTime(ad.publishedAt)],
          [text('ads.endsAt'), ad.endsAt && dateTime(ad.endsAt)],
          [text('ads.daysLeft'), daysLeftOf(ad, number)],
          [text('ads.extendedDays'), ad.extendedDays > 0 && number(ad.extendedDays)],
          [text('ads.impressions'), ad.publishedAt && number(ad.impressions)],
          [text('ads.clicks'), ad.publishedAt && number(ad.clicks)],
          [text('ads.filteredImpressions'), ad.publishedAt && number(ad.filteredImpressions)],
          [text('ads.filteredClicks'), ad.publishedAt && number(ad.filteredClicks)],
        ]}
      />
      {ad.publishedAt && <p className="muted small">{text('ads.filteredHelp')}</p>}
      {ad.publishedAt && (
        <Suspense>
          <AdResults ad={ad} />
        </Suspense>
      )}
      <ul className="plain-list row">
        {allowed.map((action) => (
          <li key={action.step}>
            <StepButton
              action={action}
              title={apiText(`adStep.${action.step}`, action.title)}
              subject={ad.name}
              document={adStepDocument(action.step)}
              target={{ adId: ad.id }}
              // A form takes the values of the fields that it has.
              values={contentOf(ad)}
              money={order.total}
              effect={publishEffect(ad, action)}
            />
          </li>
        ))}
        <li>
          <AdModeration ad={ad} />
        </li>
        <li>
          <ReportButton subjectId={ad.id} subject={ad.name} />
        </li>
      </ul>
    </article>
  );
}

/** The days that are left of an ad while they do not run, to one decimal; undefined for any other ad. */
const daysLeftOf = ({ remainingSeconds }: AdViewFragment, number: (value: number) => string) =>
  remainingSeconds === null || remainingSeconds === undefined
    ? undefined
    : number(Math.round(remainingSeconds / 8_640) / 10);

/** The content of an ad, to begin the form of a step with. */
const contentOf = ({ html, targetUrl, altText, image }: AdViewFragment): StepValues => ({
  html: { text: html ?? '', files: [] },
  targetUrl: { text: targetUrl ?? '', files: [] },
  altText: { text: altText ?? '', files: [] },
  imageId: { text: '', files: image ? [{ fileId: image.id, name: image.name }] : [] },
});
