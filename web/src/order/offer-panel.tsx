import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { OfferVersions } from '../steps/offer-versions.tsx';
import type { Order } from './order-room.tsx';

/** The open offer of an order. The steps that answer it are the recommended ones. */
export function OfferPanel({ order }: { readonly order: Order }) {
  const text = useText();
  const { dateTime } = useFormats();
  const { offer, viewerRole, advertiser, seller } = order;
  if (!offer) return null;
  const isOwn = offer.proposedBy === viewerRole;
  const author = offer.proposedBy === 'SELLER' ? seller.name : advertiser.name;
  return (
    <section className="stack stack--small" aria-labelledby="offer">
      <h3 id="offer">{isOwn ? text('offer.own') : text('offer.ofOther', { name: author })}</h3>
      {offer.note && (
        <p className="preserve" dir="auto">
          {offer.note}
        </p>
      )}
      <OfferVersions offer={offer} />
      <p className="muted small">{text('offer.expires', { time: dateTime(offer.expiresAt) })}</p>
    </section>
  );
}
