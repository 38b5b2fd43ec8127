/** The refusals of changes to the days of spaces. */
import type { Order, SpaceReservation } from '../generated/prisma/client.ts';
import { type DayRange, dateOf, dayOf, rangeText } from '../platform/days.ts';
import { defineRefusal } from '../platform/errors.ts';

/** The days of a space that an order requests and cannot have. */
export interface UnavailableDays {
  readonly spaceId: string;
  readonly title: string;
  /** The first taken or blocked ranges of the requested days. */
  readonly taken: readonly DayRange[];
  /** The nearest ranges that are free. */
  readonly free: readonly DayRange[];
}

const textOf = (ranges: readonly DayRange[]): string => ranges.map(rangeText).join(', ') || 'none';

const exampleDays: UnavailableDays = {
  spaceId: '',
  title: 'Newsletter',
  taken: [{ from: '2026-12-01', to: '2026-12-03' }],
  free: [{ from: '2026-12-04', to: '2026-12-31' }],
};

export const DaysUnavailable = defineRefusal('DaysUnavailable', {
  code: 'DAYS_UNAVAILABLE',
  recovery: 'CORRECTABLE',
  message: ({ spaces }: { readonly spaces: readonly UnavailableDays[] }) =>
    spaces
      .map(
        ({ title, taken, free }) =>
          `Days of "${title}" that are not available: ${textOf(taken)}. Free days near them: ${textOf(free)}.`,
      )
      .join(' '),
  example: { spaces: [exampleDays] },
  description: 'Requested days of a space are reserved by other orders or blocked by the seller.',
  remedy: 'Choose other days: `spaces` has free days near the requested ones.',
});

/** A reservation with the number of its order. */
export type NamedReservation = SpaceReservation & { readonly order: Pick<Order, 'number'> };

const reservationText = ({ startsOn, endsOn, order }: NamedReservation): string =>
  `${rangeText({ from: dayOf(startsOn), to: dayOf(endsOn) })} (order #${order.number})`;

export const DaysReserved = defineRefusal('DaysReserved', {
  code: 'DAYS_RESERVED',
  recovery: 'CORRECTABLE',
  message: ({ reservations }: { readonly reservations: readonly NamedReservation[] }) =>
    `Orders have reserved the days: ${reservations.map(reservationText).join(', ')}. Choose other days, or end the orders first.`,
  example: {
    reservations: [
      {
        ...{ id: '', spaceId: '', orderId: '', itemId: '', isMonthAhead: false, order: { number: 7 } },
        ...{ startsOn: dateOf('2026-12-01'), endsOn: dateOf('2026-12-07') },
      },
    ],
  },
  description: 'Orders have reserved the days that the seller wants to block or to offer to fewer orders.',
  remedy: 'Leave out the days of the `reservations`, or end their orders first.',
});
