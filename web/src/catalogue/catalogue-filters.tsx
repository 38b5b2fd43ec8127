import { useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useApiQuery } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { CatalogueFacetsDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { SearchForm } from '../ui/search-form.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { type CatalogueSearch, filterOf, hasFilter, readCatalogueSearch, spaceSorts } from './catalogue-search.ts';
import { FacetGroup } from './facet-group.tsx';
import { FreeDaysFilter } from './free-days-filter.tsx';
import { PriceFilter } from './price-filter.tsx';

/** The filters of the catalogue, with the number of spaces for each value. A change is in effect immediately. */
export function CatalogueFilters({ search }: { readonly search: CatalogueSearch }) {
  const text = useText();
  const intl = useIntl();
  const navigate = useNavigate();
  const { data } = useApiQuery(CatalogueFacetsDocument, { filter: filterOf(search) });
  const facets = data?.spaces.facets;
  const change = (next: Partial<Record<keyof CatalogueSearch, unknown>>) =>
    void navigate({ to: paths.home, search: readCatalogueSearch({ ...search, ...next }), resetScroll: false });
  const nameOf = (type: 'language' | 'region') => (code: string) => intl.formatDisplayName(code, { type }) ?? code;
  return (
    <search className="filters stack" aria-label={text('catalogue.filters')}>
      <SearchForm
        key={search.text ?? ''}
        label={text('catalogue.words')}
        text={search.text ?? ''}
        onSearch={(words) => change({ text: words })}
      />
      <p role="status" className="muted">
        {data && text('catalogue.count', { count: data.spaces.totalCount })}
      </p>
      <SelectField
        name="sort"
        isRequired
        label={text('catalogue.sort')}
        value={search.sort ?? 'NEWEST'}
        options={spaceSorts.map((value) => ({ value, label: text(`catalogue.sort.${value}`) }))}
        onChange={(sort) =>
          change({
            sort: sort === 'NEWEST' ? undefined : sort,
            // Prices can be compared in one currency only: the most frequent one, unless another is chosen.
            ...(sort.startsWith('PRICE') ? { currency: search.currency ?? facets?.currencies[0]?.value } : {}),
          })
        }
      />
      {facets && (
        <>
          <FacetGroup
            title={text('catalogue.kind')}
            counts={facets.kinds}
            nameOf={(kind) => text(`spaceKind.${kind}`)}
            selected={search.kinds ?? []}
            onChange={(kinds) => change({ kinds })}
          />
          <FacetGroup
            title={text('catalogue.language')}
            counts={facets.languages}
            nameOf={nameOf('language')}
            selected={search.languages ?? []}
            onChange={(languages) => change({ languages })}
          />
          <FacetGroup
            title={text('catalogue.country')}
            counts={facets.countries}
            nameOf={nameOf('region')}
            selected={search.countries ?? []}
            onChange={(countries) => change({ countries })}
          />
          <FacetGroup
            title={text('catalogue.payment')}
            counts={facets.monthly.map(({ value, count }) => ({ value: String(value), count }))}
            nameOf={(value) => text(value === 'true' ? 'catalogue.monthly' : 'catalogue.once')}
            selected={search.monthly === undefined ? [] : [String(search.monthly)]}
            onChange={(values) => change({ monthly: values?.length === 1 ? values[0] === 'true' : undefined })}
          />
        </>
      )}
      <PriceFilter
        key={JSON.stringify([search.currency, search.minPrice, search.maxPrice])}
        search={search}
        currencies={facets?.currencies ?? []}
        onChange={change}
      />
      <FreeDaysFilter
        key={JSON.stringify([search.freeFrom, search.freeTo])}
        from={search.freeFrom}
        to={search.freeTo}
        onChange={change}
      />
      {hasFilter(search) && (
        <Button onPress={() => void navigate({ to: paths.home, search: {} })}>{text('catalogue.clear')}</Button>
      )}
    </search>
  );
}
