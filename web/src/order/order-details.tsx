import { Link } from '@tanstack/react-router';
import { paths } from '../app/paths.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { Details } from '../ui/details.tsx';
import type { Order } from './order-room.tsx';

/** The brief, the items and the value of an order, and the other party. */
export function OrderDetails({ order }: { readonly order: Order }) {
  const text = useText();
  const { money, dateTime, day, percent } = useFormats();
  const { net, tax, taxBasisPoints } = order.amounts;
  // The progress of an order that ended early is null.
  const hasEnded = order.progress == null || order.progress === 100;
  const hasTax = taxBasisPoints > 0;
  const party = order.viewerRole === 'SELLER' ? order.advertiser : order.seller;
  const days = (startsOn: string, endsOn: string) => text('common.range', { from: day(startsOn), to: day(endsOn) });
  return (
    <>
      <section className="card stack" aria-labelledby="details">
        <h2 id="details">{text('order.details')}</h2>
        <Details
          rows={[
            [text('order.brief'), order.brief],
            [text('order.value'), money(order.total)],
            [text('order.net'), hasTax && money(net)],
            [text('order.tax', { rate: percent(taxBasisPoints / 100) }), hasTax && money(tax)],
            [
              text('order.fee'),
              order.marketplaceFee && order.marketplaceFee.minorUnits > 0 && money(order.marketplaceFee),
            ],
            [text('order.placedAt'), dateTime(order.createdAt)],
            [text('order.paymentMethod'), text(`paymentMethod.${order.paymentMethod}`)],
          ]}
        />
        <h3>{text('order.items')}</h3>
        <ul>
          {order.items.map(({ title, price, startsOn, endsOn }) => (
            <li key={`${title} ${startsOn}`} dir="auto">
              {title}, {money(price)}
              {startsOn && endsOn && <div className="muted small">{days(startsOn, endsOn)}</div>}
            </li>
          ))}
        </ul>
        {order.viewerRole === 'ADVERTISER' && hasEnded && (
          <Link className="button" to={paths.newOrder} search={{ space: '', option: '', again: order.number }}>
            {text('orderAgain.link')}
          </Link>
        )}
      </section>
      <section className="card stack" aria-labelledby="party">
        <h2 id="party">{text(order.viewerRole === 'SELLER' ? 'orderRole.ADVERTISER' : 'orderRole.SELLER')}</h2>
        <Details
          rows={[
            [text('party.name'), party.name],
            [text('party.legalName'), party.legalName],
            [text('party.address'), party.address],
            [text('party.website'), party.website],
            [text('party.phone'), party.phone],
          ]}
        />
      </section>
    </>
  );
}
