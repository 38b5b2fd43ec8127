import { useTranslatedRefusal } from '../api/refusal-text.ts';
import { useApiQuery } from '../api/use-api.ts';
import { type AdViewFragment, PublishPreviewDocument } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { Notice } from '../ui/notice.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { placementFieldOf } from './placement-of-step.ts';
import type { StepValues } from './step-values.ts';

interface PublishPreviewProps {
  readonly adId: string;
  /** The chosen placement; empty for the default placement of the space. */
  readonly placementId: string;
}

/** The effects that publishing an ad would have now: on the placement, and until when. */
function PublishPreview({ adId, placementId }: PublishPreviewProps) {
  const text = useText();
  const translated = useTranslatedRefusal();
  const { dateTime, number } = useFormats();
  const query = useApiQuery(
    PublishPreviewDocument,
    { adId, placementId: placementId || null },
    { policy: 'network-only' },
  );
  return (
    <QueryView query={query}>
      {({ ad }) => {
        const preview = ad?.publishPreview;
        if (!preview) return null;
        if (preview.__typename !== 'PublishPreview') return <Notice tone="warn">{translated(preview).message}</Notice>;
        const { assignment, endsAt, deliveryGoal } = preview;
        return (
          <section className="stack stack--small" aria-labelledby="publish-preview">
            <h3 id="publish-preview">{text('ads.effects')}</h3>
            <ul>
              <li dir="auto">
                {assignment
                  ? text(`ads.effect.${assignment.change}`, {
                      placement: assignment.placement.name,
                      replaced: assignment.replacedAd?.name ?? '',
                      count: assignment.otherAdCount,
                    })
                  : text('ads.effect.NONE')}
              </li>
              {endsAt && <li>{text('ads.effect.endsAt', { time: dateTime(endsAt) })}</li>}
              {deliveryGoal && (
                <li>{text(`ads.effect.${deliveryGoal.measure}`, { quantity: number(deliveryGoal.quantity) })}</li>
              )}
            </ul>
          </section>
        );
      }}
    </QueryView>
  );
}

/** Draws the effect of a step that places the ad; undefined for other steps. */
export function publishEffect({ id }: Pick<AdViewFragment, 'id'>, action: AdViewFragment['actions'][number]) {
  const placementField = placementFieldOf(action);
  if (placementField === undefined) return undefined;
  return (values: StepValues) => <PublishPreview adId={id} placementId={values[placementField]?.text ?? ''} />;
}
