import { today } from '@internationalized/date';
import { useApiQuery } from '../../api/use-api.ts';
import { SellerResultsDocument, type SellerResultsQuery } from '../../generated/graphql.ts';
import { type Formats, useFormats, useTimeZone } from '../../i18n/formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSessionState } from '../../session/session-context.tsx';
import { Chart, type ChartSeries } from '../../ui/chart.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { SellingLinks } from '../selling-links.tsx';

type Account = Extract<NonNullable<SellerResultsQuery['node']>, { readonly __typename?: 'Account' }>;
type MonthlyResults = NonNullable<Account['monthlyResults']>;

const monthCount = 12;

/** The orders and the income of the account as a seller, for each of the last months. */
export function ResultsPage() {
  const text = useText();
  const timeZone = useTimeZone();
  const { membership } = useSessionState();
  const now = today(timeZone);
  const range = { from: now.subtract({ months: monthCount - 1 }).toString(), to: now.toString() };
  const query = useApiQuery(SellerResultsDocument, { id: membership?.account.id ?? '', ...range, timeZone });
  return (
    <Page title={text('sellerResults.title')} isNarrow>
      <SellingLinks />
      <p className="muted">{text('sellerResults.introduction', { zone: timeZone })}</p>
      <QueryView query={query}>
        {({ node }) => <ResultsChart months={(node?.__typename === 'Account' && node.monthlyResults) || []} />}
      </QueryView>
    </Page>
  );
}

function ResultsChart({ months }: { readonly months: MonthlyResults }) {
  const text = useText();
  const formats = useFormats();
  if (months.every(({ orderCount, income }) => orderCount === 0 && income.length === 0))
    return <p>{text('sellerResults.empty')}</p>;
  return (
    <div className="card">
      <Chart
        title={text('sellerResults.byMonth')}
        pointName={text('chart.month')}
        points={months.map(({ month }) => formats.month(month))}
        series={[
          {
            name: text('sellerResults.orders'),
            values: months.map(({ orderCount }) => orderCount),
            format: formats.number,
          },
          ...incomeSeries(months, formats).map(({ currency, ...one }) => ({
            ...one,
            name: text('sellerResults.income', { currency }),
          })),
        ]}
      />
    </div>
  );
}

type IncomeSeries = Omit<ChartSeries, 'name'> & { readonly currency: string };

/** The income of the months in each currency that occurs in one of them, in minor units. */
function incomeSeries(months: MonthlyResults, { money }: Formats): IncomeSeries[] {
  const nets = months.flatMap(({ income }) => income.map(({ net }) => net));
  const digitsOf = new Map(nets.map(({ currency, digits }) => [currency, digits]));
  return [...digitsOf].map(([currency, digits]) => ({
    currency,
    values: months.map(({ income }) => income.find(({ net }) => net.currency === currency)?.net.minorUnits ?? 0),
    format: (minorUnits) => money({ minorUnits, currency, digits }),
  }));
}
