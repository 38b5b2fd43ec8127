import { useSearch } from '@tanstack/react-router';
import { paths } from '../app/paths.ts';
import { useText } from '../i18n/use-text.ts';
import { CursorPages } from '../ui/cursor-pages.tsx';
import { Page } from '../ui/page.tsx';
import './catalogue.css';
import { CatalogueFilters } from './catalogue-filters.tsx';
import { FilterChips } from './filter-chips.tsx';
import { SpaceList } from './space-list.tsx';

/** The ad spaces on offer, with filters in the address of the page. Anyone can read it. */
export function CataloguePage() {
  const text = useText();
  const search = useSearch({ from: paths.home });
  return (
    <Page title={text('catalogue.title')}>
      <p className="muted">{text('catalogue.introduction')}</p>
      <div className="catalogue">
        <CatalogueFilters search={search} />
        <section className="stack" aria-label={text('catalogue.results')}>
          <FilterChips search={search} />
          <CursorPages key={JSON.stringify(search)}>
            {(after, more) => <SpaceList search={search} after={after} more={more} />}
          </CursorPages>
        </section>
      </div>
    </Page>
  );
}
