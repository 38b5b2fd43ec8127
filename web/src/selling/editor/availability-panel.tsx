import { startOfMonth, today } from '@internationalized/date';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useApiQuery } from '../../api/use-api.ts';
import { paths } from '../../app/paths.ts';
import { type EditedSpaceViewFragment, SpaceMonthDocument, type SpaceMonthQuery } from '../../generated/graphql.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { BlockDaysForm } from './block-days-form.tsx';
import { CapacityForm } from './capacity-form.tsx';
import { MonthCalendar } from './month-calendar.tsx';

/** The days of a space by months: reserved, blocked and free ones, and the form that blocks and unblocks them. */
export function AvailabilityPanel({ space }: { readonly space: EditedSpaceViewFragment }) {
  const text = useText();
  const intl = useIntl();
  const [month, setMonth] = useState(() => startOfMonth(today(space.timeZone)));
  const [range, setRange] = useState({ from: '', to: '' });
  const query = useApiQuery(SpaceMonthDocument, {
    id: space.id,
    from: month.toString(),
    to: month.add({ months: 1 }).subtract({ days: 1 }).toString(),
  });
  const nameOf = (one: typeof month) =>
    intl.formatDate(one.toDate('UTC'), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const show = (next: typeof month) => {
    setMonth(next);
    announce(nameOf(next));
  };
  const choose = (day: string) => {
    // The first choice is a day, the second one extends it to a range, the third one is a new day.
    const isExtended = range.from !== '' && range.from === range.to && day > range.from;
    setRange(isExtended ? { from: range.from, to: day } : { from: day, to: day });
  };
  return (
    <section className="card stack" aria-labelledby="availability">
      <h2 id="availability">{text('space.availability')}</h2>
      {space.status !== 'ARCHIVED' && <CapacityForm space={space} onSaved={query.reload} />}
      <div className="row row--spread">
        <h3>{nameOf(month)}</h3>
        <div className="row">
          <Button onPress={() => show(month.subtract({ months: 1 }))}>{text('days.previous')}</Button>
          <Button onPress={() => show(month.add({ months: 1 }))}>{text('days.next')}</Button>
        </div>
      </div>
      <QueryView query={query}>
        {({ space: shown }) =>
          shown && (
            <>
              <MonthCalendar key={month.toString()} month={month} space={shown} {...range} onChoose={choose} />
              <p className="row small">
                <span className="month__day month__key">{text('days.keyFree')}</span>
                <span className="month__day month__day--reserved month__key">{text('days.keyReserved')}</span>
                <span className="month__day month__day--blocked month__key">{text('days.keyBlocked')}</span>
              </p>
              <Reservations space={shown} />
            </>
          )
        }
      </QueryView>
      {space.status !== 'ARCHIVED' && (
        <BlockDaysForm spaceId={space.id} range={range} onRange={setRange} onChanged={query.reload} />
      )}
    </section>
  );
}

function Reservations({ space: { reservations } }: { readonly space: NonNullable<SpaceMonthQuery['space']> }) {
  const text = useText();
  const { day } = useFormats();
  if (reservations.nodes.length === 0) return null;
  return (
    <details>
      <summary>{text('days.reservations', { count: reservations.nodes.length })}</summary>
      <ul>
        {reservations.nodes.map(({ id, startsOn, endsOn, order }) => (
          <li key={id}>
            {text('common.range', { from: day(startsOn), to: day(endsOn) })}:{' '}
            <Link to={paths.order} params={{ number: String(order.number) }}>
              {text('order.title', { number: order.number })}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
