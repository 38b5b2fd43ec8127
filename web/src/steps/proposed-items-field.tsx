import { useEffect } from 'react';
import { useApiQuery } from '../api/use-api.ts';
import { OrderToChangeDocument, type OrderToChangeQuery } from '../generated/graphql.ts';
import { amountOf, type Money } from '../i18n/amounts.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { QueryView } from '../ui/query-view.tsx';
import { ItemList } from './item-list.tsx';
import { ProposedItemFields } from './proposed-item-fields.tsx';
import { choicesOf, firstItems, type TypedItem } from './proposed-items.ts';
import { useSpacesOfSeller } from './use-spaces-of-seller.ts';

interface ProposedItemsFieldProps {
  readonly orderId: string;
  /** An amount in the currency of the order. */
  readonly money: Money;
  /** Undefined until the items of the order are read. */
  readonly items: readonly TypedItem[] | undefined;
  readonly onChange: (items: readonly TypedItem[]) => void;
  readonly label: string;
  readonly description: string;
}

/** A field for the items that an order is to have: it begins with those that it has. */
export function ProposedItemsField({ orderId, ...props }: ProposedItemsFieldProps) {
  const query = useApiQuery(OrderToChangeDocument, { id: orderId }, { policy: 'network-only' });
  return <QueryView query={query}>{({ order }) => order && <ItemsOfOrder order={order} {...props} />}</QueryView>;
}

interface ItemsOfOrderProps extends Omit<ProposedItemsFieldProps, 'orderId'> {
  readonly order: NonNullable<OrderToChangeQuery['order']>;
}

function ItemsOfOrder({ order, money, items, onChange, label, description }: ItemsOfOrderProps) {
  const text = useText();
  const formats = useFormats();
  const { currency } = money;
  const { spaces, readMore } = useSpacesOfSeller(order.seller.id, currency);
  useEffect(() => {
    if (!items) onChange(firstItems(order));
  }, [items, onChange, order]);
  if (!items) return null;
  const choices = choicesOf(items, spaces, currency);
  const prices = items.map(({ price }) => amountOf(price, currency)?.minorUnits ?? 0);
  const total = { ...money, minorUnits: prices.reduce((sum, price) => sum + price, 0) };
  const [first] = choices;
  return (
    <section className="stack" aria-label={label}>
      <p className="muted small">{description}</p>
      <ItemList
        items={items}
        onChange={onChange}
        newItem={first && (() => ({ ...first, key: crypto.randomUUID(), startsOn: '', endsOn: '' }))}
        readMore={readMore}
        draw={(item, { isNew: _, ...props }) => (
          <ProposedItemFields key={item.key} {...{ item, choices, currency }} {...props} />
        )}
      />
      <p>
        {text('offer.sum')} <strong>{formats.money(total)}</strong>
      </p>
    </section>
  );
}
