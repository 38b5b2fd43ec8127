import { ItemList } from '../steps/item-list.tsx';
import { useSpacesOfSeller } from '../steps/use-spaces-of-seller.ts';
import { ItemFields } from './item-fields.tsx';
import { type DraftItem, newItem, offersOf } from './order-items.ts';
import { OrderTotal } from './order-total.tsx';
import type { SpaceToOrder } from './place-order-page.tsx';

interface ItemsFieldsProps {
  /** The space from which the visitor comes. */
  readonly space: SpaceToOrder;
  readonly currency: string;
  /** At least one. */
  readonly items: readonly DraftItem[];
  readonly onChange: (items: readonly DraftItem[]) => void;
}

/** The items of an order: price options of one seller in one currency, each with its days. */
export function ItemsFields({ space, currency, items, onChange }: ItemsFieldsProps) {
  const { spaces, readMore } = useSpacesOfSeller(space.seller.id, currency);
  const offers = offersOf([space, ...spaces], currency);
  const last = items.at(-1);
  return (
    <div className="stack">
      <ItemList
        items={items}
        onChange={onChange}
        newItem={last && (() => newItem(last.offer))}
        readMore={readMore}
        draw={(item, props) => <ItemFields key={item.key} {...{ item, offers }} {...props} />}
      />
      <OrderTotal items={items} />
    </div>
  );
}
