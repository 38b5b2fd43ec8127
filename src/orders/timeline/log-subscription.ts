/**
 * Subscriptions to a log, whatever it is a log of: the entries after a cursor, then new entries as they occur, each once
 * and in order. The subscriber has a cursor, not a queue: a slow subscriber lags and costs no memory.
 */
import { subscriptionErrors } from '../../access/access-errors.ts';
import { rightsTopics } from '../../access/current-viewer.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Position } from '../../live/log-cache.ts';
import type { VersionedPresence } from '../../live/presence.ts';
import type { TopicLog } from '../../live/pubsub.ts';
import { operationTopicPrefix } from '../../live/topics.ts';
import { createStream, type WakeSignal } from '../../live/wake-signal.ts';
import { defineRefusalGroup, Refusal } from '../../platform/errors.ts';
import type { AppServices } from '../../services/services.ts';

export type StreamEnded = InstanceType<typeof StreamEnded>;

/** Code of the reason for which the server ends a subscription. */
export type EndReason = keyof typeof subscriptionErrors;

/** The last event of a subscription that the server ends. */
export const StreamEnded = defineRefusalGroup('StreamEnded', {
  description:
    'The subscription has ended. `code` is SESSION_ENDED, KEY_INVALID, ACCESS_TOKEN_INVALID, SETUP_LINK_ENDED, OPERATION_RETIRED, ACCESS_LOST or RIGHTS_CHANGED.',
  codes: subscriptionErrors,
});

/** The log of a subscription, and what its subscriber gets of it. Made once the viewer is known to have access. */
export interface LogSource<At extends Position, Entry, Event> {
  readonly log: TopicLog<At, Entry>;
  /** The position after which the subscription begins. */
  readonly from: At;
  /** Sent before the first entry. */
  readonly initialEvent?: Event | undefined;
  /** The reason why a viewer has no access; undefined if the viewer has access. */
  readonly checkAccess: (viewer: Viewer) => EndReason | undefined;
  /** Maps an entry to an event; undefined to skip it. */
  readonly toEvent: (entry: Entry, viewer: Viewer) => Event | undefined;
  /** Called when the client has received the event of an entry. */
  readonly onDelivered?: (entry: Entry) => void;
  /** Maps a presence change of the log's topic to an event; undefined to skip it. Omit to ignore presence. */
  readonly toPresenceEvent?: (presence: VersionedPresence, viewer: Viewer) => Event | undefined;
  /** Called when the subscription starts. The returned function is called when it ends. */
  readonly onStart?: () => () => void;
}

export interface SubscriptionOptions<At extends Position, Entry, Event> {
  /** The topics whose updates wake the subscription. */
  readonly topics: readonly string[];
  /** Returns the source, or a refusal, which is then the only event. Called after subscribing to `topics`. */
  readonly open: () => Promise<LogSource<At, Entry, Event> | Refusal>;
  /** Called before each event with the viewer's current rights, so that nothing is resolved with older rights. */
  readonly refreshViewer: (viewer: Viewer) => void;
}

/**
 * Subscribes to a log. The access of the viewer is checked again before each event: a viewer who loses it gets
 * `StreamEnded` within a second, as the last event. Presence is sent while no entry is pending, each state in its newest
 * version; it never delays or reorders entries.
 *
 * @example
 * const events = subscribeToLog(app, viewer, {
 *   topics: [orderTopic(orderId)],
 *   open: async () => ({
 *     log: timelineLog(app.db, orderId),
 *     from: 0,
 *     checkAccess: (current) => (orderAccess.includes(order, current) ? undefined : 'ACCESS_LOST'),
 *     toEvent: (entry) => new TimelineEntryAdded(entry),
 *   }),
 *   refreshViewer: (current) => resetContext(context, current),
 * });
 * for await (const event of events) console.log(event);
 */
export function subscribeToLog<At extends Position, Entry, Event>(
  app: AppServices,
  viewer: Viewer,
  options: SubscriptionOptions<At, Entry, Event>,
): AsyncIterableIterator<Event | Refusal> {
  return createStream((signal) => generateEvents(app, viewer, options, signal));
}

const retryMs = 1_000;
/** The first pause before entries are read that are written but not final yet. Each further pause is twice as long. */
const firstPauseMs = 20;

async function* generateEvents<At extends Position, Entry, Event>(
  app: AppServices,
  viewer: Viewer,
  { topics, open, refreshViewer }: SubscriptionOptions<At, Entry, Event>,
  signal: WakeSignal,
): AsyncGenerator<Event | Refusal, void, undefined> {
  let haveRightsChanged = false;
  let isRetired = false;
  // Subscribe first, read second: what is committed in between wakes the stream and is read.
  const unsubscribe = app.live.subscribe([...topics, ...rightsTopics(viewer)], (topic) => {
    if (topic.startsWith(operationTopicPrefix)) isRetired = true;
    else if (!topics.includes(topic)) haveRightsChanged = true;
    signal.wake();
  });
  const cleanups = [unsubscribe];
  try {
    const source = await open();
    if (source instanceof Refusal) return yield source;
    if (source.onStart) cleanups.unshift(source.onStart());
    if (source.toPresenceEvent) cleanups.unshift(app.live.onPresenceChange(source.log.topic, signal.wake));
    if (source.initialEvent) yield source.initialEvent;
    const readMore = createReader(app, source);
    let pauseMs = firstPauseMs;

    while (!signal.isClosed()) {
      try {
        if (isRetired) return yield new StreamEnded('OPERATION_RETIRED');
        const { outgoing, isEnd } = await readMore();
        if (haveRightsChanged && outgoing.length === 0) {
          haveRightsChanged = false;
          const rights = await currentRights(app, viewer, source);
          if (rights.endReason) return yield new StreamEnded(rights.endReason);
        }
        for (const { eventFor, onDelivered } of outgoing) {
          // A slow reader may take hours between two events: access is checked before each.
          const rights = await currentRights(app, viewer, source);
          if (signal.isClosed()) return;
          if (rights.endReason) return yield new StreamEnded(rights.endReason);
          refreshViewer(rights.viewer);
          const event = eventFor(rights.viewer);
          if (event === undefined) continue;
          yield event;
          onDelivered?.();
        }
        if (outgoing.length === 0) await signal.wait(isEnd ? undefined : pauseMs);
        pauseMs = outgoing.length > 0 || isEnd ? firstPauseMs : Math.min(2 * pauseMs, retryMs);
      } catch (error) {
        app.log.warn({ err: error, topic: source.log.topic }, 'subscription read failed; will retry');
        await signal.wait(retryMs);
      }
    }
  } finally {
    for (const cleanUp of cleanups) cleanUp();
  }
}

interface OutgoingEvent<Event> {
  readonly eventFor: (viewer: Viewer) => Event | undefined;
  /** Called when the client has received the event and asks for the next. */
  readonly onDelivered?: () => void;
}

/** Reads on after the last event that was sent: entries if there are any, otherwise the oldest presence change. */
function createReader<At extends Position, Entry, Event>(
  { live }: AppServices,
  { log, from, toEvent, onDelivered, toPresenceEvent }: LogSource<At, Entry, Event>,
): () => Promise<{ outgoing: readonly OutgoingEvent<Event>[]; isEnd: boolean }> {
  let position = from;
  let presenceVersion = 0;
  const entryEvent = (entry: Entry): OutgoingEvent<Event> => ({
    eventFor: (viewer) => {
      position = log.positionOf(entry);
      return toEvent(entry, viewer);
    },
    onDelivered: () => onDelivered?.(entry),
  });
  return async () => {
    const { entries, isEnd } = await live.readAfter(log, position);
    // One presence change at a time: by the time it is sent, the others may have changed again.
    const [presence] = entries.length === 0 && toPresenceEvent ? live.presenceSince(log.topic, presenceVersion) : [];
    if (!presence) return { outgoing: entries.map(entryEvent), isEnd };
    presenceVersion = presence.version;
    return { outgoing: [{ eventFor: (viewer) => toPresenceEvent?.(presence, viewer) }], isEnd };
  };
}

const endReasons: Record<Viewer['kind'], EndReason> = {
  person: 'SESSION_ENDED',
  application: 'KEY_INVALID',
  'setup-link': 'SETUP_LINK_ENDED',
  anonymous: 'ACCESS_LOST',
};

/** The reason for the end of a subscription when the viewer is not valid any more. */
const endReasonFor = (viewer: Viewer): EndReason =>
  viewer.kind === 'application' && viewer.grant ? 'ACCESS_TOKEN_INVALID' : endReasons[viewer.kind];

type Rights = { readonly viewer: Viewer; readonly endReason?: undefined } | { readonly endReason: EndReason };

async function currentRights(
  app: AppServices,
  viewer: Viewer,
  { checkAccess }: { checkAccess: (viewer: Viewer) => EndReason | undefined },
): Promise<Rights> {
  const current = await app.viewers.refresh(viewer);
  if (!current) return { endReason: endReasonFor(viewer) };
  const endReason = checkAccess(current);
  return endReason ? { endReason } : { viewer: current };
}
