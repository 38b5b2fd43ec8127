import { today } from '@internationalized/date';
import { useApiQuery } from '../api/use-api.ts';
import { AdResultsDocument, type AdResultsQuery, type AdViewFragment } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { Chart } from '../ui/chart.tsx';
import { QueryView } from '../ui/query-view.tsx';

type DailyResults = NonNullable<AdResultsQuery['ad']>['dailyResults'];

/** Number of days that are read, and the least number that is shown. */
const [maxDays, minDays] = [366, 7];

/** The impressions and clicks of an ad by day, from the first day with one to the last, or to today while the ad runs. */
export function AdResults({ ad: { id, name, status, impressions } }: { readonly ad: AdViewFragment }) {
  const text = useText();
  const { day, number } = useFormats();
  const now = today('UTC');
  const range = { from: now.subtract({ days: maxDays - 1 }).toString(), to: now.toString() };
  const query = useApiQuery(AdResultsDocument, { id, ...range });
  return (
    <QueryView query={query}>
      {({ ad }) => {
        const days = daysToShow(ad?.dailyResults ?? [], status === 'PUBLISHED');
        if (days.length === 0)
          return <p className="muted">{text(impressions === 0 ? 'ads.noImpressions' : 'ads.noRecentImpressions')}</p>;
        return (
          <>
            <Chart
              title={text('ads.byDay', { name })}
              pointName={text('chart.day')}
              points={days.map((one) => day(one.day))}
              series={[
                { name: text('ads.impressions'), values: days.map((one) => one.impressions), format: number },
                { name: text('ads.clicks'), values: days.map((one) => one.clicks), format: number },
              ]}
            />
            <p className="muted small">{text('ads.daysInUtc')}</p>
          </>
        );
      }}
    </QueryView>
  );
}

/** The days between the first and the last with an impression or a click; none if there is none. */
function daysToShow(days: DailyResults, isRunning: boolean): DailyResults {
  const hasCounts = ({ impressions, clicks }: DailyResults[number]) => impressions + clicks > 0;
  const first = days.findIndex(hasCounts);
  if (first < 0) return [];
  const end = isRunning ? days.length : days.findLastIndex(hasCounts) + 1;
  return days.slice(Math.max(0, Math.min(first, end - minDays)), end);
}
