/** Following a log, whatever it is a log of: what comes after a cursor, then whatever comes, each once and in order. */
import { operationTopicPrefix } from '../../access/application-keys.ts';
import { rightsTopics } from '../../access/current-viewer.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Position } from '../../live/log-cache.ts';
import type { VersionedPresence } from '../../live/presence.ts';
import type { TopicLog } from '../../live/pubsub.ts';
import { createStream, type WakeSignal } from '../../live/wake-signal.ts';
import { Refusal } from '../../platform/errors.ts';
import type { AppServices } from '../../services/services.ts';

/** How somebody comes to follow no more. */
export type EndReason =
  | 'SESSION_ENDED'
  | 'KEY_INVALID'
  | 'SETUP_LINK_ENDED'
  | 'OPERATION_RETIRED'
  | 'ACCESS_LOST'
  | 'RIGHTS_CHANGED';

/** The last thing that a stream says when it does not end by the client's own wish. */
export class StreamEnded extends Refusal {
  constructor(code: EndReason) {
    const messages = {
      SESSION_ENDED: ['Your session is over. Sign in again and follow from your last cursor.', 'CORRECTABLE'],
      SETUP_LINK_ENDED: ['This setup link no longer works. If it was renewed, the new one was mailed.', 'FINAL'],
      KEY_INVALID: ['The key no longer works. Use another and follow from your last cursor.', 'CORRECTABLE'],
      OPERATION_RETIRED: [
        'Every version that has this operation is retired: follow with a newer one from your last cursor.',
        'CORRECTABLE',
      ],
      ACCESS_LOST: ['You can no longer see this order.', 'FINAL'],
      RIGHTS_CHANGED: ['What you may see has changed. Read it again and follow from there.', 'CORRECTABLE'],
    } as const;
    super(messages[code][0], code, messages[code][1]);
  }
}

/** What is followed, once it is known that the viewer may. */
export interface LogSource<At extends Position, Entry, Event> {
  readonly log: TopicLog<At, Entry>;
  /** The place after which it begins. */
  readonly from: At;
  /** What is said before the first entry. */
  readonly opening?: Event | undefined;
  /** Why a viewer may not follow it; nothing for who may. */
  readonly lossOf: (viewer: Viewer) => EndReason | undefined;
  /** What is sent for an entry; nothing for one that is not for this viewer. */
  readonly eventOf: (entry: Entry, viewer: Viewer) => Event | undefined;
  /** Called when the client has taken what was sent for an entry. */
  readonly onTaken?: (entry: Entry) => void;
  /** What is sent for a sign of the log's topic; nothing for one that is not for this viewer. Absent: no signs are wanted. */
  readonly signEventOf?: (sign: VersionedPresence, viewer: Viewer) => Event | undefined;
  /** Called when the following begins; what it returns when it ends. */
  readonly enter?: () => () => void;
}

export interface SubscriptionOptions<At extends Position, Entry, Event> {
  /** The topics that may tell of something new. */
  readonly topics: readonly string[];
  /** Looks for the feed; a refusal is the only event then. Called once `topics` are listened to. */
  readonly open: () => Promise<LogSource<At, Entry, Event> | Refusal>;
  /** Called before each event with the viewer's rights of that moment, so that nothing older answers for it. */
  readonly renew: (viewer: Viewer) => void;
}

/**
 * The reader holds a cursor, not a queue: one that is slow lags and costs nothing. The right to follow is asked for anew
 * before each event; whoever loses it is told so within a second, and the stream ends. Signs are sent while there is
 * nothing else to send, each in its newest state; they never delay or reorder entries.
 */
export function subscribeToLog<At extends Position, Entry, Event>(
  app: AppServices,
  viewer: Viewer,
  following: SubscriptionOptions<At, Entry, Event>,
): AsyncIterableIterator<Event | Refusal> {
  return createStream((sleeper) => events(app, viewer, following, sleeper));
}

const retryMs = 1_000;
/** How soon is looked again for entries that are written and may not be read yet; then each time twice as late. */
const notYetMs = 20;

async function* events<At extends Position, Entry, Event>(
  app: AppServices,
  viewer: Viewer,
  { topics, open, renew }: SubscriptionOptions<At, Entry, Event>,
  sleeper: WakeSignal,
): AsyncGenerator<Event | Refusal, void, undefined> {
  let haveRightsMoved = false;
  let isRetired = false;
  // Listen first, read second: what is committed in between wakes the stream and is read.
  const stopListening = app.live.subscribe([...topics, ...rightsTopics(viewer)], (moved) => {
    if (moved.startsWith(operationTopicPrefix)) isRetired = true;
    else if (!topics.includes(moved)) haveRightsMoved = true;
    sleeper.wake();
  });
  const leaving = [stopListening];
  try {
    const feed = await open();
    if (feed instanceof Refusal) return yield feed;
    if (feed.enter) leaving.unshift(feed.enter());
    if (feed.signEventOf) leaving.unshift(app.live.onPresenceChange(feed.log.topic, sleeper.wake));
    if (feed.opening) yield feed.opening;
    const readOn = createReader(app, feed);
    let pauseMs = notYetMs;

    while (!sleeper.isClosed()) {
      try {
        if (isRetired) return yield new StreamEnded('OPERATION_RETIRED');
        const { sendings, isEnd } = await readOn();
        if (haveRightsMoved && sendings.length === 0) {
          haveRightsMoved = false;
          const rights = await rightsOf(app, viewer, feed);
          if (rights.lost) return yield new StreamEnded(rights.lost);
        }
        for (const { eventFor, onTaken } of sendings) {
          // Between two events hours may pass if the reader is slow: the right is asked for anew each time.
          const rights = await rightsOf(app, viewer, feed);
          if (sleeper.isClosed()) return;
          if (rights.lost) return yield new StreamEnded(rights.lost);
          renew(rights.viewer);
          const event = eventFor(rights.viewer);
          if (event === undefined) continue;
          yield event;
          onTaken?.();
        }
        if (sendings.length === 0) await sleeper.wait(isEnd ? undefined : pauseMs);
        pauseMs = sendings.length > 0 || isEnd ? notYetMs : Math.min(2 * pauseMs, retryMs);
      } catch (error) {
        app.log.warn({ err: error, topic: feed.log.topic }, 'a stream cannot read on now and will try again');
        await sleeper.wait(retryMs);
      }
    }
  } finally {
    for (const leave of leaving) leave();
  }
}

/** Something to send. */
interface Sending<Event> {
  readonly eventFor: (viewer: Viewer) => Event | undefined;
  /** Called when the client has taken it and asks for the next. */
  readonly onTaken?: () => void;
}

/** Reads on from where the last sending was: entries as long as there are any, else the sign that changed first. */
function createReader<At extends Position, Entry, Event>(
  { live }: AppServices,
  { log, from, eventOf, onTaken, signEventOf }: LogSource<At, Entry, Event>,
): () => Promise<{ sendings: readonly Sending<Event>[]; isEnd: boolean }> {
  let place = from;
  let signVersion = 0;
  const sendEntry = (entry: Entry): Sending<Event> => ({
    eventFor: (viewer) => {
      place = log.positionOf(entry);
      return eventOf(entry, viewer);
    },
    onTaken: () => onTaken?.(entry),
  });
  return async () => {
    const { entries, isEnd } = await live.readAfter(log, place);
    // One sign at a time: while it is sent the others may change, and only their newest state counts.
    const [sign] = entries.length === 0 && signEventOf ? live.presenceSince(log.topic, signVersion) : [];
    if (!sign) return { sendings: entries.map(sendEntry), isEnd };
    signVersion = sign.version;
    return { sendings: [{ eventFor: (viewer) => signEventOf?.(sign, viewer) }], isEnd };
  };
}

/** What each kind of viewer loses when it is nobody any more. */
const endOf: Record<Viewer['kind'], EndReason> = {
  person: 'SESSION_ENDED',
  application: 'KEY_INVALID',
  'setup-link': 'SETUP_LINK_ENDED',
  anonymous: 'ACCESS_LOST',
};

type Rights = { readonly viewer: Viewer; readonly lost?: undefined } | { readonly lost: EndReason };

async function rightsOf(
  app: AppServices,
  viewer: Viewer,
  { lossOf }: { lossOf: (viewer: Viewer) => EndReason | undefined },
): Promise<Rights> {
  const now = await app.viewers.refresh(viewer);
  if (!now) return { lost: endOf[viewer.kind] };
  const lost = lossOf(now);
  return lost ? { lost } : { viewer: now };
}
