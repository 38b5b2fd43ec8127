import { type ReactNode, useRef, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { useFieldProblem } from '../ui/form.tsx';
import { inputLimits } from '../ui/input-limits.ts';

/** The place of an item in its list, and how it is changed. */
interface DrawnItem<Item> {
  /** The position in the list, from 0. */
  readonly index: number;
  /** True if the visitor has just added the item. */
  readonly isNew: boolean;
  readonly onChange: (item: Item) => void;
  /** The button that removes the item, beside its heading. */
  readonly action: ReactNode;
}

interface ItemListProps<Item> {
  /** At least one. */
  readonly items: readonly Item[];
  readonly onChange: (items: readonly Item[]) => void;
  /** Makes another item; undefined if there is none to add. */
  readonly newItem: (() => Item) | undefined;
  /** Reads more of the spaces of the seller; undefined if all are there. */
  readonly readMore: (() => void) | undefined;
  readonly draw: (item: Item, props: DrawnItem<Item>) => ReactNode;
}

/** The items of an order or of an offer, with buttons that add and remove them. */
export function ItemList<Item extends { readonly key: string }>(props: ItemListProps<Item>) {
  const { items, onChange, newItem, readMore, draw } = props;
  const text = useText();
  const problem = useFieldProblem('items');
  const addButton = useRef<HTMLButtonElement>(null);
  const [newKey, setNewKey] = useState<string>();
  const add = (item: Item) => {
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
    <>
      {items.map((item, index) =>
        draw(item, {
          index,
          isNew: item.key === newKey,
          onChange: (changed) => onChange(items.with(index, changed)),
          action: items.length > 1 && (
            <Button onPress={() => remove(index)} aria-label={text('placeOrder.removeItem', { number: index + 1 })}>
              {text('common.remove')}
            </Button>
          ),
        }),
      )}
      {problem && <p className="field__problem small">{problem}</p>}
      <div className="row">
        {newItem && items.length < inputLimits.itemsPerOrder ? (
          <Button ref={addButton} onPress={() => add(newItem())}>
            {text('placeOrder.addItem')}
          </Button>
        ) : (
          <p className="muted">{text('placeOrder.maxItems', { count: inputLimits.itemsPerOrder })}</p>
        )}
        {readMore && <Button onPress={readMore}>{text('placeOrder.moreSpaces')}</Button>}
      </div>
    </>
  );
}
