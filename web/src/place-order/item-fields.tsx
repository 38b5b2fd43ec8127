import { type ReactNode, useEffect, useRef } from 'react';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { ItemFieldset } from '../steps/item-fieldset.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { asksForEnd, type DraftItem, type Offer } from './order-items.ts';

interface ItemFieldsProps {
  readonly item: DraftItem;
  /** The position in the order, from 0. */
  readonly index: number;
  /** The options that can be chosen. */
  readonly offers: readonly Offer[];
  readonly onChange: (item: DraftItem) => void;
  /** True if the item takes the focus when it appears. */
  readonly isNew: boolean;
  /** A button beside the heading. */
  readonly action?: ReactNode;
}

/** The fields of an item of an order: its price option and its days. */
export function ItemFields({ item, index, offers, onChange, isNew, action }: ItemFieldsProps) {
  const text = useText();
  const { money } = useFormats();
  const group = useRef<HTMLFieldSetElement>(null);
  const takesFocus = useRef(isNew);
  useEffect(() => {
    if (takesFocus.current) group.current?.querySelector('select')?.focus();
    takesFocus.current = false;
  }, []);
  const { space, option: chosen } = item.offer;
  const path = `items.${index}`;
  const choose = (id: string) => {
    const offer = offers.find(({ option }) => option.id === id);
    if (offer) onChange({ ...item, offer });
  };
  return (
    <ItemFieldset index={index} action={action} group={group}>
      <SelectField
        name={`${path}.priceOptionId`}
        isRequired
        label={text('placeOrder.option')}
        value={chosen.id}
        options={offers.map(({ space: { title }, option }) => ({
          value: option.id,
          label: text('placeOrder.optionLabel', { space: title, option: option.title, price: money(option.price) }),
        }))}
        onChange={choose}
      />
      {/* A small window cuts off the text of the choice. */}
      <p>
        <strong>{money(chosen.price)}</strong>
      </p>
      {space.requirements && (
        <p className="preserve muted" dir="auto">
          {space.requirements}
        </p>
      )}
      <TextField
        name={`${path}.startsOn`}
        type="date"
        min={space.firstBookableDay}
        label={text('placeOrder.startsOn')}
        description={text('placeOrder.startsOnHelp', { zone: space.timeZone })}
        value={item.startsOn}
        onChange={(startsOn) => onChange({ ...item, startsOn })}
      />
      {asksForEnd(item) && (
        <TextField
          name={`${path}.endsOn`}
          type="date"
          isRequired
          min={item.startsOn}
          label={text('placeOrder.endsOn')}
          value={item.endsOn}
          onChange={(endsOn) => onChange({ ...item, endsOn })}
        />
      )}
    </ItemFieldset>
  );
}
