import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { Details } from '../ui/details.tsx';
import type { OrderParts } from './order-parts.tsx';

/** The ratings of both parties, and what the ad brought. */
export function ResultsPanel({ parts: { ratings, metrics } }: { readonly parts: OrderParts }) {
  const text = useText();
  const { number } = useFormats();
  if (ratings.length === 0 && !metrics) return null;
  return (
    <section className="card stack" aria-labelledby="results">
      <h2 id="results">{text('results.title')}</h2>
      {ratings.map(({ id, raterName, stars, text: comment, publishedAt }) => (
        <blockquote key={id} className="entry__quote">
          <p>
            <span role="img" aria-label={text('results.stars', { stars })}>
              {'★'.repeat(stars)}
              {'☆'.repeat(5 - stars)}
            </span>{' '}
            <span dir="auto">{raterName}</span>
          </p>
          {comment && <p dir="auto">{comment}</p>}
          {!publishedAt && <p className="muted small">{text('results.sealed')}</p>}
        </blockquote>
      ))}
      {metrics && (
        <Details
          rows={[
            [text('results.traffic'), number(metrics.traffic)],
            [text('results.leads'), number(metrics.leads)],
            [text('results.conversions'), number(metrics.conversions)],
          ]}
        />
      )}
    </section>
  );
}
