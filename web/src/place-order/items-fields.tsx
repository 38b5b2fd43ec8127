import { useRef, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { useSpacesOfSeller } from '../steps/use-spaces-of-seller.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { useFieldProblem } from '../ui/form.tsx';
import { inputLimits } from '../ui/input-limits.ts';
import { ItemFields } from './item-fields.tsx';
import { type DraftItem, newItem, offersOf } from './order-items.ts';
import { OrderTotal } from './order-total.tsx';
import type { SpaceToOrder } from './place-order-page.tsx';
import './place-order.css';

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
  const text = useText();
  const problem = useFieldProblem('items');
  const addButton = useRef<HTMLButtonElement>(null);
  const [newKey, setNewKey] = useState<string>();
  const { spaces, readMore } = useSpacesOfSeller(space.seller.id, currency);
  const offers = offersOf([space, ...spaces], currency);
  const last = items.at(-1);
  const add = ({ offer }: DraftItem) => {
    const item = newItem(offer);
    setNewKey(item.key);
    onChange([...items, item]);
  };
  const remove = (index: number) => {
    onChange(items.toSpliced(index, 1));
    announce(text('placeOrder.itemRemoved', { number: index + 1 }));
    // The button that was pressed is gone, and there is room for another item in any case.
    requestAnimationFrame(() => addButton.current?.focus());
  };
  return (
    <div className="stack">
      {items.map((item, index) => (
        <ItemFields
          key={item.key}
          {...{ item, index, offers }}
          isNew={item.key === newKey}
          onChange={(changed) => onChange(items.with(index, changed))}
          action={
            items.length > 1 && (
              <Button onPress={() => remove(index)} aria-label={text('placeOrder.removeItem', { number: index + 1 })}>
                {text('common.remove')}
              </Button>
            )
          }
        />
      ))}
      {problem && <p className="field__problem small">{problem}</p>}
      <div className="row">
        {last && items.length < inputLimits.itemsPerOrder ? (
          <Button ref={addButton} onPress={() => add(last)}>
            {text('placeOrder.addItem')}
          </Button>
        ) : (
          <p className="muted">{text('placeOrder.maxItems', { count: inputLimits.itemsPerOrder })}</p>
        )}
        {readMore && <Button onPress={readMore}>{text('placeOrder.moreSpaces')}</Button>}
      </div>
      <OrderTotal items={items} />
    </div>
  );
}
