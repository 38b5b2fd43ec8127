/** The names that follow from the events of both process tables. Each must belong to one event only. */
import { expect, test } from 'vitest';
import { adProcess } from '../../src/process/ad.ts';
import { entryTypes } from '../../src/process/entries.ts';
import { entryTypeName, enumName, eventTitle, webhookEventName } from '../../src/process/names.ts';
import { orderProcess } from '../../src/process/order.ts';

const events = entryTypes.map(({ event }) => event);

test.each([
  ['the values of TimelineEntryType', enumName],
  ['the types of webhook events', webhookEventName],
  ['the types of timeline entries in GraphQL', entryTypeName],
  ['the titles of events', eventTitle],
])('%s are unique across both process tables and the other entries', (_names, nameOf) => {
  const eventsByName = Map.groupBy(events, nameOf);

  const shared = [...eventsByName].filter(([, sharing]) => sharing.length > 1);

  expect(shared).toEqual([]);
});

test('every step of both tables has an event, and every key of a row belongs to one table', () => {
  const steps = [orderProcess, adProcess].flatMap(({ steps }) => Object.keys(steps));

  const types = entryTypes.map(({ type }) => type);

  expect(steps.filter((step) => !types.includes(step as (typeof types)[number]))).toEqual([]);
  expect(types.length).toBe(new Set(types).size);
});
