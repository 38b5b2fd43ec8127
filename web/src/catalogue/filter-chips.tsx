import { useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { paths } from '../app/paths.ts';
import { digitsOf } from '../i18n/amounts.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { type CatalogueSearch, readCatalogueSearch } from './catalogue-search.ts';

/** A filter that is set: its text, and the search without it. */
interface Chip {
  readonly label: string;
  readonly without: Partial<Record<keyof CatalogueSearch, unknown>>;
}

/** The filters that are set, each as a button that removes it. */
export function FilterChips({ search }: { readonly search: CatalogueSearch }) {
  const text = useText();
  const navigate = useNavigate();
  const chips = useChips(search);
  if (chips.length === 0) return null;
  const remove = ({ without }: Chip) =>
    void navigate({ to: paths.home, search: readCatalogueSearch({ ...search, ...without }), resetScroll: false });
  return (
    <ul className="plain-list row" aria-label={text('catalogue.chips')}>
      {chips.map((chip) => (
        <li key={chip.label}>
          <Button onPress={() => remove(chip)} aria-label={text('catalogue.removeFilter', { filter: chip.label })}>
            <span className="chip">{chip.label} </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

function useChips(search: CatalogueSearch): readonly Chip[] {
  const text = useText();
  const intl = useIntl();
  const { day, money } = useFormats();
  const { text: words, kinds, languages, countries, currency, minPrice, maxPrice, monthly, freeFrom, freeTo } = search;
  const chipsOf = <Value extends string>(
    field: 'kinds' | 'languages' | 'countries',
    values: readonly Value[] | undefined,
    nameOf: (value: Value) => string,
  ): Chip[] =>
    (values ?? []).map((value) => ({
      label: nameOf(value),
      without: { [field]: values?.filter((one) => one !== value) },
    }));
  const nameOf = (type: 'language' | 'region') => (code: string) => intl.formatDisplayName(code, { type }) ?? code;
  // An address with a price has a currency.
  const price = (minorUnits: number) =>
    money({ minorUnits, currency: currency ?? '', digits: digitsOf(currency ?? '') });
  return [
    ...(words ? [{ label: text('catalogue.wordsChip', { words }), without: { text: undefined } }] : []),
    ...chipsOf('kinds', kinds, (kind) => text(`spaceKind.${kind}`)),
    ...chipsOf('languages', languages, nameOf('language')),
    ...chipsOf('countries', countries, nameOf('region')),
    ...(monthly === undefined
      ? []
      : [{ label: text(monthly ? 'catalogue.monthly' : 'catalogue.once'), without: { monthly: undefined } }]),
    ...(minPrice === undefined
      ? []
      : [{ label: text('catalogue.fromPrice', { price: price(minPrice) }), without: { minPrice: undefined } }]),
    ...(maxPrice === undefined
      ? []
      : [{ label: text('catalogue.toPrice', { price: price(maxPrice) }), without: { maxPrice: undefined } }]),
    ...(currency && minPrice === undefined && maxPrice === undefined
      ? [{ label: text('catalogue.currencyChip', { currency }), without: { currency: undefined } }]
      : []),
    ...(freeFrom && freeTo
      ? [
          {
            label: text('catalogue.freeChip', { from: day(freeFrom), to: day(freeTo) }),
            without: { freeFrom: undefined, freeTo: undefined },
          },
        ]
      : []),
  ];
}
