import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { paths } from '../../app/paths.ts';
import { useText } from '../../i18n/use-text.ts';
import { CsvDownload } from '../../ui/csv-download.tsx';
import { CursorPages } from '../../ui/cursor-pages.tsx';
import { Page } from '../../ui/page.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { SellingLinks } from '../selling-links.tsx';
import { OwnSpaceList } from './own-space-list.tsx';
import { readOwnSpacesSearch, spaceStatuses } from './own-spaces-search.ts';

/** The spaces of the seller in every status, with what each still needs. */
export function OwnSpacesPage() {
  const text = useText();
  const navigate = useNavigate();
  const search = useSearch({ from: paths.selling });
  return (
    <Page
      title={text('selling.title')}
      actions={
        <Link className="button button--primary" to={paths.newSpace}>
          {text('selling.newSpace')}
        </Link>
      }
    >
      <SellingLinks />
      <search className="row row--spread" aria-label={text('selling.filters')}>
        <SelectField
          name="status"
          isRequired
          label={text('selling.status')}
          emptyLabel={text('selling.anyStatus')}
          value={search.status ?? ''}
          options={spaceStatuses.map((value) => ({ value, label: text(`spaceStatus.${value}`) }))}
          onChange={(status) =>
            void navigate({ to: paths.selling, search: readOwnSpacesSearch({ status }), resetScroll: false })
          }
        />
        <CsvDownload file="spaces.csv" label={text('csv.spaces')} />
      </search>
      <CursorPages key={search.status ?? ''}>
        {(after, more) => <OwnSpaceList status={search.status} after={after} more={more} />}
      </CursorPages>
    </Page>
  );
}
