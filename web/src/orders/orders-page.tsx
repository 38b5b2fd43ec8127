import { useNavigate, useSearch } from '@tanstack/react-router';
import { paths } from '../app/paths.ts';
import { useApiText, useText } from '../i18n/use-text.ts';
import { orderStatuses } from '../steps/statuses.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { CsvDownload } from '../ui/csv-download.tsx';
import { CursorPages } from '../ui/cursor-pages.tsx';
import { Page } from '../ui/page.tsx';
import { SearchForm } from '../ui/search-form.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { OrderList } from './order-list.tsx';
import './orders.css';
import { type OrdersSearch, readOrdersSearch } from './orders-search.ts';

/** The orders of the viewer, newest activity first, with filters in the address of the page. */
export function OrdersPage() {
  const text = useText();
  const apiText = useApiText();
  const navigate = useNavigate();
  const search = useSearch({ from: paths.orders });
  const change = (next: Partial<Record<keyof OrdersSearch, unknown>>) =>
    void navigate({ to: paths.orders, search: readOrdersSearch({ ...search, ...next }), resetScroll: false });
  return (
    <Page title={text('orders.title')}>
      <search className="orders__filters" aria-label={text('orders.filters')}>
        <SearchForm
          key={search.text ?? ''}
          label={text('orders.words')}
          text={search.text ?? ''}
          onSearch={(words) => change({ text: words })}
        />
        <SelectField
          name="status"
          isRequired
          label={text('orders.status')}
          emptyLabel={text('orders.anyStatus')}
          value={search.status ?? ''}
          options={orderStatuses.map((value) => ({
            value,
            label: apiText(`orderStatus.${value}`, statusWords(value)),
          }))}
          onChange={(status) => change({ status })}
        />
        <SelectField
          name="role"
          isRequired
          label={text('orders.role')}
          emptyLabel={text('orders.anyRole')}
          value={search.role ?? ''}
          options={(['ADVERTISER', 'SELLER'] as const).map((value) => ({ value, label: text(`orderRole.${value}`) }))}
          onChange={(role) => change({ role })}
        />
        <Checkbox
          isSelected={search.attention ?? false}
          onChange={(isSelected) => change({ attention: isSelected || undefined })}
        >
          {text('orders.attention')}
        </Checkbox>
      </search>
      <div className="row">
        <CsvDownload file="orders.csv" label={text('csv.orders')} />
        <CsvDownload file="payments.csv" label={text('csv.payments')} />
      </div>
      <CursorPages key={JSON.stringify(search)}>
        {(after, more) => <OrderList search={search} after={after} more={more} />}
      </CursorPages>
    </Page>
  );
}

/** A status that the catalogue does not know: PAYMENT_REQUIRED becomes "Payment required". */
const statusWords = (status: string): string => status.charAt(0) + status.slice(1).toLowerCase().replaceAll('_', ' ');
