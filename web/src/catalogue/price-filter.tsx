import { useCallback, useState } from 'react';
import { amountOf, amountText } from '../i18n/amounts.ts';
import { useText } from '../i18n/use-text.ts';
import { Form, unreadable, useSubmission } from '../ui/form.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { CatalogueSearch } from './catalogue-search.ts';

interface PriceFilterProps {
  readonly search: CatalogueSearch;
  readonly currencies: readonly { readonly value: string; readonly count: number }[];
  readonly onChange: (next: Pick<CatalogueSearch, 'currency' | 'minPrice' | 'maxPrice'>) => void;
}

/** The filter by a range of prices in one currency. */
export function PriceFilter({ search, currencies, onChange }: PriceFilterProps) {
  const text = useText();
  const { currency: chosen, minPrice, maxPrice } = search;
  const typedOf = (price: number | undefined) =>
    chosen === undefined || price === undefined ? '' : amountText(price, chosen);
  const [typedCurrency, setCurrency] = useState(chosen);
  // The most frequent currency is the first choice.
  const currency = typedCurrency ?? currencies[0]?.value ?? '';
  const [min, setMin] = useState(typedOf(minPrice));
  const [max, setMax] = useState(typedOf(maxPrice));
  const { submit, ...state } = useSubmission(
    useCallback(async () => {
      const amounts = { minPrice: amountOf(min, currency), maxPrice: amountOf(max, currency) };
      const wrong = [
        ...(min.trim() && !amounts.minPrice ? ['minPrice'] : []),
        ...(max.trim() && !amounts.maxPrice ? ['maxPrice'] : []),
      ];
      if (wrong.length > 0)
        return unreadable(Object.fromEntries(wrong.map((name) => [name, text('step.unreadable.MONEY')])));
      return { result: amounts };
    }, [min, max, currency, text]),
  );
  const send = async () => {
    const amounts = await submit();
    if (amounts)
      onChange({ currency, minPrice: amounts.minPrice?.minorUnits, maxPrice: amounts.maxPrice?.minorUnits } as never);
  };
  if (currency === '') return null;
  const options = currencies.map(({ value, count }) => ({
    value,
    label: text('catalogue.facet', { name: value, count }),
  }));
  return (
    <details className="filters__group" open={minPrice !== undefined || maxPrice !== undefined}>
      <summary>{text('catalogue.priceRange')}</summary>
      <Form {...state} onSubmit={send} submitLabel={text('catalogue.apply')}>
        <SelectField
          name="currency"
          isRequired
          label={text('catalogue.currency')}
          value={currency}
          options={
            options.some(({ value }) => value === currency)
              ? options
              : [{ value: currency, label: currency }, ...options]
          }
          onChange={setCurrency}
        />
        <TextField
          name="minPrice"
          isRequired
          inputMode="decimal"
          label={text('catalogue.minPrice')}
          value={min}
          onChange={setMin}
        />
        <TextField
          name="maxPrice"
          isRequired
          inputMode="decimal"
          label={text('catalogue.maxPrice')}
          value={max}
          onChange={setMax}
        />
      </Form>
    </details>
  );
}
