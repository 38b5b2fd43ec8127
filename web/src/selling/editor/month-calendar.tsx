import { type CalendarDate, endOfMonth, startOfWeek } from '@internationalized/date';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { SpaceMonthQuery } from '../../generated/graphql.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { type MonthDay, weeksOf } from './month-days.ts';

interface MonthCalendarProps {
  readonly month: CalendarDate;
  readonly space: NonNullable<SpaceMonthQuery['space']>;
  /** The range that is chosen; both empty if there is none. */
  readonly from: string;
  readonly to: string;
  readonly onChoose: (day: string) => void;
}

/** The days that an arrow key moves by. */
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The days of a month as buttons with their state. The arrow keys move between them; one of them is a tab stop. */
export function MonthCalendar({ month, space, from, to, onChoose }: MonthCalendarProps) {
  const text = useText();
  const intl = useIntl();
  const { number } = useFormats();
  const table = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState(1);
  const hasMoved = useRef(false);
  useEffect(() => {
    if (hasMoved.current) table.current?.querySelector<HTMLElement>(`[data-day="${focused}"]`)?.focus();
    hasMoved.current = false;
  }, [focused]);
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    hasMoved.current = true;
    setFocused((before) => Math.min(Math.max(before + step, 1), endOfMonth(month).day));
  };
  const weeks = weeksOf(month, intl.locale, space);
  const firstDay = startOfWeek(month, intl.locale);
  const weekdays = Array.from({ length: 7 }, (_, index) =>
    intl.formatDate(firstDay.add({ days: index }).toDate('UTC'), { weekday: 'short', timeZone: 'UTC' }),
  );
  const labelOf = ({ date, state, freePlaces, blockReason }: MonthDay) =>
    text(`days.${state}`, {
      day: intl.formatDate(date.toDate('UTC'), { dateStyle: 'long', timeZone: 'UTC' }),
      places: freePlaces ?? -1,
      reason: blockReason ?? '',
    });
  return (
    <table ref={table} className="month" onKeyDown={move}>
      <caption className="visually-hidden">
        {intl.formatDate(month.toDate('UTC'), { month: 'long', year: 'numeric', timeZone: 'UTC' })}
      </caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" className="small muted">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((one) => one)?.day}>
            {week.map((one, index) => (
              // The weeks of a month always have seven cells in the same order.
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is the day of the week
              <td key={index}>
                {one && (
                  <button
                    type="button"
                    className={`month__day month__day--${one.state.toLowerCase()}`}
                    data-day={one.date.day}
                    tabIndex={one.date.day === focused ? 0 : -1}
                    aria-label={labelOf(one)}
                    aria-pressed={from !== '' && from <= one.day && one.day <= (to || from)}
                    title={labelOf(one)}
                    onFocus={() => setFocused(one.date.day)}
                    onClick={() => onChoose(one.day)}
                  >
                    {number(one.date.day)}
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
