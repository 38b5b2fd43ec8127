/** Ads on the timeline of their order: in its entries, and as the subscription `orderAds`. */
import { orderAdsAccess } from '../access/access.ts';
import { hasScope, ScopeMissing } from '../access/scopes.ts';
import type { Viewer } from '../access/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { sharedLoader } from '../graphql/context.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { logSubscription } from '../graphql/log-subscription.ts';
import { mapEvents } from '../graphql/map-events.ts';
import { AwaitedActionType } from '../orders/awaited-actions.schema.ts';
import { NextStepType } from '../orders/order.schema.ts';
import { OrderNotFound } from '../orders/order-refusals.ts';
import { StreamEnded } from '../orders/timeline/log-subscription.ts';
import { cursorField, reasonField } from '../orders/timeline/order-subscription.schema.ts';
import {
  subscribeToTimeline,
  TimelineEntryAdded,
  type TimelineEvent,
  TimelineReset,
} from '../orders/timeline/order-subscription.ts';
import { TimelineEntry } from '../orders/timeline/timeline.schema.ts';
import { type Entry, encodeTimelineCursor } from '../orders/timeline/timeline.ts';
import { planned } from '../plans/declarations.ts';
import { InputInvalid, NotSignedIn, Refusal } from '../platform/errors.ts';
import { type AdStep, isAdStep } from '../process/ad.ts';
import { AdStatusEnum, AdStepEnum, AdType } from './ad.schema.ts';
import type { AdWithOrder } from './ad.ts';

/** The ads of entries; a viewer of the entry may see its ad. */
const adOfEntry = sharedLoader<string, AdWithOrder | null>(async ({ db }, ids) => {
  const ads = await db.ad.findMany({ where: { id: { in: [...ids] } }, include: { order: true } });
  const byId = new Map(ads.map((ad) => [ad.id, ad]));
  return ids.map((id) => byId.get(id) ?? null);
});

builder.interfaceField(TimelineEntry, 'ad', (t) =>
  t.field({
    type: AdType,
    nullable: true,
    description:
      'The ad that it happened to, as it is now; null if it did not happen to an ad, or the viewer may not see ads.',
    ...planned({
      kind: 'only-row',
      model: 'Ad',
      // The engine writes ids alone there.
      match: (ad, entry) => `${ad}.id = (${entry}.input->>'adId')::uuid`,
      isVisible: ({ viewer }) => hasScope(viewer, 'ADS_READ'),
      include: { order: { kind: 'row', model: 'Order', idField: 'orderId' } },
    }),
    resolve: ({ input }, _args, context) => {
      const id = adIdIn(input);
      return id === undefined || !hasScope(context.viewer, 'ADS_READ') ? null : adOfEntry(context).load(id);
    },
  }),
);

const adStatusField = {
  type: AdStatusEnum,
  nullable: true,
  description: 'Status of the ads that it is about, which are set up or reviewed; null if it is not about ads.',
} as const;
builder.objectField(NextStepType, 'adStatus', (t) =>
  t.field({ ...adStatusField, resolve: ({ adStatus }) => adStatus }),
);
builder.objectField(AwaitedActionType, 'adStatus', (t) =>
  t.field({ ...adStatusField, resolve: ({ adStatus }) => adStatus }),
);

function adIdIn(input: Entry['input']): string | undefined {
  const id = (input as { adId?: unknown }).adId;
  return typeof id === 'string' ? id : undefined;
}

/** A step of one of the ads that came after the cursor. */
class AdStepTaken {
  readonly entry: Entry;
  constructor({ entry }: TimelineEntryAdded) {
    this.entry = entry;
  }
  /** The same object for all subscribers of the order, so that they share the execution. */
  get subject() {
    return this.entry;
  }
}

/** A `TimelineReset` for those who may see the ads, but not the order. */
class OrderAdsReset {
  readonly reset: TimelineReset;
  constructor(reset: TimelineReset) {
    this.reset = reset;
  }
}

builder.objectType(AdStepTaken, {
  name: 'AdStepTaken',
  description: 'A step of one of the ads that came after the cursor. Each comes once, in order.',
  fields: (t) => ({
    step: t.field({
      type: AdStepEnum,
      description: 'The step that was taken of the ad.',
      // Only entries of such a type are passed on.
      resolve: ({ entry }) => entry.type as AdStep,
    }),
    occurredAt: t.field({
      type: 'DateTime',
      description: 'The moment of the step.',
      resolve: ({ entry }) => entry.at,
    }),
    ad: t.field({
      type: AdType,
      description: 'The ad of the event in its current state.',
      // An entry about an ad names it, and ads are never deleted.
      resolve: async ({ entry }, _args, context) => {
        const ad = await adOfEntry(context).load(adIdIn(entry.input) ?? '');
        if (!ad) throw new Error(`Entry ${entry.number} of the order ${entry.orderId} names no ad`);
        return ad;
      },
    }),
    cursor: t.string({
      ...cursorField,
      resolve: ({ entry }, _args, { app }) => encodeTimelineCursor(app.epoch.name, entry),
    }),
  }),
});

builder.objectType(OrderAdsReset, {
  name: 'OrderAdsReset',
  description:
    'The cursor cannot be used, so your copy is out of date: discard it, query the ads again, and continue from this cursor. The stream continues from it too.',
  fields: (t) => ({
    reason: t.field({ ...reasonField, resolve: ({ reset }) => reset.reason }),
    cursor: t.string({
      ...cursorField,
      resolve: ({ reset }, _args, { app }) => encodeTimelineCursor(app.epoch.name, reset),
    }),
  }),
});

logSubscription('orderAds', {
  description:
    'Subscribes to the ads of an order, for its parties and holders of its setup link. Sends every ad step after the cursor, then new ones as they occur, exactly once and in order. Reconnect with the last cursor to resume.',
  event: { name: 'OrderAdsEvent', description: 'An event of the subscription `orderAds`.' },
  types: [AdStepTaken, OrderAdsReset],
  refusals: [StreamEnded, OrderNotFound, NotSignedIn, ScopeMissing, InputInvalid],
  args: (arg) => ({ orderId: arg.id({ description: 'The order; defaults to the order of the setup link.' }) }),
  afterDescription: 'A cursor of this order: of an event, or of its timeline; from the first step if left out.',
  subscribe: (args, options, { app, viewer }) => {
    const orderId = args.orderId ? rowIdOf('Order', String(args.orderId)) : orderOfLink(viewer);
    if (orderId === undefined)
      return refuseSubscription(viewer.kind === 'anonymous' ? new NotSignedIn() : orderMissing());
    const events = subscribeToTimeline(app, viewer, {
      ...options,
      orderId,
      access: orderAdsAccess,
      includes: ({ type }) => isAdStep(type),
    });
    return mapEvents(events, async (event) => toAdsEvent(event));
  },
  cursorOf: (event, { app }) =>
    encodeTimelineCursor(app.epoch.name, event instanceof AdStepTaken ? event.entry : event.reset),
});

function toAdsEvent(event: TimelineEvent | Refusal): AdStepTaken | OrderAdsReset | Refusal {
  if (event instanceof TimelineEntryAdded) return new AdStepTaken(event);
  if (event instanceof TimelineReset) return new OrderAdsReset(event);
  if (event instanceof Refusal) return event;
  throw new Error(`Subscriptions to ads have no ${event.constructor.name}`);
}

const orderOfLink = (viewer: Viewer): string | undefined => (viewer.kind === 'setup-link' ? viewer.orderId : undefined);

const orderMissing = () =>
  new InputInvalid([{ field: 'orderId', message: 'is required, except for holders of a setup link' }]);

/** A subscription whose only event is a refusal. */
async function* refuseSubscription(refusal: Refusal): AsyncGenerator<Refusal> {
  yield refusal;
}
