import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ItemFieldset } from './item-fieldset.tsx';
import { asksForEnd, hasQuantity, type ItemChoice, type TypedItem } from './proposed-items.ts';

interface ProposedItemFieldsProps {
  readonly item: TypedItem;
  /** The position in the offer, from 0. */
  readonly index: number;
  readonly choices: readonly ItemChoice[];
  readonly currency: string;
  readonly onChange: (item: TypedItem) => void;
  /** A button beside the heading. */
  readonly action?: ReactNode;
}

/** The fields of an item of an offer: the price option, the quantity, the days and the price. */
export function ProposedItemFields({ item, index, choices, currency, onChange, action }: ProposedItemFieldsProps) {
  const text = useText();
  const path = `items.${index}`;
  const choose = (id: string) => {
    const choice = choices.find(({ priceOptionId }) => priceOptionId === id);
    if (choice) onChange({ ...item, ...choice, key: item.key, startsOn: item.startsOn, endsOn: item.endsOn });
  };
  const field = (name: 'quantity' | 'startsOn' | 'endsOn' | 'price') => ({
    name: `${path}.${name}`,
    value: item[name],
    onChange: (typed: string) => onChange({ ...item, [name]: typed }),
  });
  return (
    <ItemFieldset index={index} action={action}>
      <SelectField
        name={`${path}.priceOptionId`}
        isRequired
        label={text('placeOrder.option')}
        value={item.priceOptionId}
        options={choices.map(({ priceOptionId, title }) => ({ value: priceOptionId, label: title }))}
        onChange={choose}
      />
      {hasQuantity(item) && (
        <TextField
          {...field('quantity')}
          isRequired
          inputMode="numeric"
          label={text('offer.quantity', { measure: text(`options.measure.${item.measure}`) })}
        />
      )}
      <TextField {...field('startsOn')} type="date" label={text('placeOrder.startsOn')} />
      {asksForEnd(item) && (
        <TextField {...field('endsOn')} type="date" isRequired min={item.startsOn} label={text('placeOrder.endsOn')} />
      )}
      <TextField
        {...field('price')}
        isRequired
        inputMode="decimal"
        label={text('step.moneyLabel', { label: text('offer.price'), currency })}
      />
    </ItemFieldset>
  );
}
