import type { OfferItemViewFragment, OfferViewFragment } from '../generated/graphql.ts';
import type { Money } from '../i18n/amounts.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';

/** Both versions of an offer: the items and the total that the order had, and those that it proposes. */
export function OfferVersions({ offer }: { readonly offer: OfferViewFragment }) {
  const text = useText();
  return (
    <div className="stack stack--small">
      <OfferVersion title={text('offer.before')} items={offer.previousItems} total={offer.previousTotal} />
      <OfferVersion title={text('offer.after')} items={offer.items} total={offer.total} />
    </div>
  );
}

interface OfferVersionProps {
  readonly title: string;
  readonly items: readonly OfferItemViewFragment[];
  readonly total: Money;
}

function OfferVersion({ title, items, total }: OfferVersionProps) {
  const text = useText();
  const { money, day } = useFormats();
  return (
    <div>
      <strong>{text('offer.version', { title, total: money(total) })}</strong>
      <ul>
        {items.map(({ title: item, measure, quantity, startsOn, endsOn, price }, index) => (
          // The same item may occur twice, and the list does not change.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} dir="auto">
            {item}, {text(`measure.${measure}`, { quantity: quantity ?? 0 })}, {money(price)}
            {startsOn && endsOn && (
              <div className="muted small">{text('common.range', { from: day(startsOn), to: day(endsOn) })}</div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
