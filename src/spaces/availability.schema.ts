/** The availability of spaces by days. */

import { canSeePrivate, visibleSpaces } from '../access/access.ts';
import { actorRefusals } from '../access/actor.ts';
import { ScopeMissing } from '../access/scopes.ts';
import type { Space } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { groupedLoader } from '../graphql/grouped-loader.ts';
import { idempotencyKeyField, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { resultOf } from '../graphql/mutations.ts';
import { rangeCost } from '../graphql/range-cost.ts';
import { limits } from '../limits.ts';
import { firstBookableDay } from '../orders/item-days.ts';
import { countDays, type DayRange } from '../platform/days.ts';
import { InputInvalid, type RefusalClass } from '../platform/errors.ts';
import { requireReadableDays } from '../platform/readable-range.ts';
import { type Availability, mergeDays, readAvailability } from './availability.ts';
import { DaysReserved } from './availability-refusals.ts';
import { blockDays, unblockDays, updateAvailability } from './change-availability.ts';
import { SpaceNotFound } from './space-refusals.ts';

const { capacity, horizonDays, rangeDays, rangesPerBlock, reasonCharacters } = limits.availability;

const AvailabilityType = builder.objectRef<Availability>('SpaceAvailability').implement({
  description: 'Consecutive days of a space that have the same availability.',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date', description: 'First day of the range of days.' }),
    to: t.expose('to', { type: 'Date', description: 'Last day of the range of days.' }),
    freePlaces: t.exposeInt('freePlaces', {
      nullable: true,
      description: 'Number of places that orders can reserve on each of the days; null for any number.',
    }),
    isBlocked: t.exposeBoolean('isBlocked', { description: 'True if the seller has blocked the days.' }),
    blockReason: t.exposeString('blockReason', {
      nullable: true,
      description: 'Reason of the seller for blocking the days; null for everyone except the seller and operators.',
    }),
  }),
});

/** The availability of all spaces that an operation reads in the same range, in one statement. */
const availability = groupedLoader<Space, DayRange, readonly Availability[]>({
  idOf: ({ id }) => id,
  read: ({ app }, spaces, range) => readAvailability(app.db, spaces, range),
});

/** The ranges as the viewer may see them. */
function withoutReasons(ranges: readonly Availability[]): Availability[] {
  return mergeDays(ranges.map((range) => ({ ...range, blockReason: null })));
}

builder.prismaObjectFields('Space', (t) => ({
  capacity: t.exposeInt('capacity', { nullable: true }),
  timeZone: t.exposeString('timeZone'),
  firstBookableDay: t.field({
    type: 'Date',
    description: 'First day that an order can name now: today, or `leadTimeDays` later.',
    resolve: (space, _args, { app }) => firstBookableDay(space, app.clock.now()),
  }),
  availability: t.field({
    type: [AvailabilityType],
    description: `Availability in a range of at most ${rangeDays} days: ranges without gaps, in the order of the days.`,
    args: {
      from: t.arg({ type: 'Date', required: true, description: 'First day, in the time zone of the space.' }),
      to: t.arg({ type: 'Date', required: true, description: 'Last day, in the time zone of the space.' }),
    },
    complexity: rangeCost(rangeDays, countDays),
    resolve: async (space, range, context) => {
      requireReadableDays(range, rangeDays);
      const ranges = await availability(context).load({ subject: space, args: range });
      return canSeePrivate(context.viewer, space.sellerId) ? [...ranges] : withoutReasons(ranges);
    },
  }),
}));

/** The result of the mutations of this file: the space, or a refusal. */
const errorsOf = (mutation: string, ...refusals: readonly RefusalClass[]) => ({
  types: [...actorRefusals, ScopeMissing, SpaceNotFound, InputInvalid, ...refusals],
  union: {
    ...resultOf(mutation),
    description: `Result of \`${mutation}\`: the space, or the reason for the refusal.`,
  },
});

const readAgain = ({ app, viewer }: Context, query: object, spaceId: string) =>
  app.db.space.findFirstOrThrow({ ...query, where: { AND: [{ id: spaceId }, visibleSpaces(viewer)] } });

const UpdateSpaceAvailabilityInput = builder.inputType('UpdateSpaceAvailabilityInput', {
  description: 'The complete settings of the availability of a space.',
  fields: (t) => ({
    spaceId: t.id({ required: true, description: 'The global id of the space.' }),
    capacity: t.int({
      description: `Maximum number of ads that run on the same day, from 1 to ${capacity}; null or absent for any number.`,
    }),
    timeZone: t.string({
      required: true,
      description: "IANA name of the time zone of the space's days, such as Europe/Berlin.",
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

const DayRangeInput = builder.inputType('DayRangeInput', {
  description: 'A range of calendar days, the first and the last included.',
  fields: (t) => ({
    from: t.field({ type: 'Date', required: true, description: 'First day of the range of days.' }),
    to: t.field({ type: 'Date', required: true, description: 'Last day of the range of days.' }),
  }),
});

const rangesDescription = `Ranges of days in the time zone of the space, from today to ${horizonDays} days after today; 1 to ${rangesPerBlock} ranges, which may overlap.`;

const BlockSpaceDaysInput = builder.inputType('BlockSpaceDaysInput', {
  description: 'Days of a space on which no order can run.',
  fields: (t) => ({
    spaceId: t.id({ required: true, description: 'The global id of the space.' }),
    ranges: t.field({ type: [DayRangeInput], required: true, description: rangesDescription }),
    reason: t.string({
      description: `Reason for blocking the days, of at most ${reasonCharacters} characters. Only the seller and operators read it.`,
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

const UnblockSpaceDaysInput = builder.inputType('UnblockSpaceDaysInput', {
  description: 'Blocked days of a space that are offered again.',
  fields: (t) => ({
    spaceId: t.id({ required: true, description: 'The global id of the space.' }),
    ranges: t.field({ type: [DayRangeInput], required: true, description: rangesDescription }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationFields((t) => ({
  updateSpaceAvailability: t.prismaField({
    type: 'Space',
    description:
      'Sets how many ads a space takes on one day, and the time zone of its days. For its seller. The days of reservations do not change.',
    errors: errorsOf('updateSpaceAvailability', DaysReserved),
    args: {
      input: t.arg({ type: UpdateSpaceAvailabilityInput, required: true, description: 'The space and its settings.' }),
    },
    resolve: async (query, _root, { input }, context) => {
      const spaceId = rowIdOf('Space', String(input.spaceId));
      const { capacity = null, timeZone } = input;
      await runOnce(context, 'updateSpaceAvailability', input, (app) =>
        updateAvailability(app, context.viewer, { spaceId, capacity, timeZone }),
      );
      return readAgain(context, query, spaceId);
    },
  }),
  blockSpaceDays: t.prismaField({
    type: 'Space',
    description:
      'Blocks days of a space, so that orders cannot name them. For its seller. Days that are blocked already get the new reason.',
    errors: errorsOf('blockSpaceDays', DaysReserved),
    args: {
      input: t.arg({ type: BlockSpaceDaysInput, required: true, description: 'The space and the days to block.' }),
    },
    resolve: async (query, _root, { input }, context) => {
      const spaceId = rowIdOf('Space', String(input.spaceId));
      const { ranges, reason } = input;
      await runOnce(context, 'blockSpaceDays', input, (app) =>
        blockDays(app, context.viewer, { spaceId, ranges, reason: reason?.trim() || null }),
      );
      return readAgain(context, query, spaceId);
    },
  }),
  unblockSpaceDays: t.prismaField({
    type: 'Space',
    description: 'Offers blocked days of a space again. For its seller. Days that are not blocked do not change.',
    errors: errorsOf('unblockSpaceDays'),
    args: {
      input: t.arg({ type: UnblockSpaceDaysInput, required: true, description: 'The space and the days to unblock.' }),
    },
    resolve: async (query, _root, { input }, context) => {
      const spaceId = rowIdOf('Space', String(input.spaceId));
      await runOnce(context, 'unblockSpaceDays', input, (app) =>
        unblockDays(app, context.viewer, { spaceId, ranges: input.ranges }),
      );
      return readAgain(context, query, spaceId);
    },
  }),
}));
