/** Quiet hours and the time of the digest, across midnight and changes of the clocks. */
import { describe, expect, test } from 'vitest';
import { localTimeText, minutesOf, nextDigestAt, quietEndAt } from '../../src/notifications/quiet-hours.ts';

const reader = (timeZone: string, quiet?: readonly [from: string, to: string]) => ({
  timeZone,
  quietFrom: quiet ? (minutesOf(quiet[0]) ?? null) : null,
  quietTo: quiet ? (minutesOf(quiet[1]) ?? null) : null,
});
const at = (text: string) => new Date(text);

describe('Quiet hours', () => {
  test.each([
    ['before they begin', '2026-01-10T20:59:59.999Z', undefined],
    ['from their beginning', '2026-01-10T21:00:00.000Z', '2026-01-11T06:00:00.000Z'],
    ['after midnight', '2026-01-11T01:30:00.000Z', '2026-01-11T06:00:00.000Z'],
    ['until just before their end', '2026-01-11T05:59:59.999Z', '2026-01-11T06:00:00.000Z'],
    ['at their end', '2026-01-11T06:00:00.000Z', undefined],
    ['over the night in which the clocks go forward', '2026-03-28T23:00:00.000Z', '2026-03-29T05:00:00.000Z'],
    ['over the night in which the clocks go back', '2026-10-24T22:00:00.000Z', '2026-10-25T06:00:00.000Z'],
  ])('over midnight in Berlin, %s', (_, moment, end) => {
    expect(quietEndAt(reader('Europe/Berlin', ['22:00', '07:00']), at(moment))?.toISOString()).toBe(end);
  });

  test.each([
    ['during the day', 'America/New_York', ['12:00', '13:30'], '2026-07-01T17:00:00Z', '2026-07-01T17:30:00.000Z'],
    ['the rest of the day', 'America/New_York', ['12:00', '13:30'], '2026-07-01T17:30:00Z', undefined],
    [
      'until a time that the clocks skip',
      'Europe/Berlin',
      ['22:00', '02:30'],
      '2026-03-29T00:30:00Z',
      '2026-03-29T01:30:00.000Z',
    ],
    ['after a time that the clocks skip', 'Europe/Berlin', ['22:00', '02:30'], '2026-03-29T01:30:00Z', undefined],
    [
      'until a time that occurs twice',
      'Europe/Berlin',
      ['22:00', '02:30'],
      '2026-10-25T00:15:00Z',
      '2026-10-25T00:30:00.000Z',
    ],
    ['when that time occurs again', 'Europe/Berlin', ['22:00', '02:30'], '2026-10-25T01:15:00Z', undefined],
    [
      'in a zone of half an hour',
      'Asia/Kolkata',
      ['23:00', '06:00'],
      '2026-06-01T18:00:00Z',
      '2026-06-02T00:30:00.000Z',
    ],
    [
      'in a zone that skips a day',
      'Pacific/Apia',
      ['22:00', '06:00'],
      '2011-12-30T09:00:00Z',
      '2011-12-30T16:00:00.000Z',
    ],
  ] as const)('%s (%s)', (_, timeZone, quiet, moment, end) => {
    expect(quietEndAt(reader(timeZone, quiet), at(moment))?.toISOString()).toBe(end);
  });

  test('do not exist for a person without them', () => {
    expect(quietEndAt(reader('UTC'), at('2026-01-01T00:00:00Z'))).toBeUndefined();
  });

  test('end after each moment in them, at every quarter of an hour of a year', () => {
    const person = reader('Europe/Berlin', ['22:15', '02:30']);
    for (let ms = at('2026-01-01T00:00:00Z').getTime(); ms < at('2027-01-01T00:00:00Z').getTime(); ms += 7 * 900_000) {
      const end = quietEndAt(person, new Date(ms));
      if (!end) continue;
      expect(end.getTime()).toBeGreaterThan(ms);
      expect(quietEndAt(person, end)).toBeUndefined();
    }
  });
});

describe('The next digest', () => {
  test.each([
    ['is at eight the same day', reader('UTC'), '2026-05-01T07:59:59.999Z', '2026-05-01T08:00:00.000Z'],
    ['is at eight the next day', reader('UTC'), '2026-05-01T08:00:00.000Z', '2026-05-02T08:00:00.000Z'],
    ['is at eight in the time zone', reader('Asia/Tokyo'), '2026-05-01T12:00:00.000Z', '2026-05-01T23:00:00.000Z'],
    ['follows summer time', reader('Europe/Berlin'), '2026-03-28T12:00:00.000Z', '2026-03-29T06:00:00.000Z'],
    [
      'waits for the end of the quiet hours',
      reader('UTC', ['22:00', '09:30']),
      '2026-05-01T08:30:00Z',
      '2026-05-01T09:30:00.000Z',
    ],
    ['waits until the next day', reader('UTC', ['07:00', '06:00']), '2026-05-01T08:30:00Z', '2026-05-02T06:00:00.000Z'],
    [
      'is not moved by other quiet hours',
      reader('UTC', ['22:00', '08:00']),
      '2026-05-01T06:00:00Z',
      '2026-05-01T08:00:00.000Z',
    ],
  ])('%s', (_, person, moment, expected) => {
    expect(nextDigestAt(person, at(moment)).toISOString()).toBe(expected);
  });
});

describe('A local time', () => {
  test.each(['00:00', '07:05', '23:59'])('%s is read and written', (text) => {
    expect(localTimeText(minutesOf(text) ?? -1)).toBe(text);
  });

  test.each(['24:00', '7:00', '07:60', '07:00:00', '', ' 07:00', '٠٧:٠٠', '-1:00'])('%j is refused', (text) => {
    expect(minutesOf(text)).toBeUndefined();
  });
});
