import type { SpaceQuery } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';

type Space = Pick<NonNullable<SpaceQuery['space']>, 'availability' | 'firstBookableDay'>;

/** The days of the next months on which the space is taken. */
export function FreeDays({ space: { availability, firstBookableDay } }: { readonly space: Space }) {
  const text = useText();
  const { day } = useFormats();
  const taken = availability
    .filter(({ isBlocked, freePlaces, to }) => (isBlocked || freePlaces === 0) && to >= firstBookableDay)
    .map(({ from, to }) => ({ from: from < firstBookableDay ? firstBookableDay : from, to }));
  return (
    <section className="stack stack--small" aria-labelledby="free-days">
      <h2 id="free-days">{text('space.availability')}</h2>
      <p>{text('space.firstDay', { day: day(firstBookableDay) })}</p>
      {taken.length === 0 ? (
        <p>{text('space.allFree')}</p>
      ) : (
        <>
          <p>{text('space.taken')}</p>
          <ul>
            {taken.map(({ from, to }) => (
              <li key={from}>{from === to ? day(from) : text('common.range', { from: day(from), to: day(to) })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
