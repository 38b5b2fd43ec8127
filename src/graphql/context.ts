import { initContextCache } from '@pothos/core';
import DataLoader from 'dataloader';
import type { Viewer } from '../access/viewer.ts';
import { createBatchLoader } from '../platform/batch-loader.ts';
import type { Charge } from '../platform/rate-limits/token-buckets.ts';
import type { OrderServices } from '../services/order-services.ts';
import type { Deprecation, Deprecations, Retirement } from './document-info.ts';

/** How a stream goes on that was cut off. */
export interface ResumeState {
  /** The event after which it goes on; it counts more than the argument `after`. */
  readonly lastEventId: string | undefined;
  /** The cursor of the event that came last; undefined if that has none. */
  lastCursor: string | undefined;
}

/** What is known of an operation once it has passed the gate, before anything of it was parsed. */
export interface RequestContext {
  /** The world in which it runs. */
  readonly app: OrderServices;
  /** Keeps that world open until the returned function is called. */
  readonly retainTenant: () => () => void;
  readonly viewer: Viewer;
  readonly rateLimitKey: string;
  /** The text to run: as it was sent, or that of the registered document. */
  readonly query: string;
  /** Present if the document will be retired. */
  readonly retirement: Retirement | undefined;
  /** What the registered document uses that is deprecated. */
  readonly deprecated: readonly Deprecation[];
  /** What is deprecated in the schema in which it runs. */
  readonly deprecations: Deprecations;
  /** What it cost its application; set when it is let in. */
  charge?: Charge;
  /** Present if the wire itself resumes streams: by the id of the last event, which is its cursor. */
  resume?: ResumeState;
}

/** What every resolver gets. */
export interface Context {
  readonly app: OrderServices;
  readonly viewer: Viewer;
  /** Where the call comes from, for what is bounded per caller. */
  readonly rateLimitKey: string;
  readonly request: RequestContext;
  /** Loaders of this operation, or of this one event of a stream; made when first asked for. */
  readonly loaders: Map<symbol, unknown>;
}

/** The context of one operation. */
export function createContext(request: RequestContext): Context {
  return {
    app: request.app,
    request,
    viewer: request.viewer,
    rateLimitKey: request.rateLimitKey,
    loaders: new Map(),
    ...initContextCache(),
  };
}

/**
 * Makes the context of a stream forget all that it has loaded, before an event: what Pothos and the loaders keep
 * lives as long as the context, and a stream's context lives for hours. Who looks on is set anew as well.
 */
export function resetContext(context: Context, viewer: Viewer): void {
  context.loaders.clear();
  Object.assign(context, initContextCache(), { viewer });
}

/** A loader that lives in the context: `make` is called once for each operation or event. */
export function contextLoader<Loader>(make: (context: Context) => Loader): (context: Context) => Loader {
  const key = Symbol();
  return (context) => {
    // Only this function writes under this key.
    const made = context.loaders.get(key) as Loader | undefined;
    if (made !== undefined) return made;
    const loader = make(context);
    context.loaders.set(key, loader);
    return loader;
  };
}

/**
 * A loader of what is the same for everybody who may ask for it; whoever asks sees to that. All who ask at one moment,
 * in whatever operations and streams, share one statement: an event that a thousand follow is read once. Each operation,
 * and each event, keeps what it got, and no longer.
 */
export function sharedLoader<Key, Value>(
  read: (app: OrderServices, keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
  nameOf: (key: Key) => string = String,
): (context: Context) => DataLoader<Key, Value, string> {
  const batchesOf = new WeakMap<OrderServices, ReturnType<typeof createBatchLoader<Key, Value>>>();
  return contextLoader(({ app }) => {
    const batches = batchesOf.get(app) ?? createBatchLoader((keys: readonly Key[]) => read(app, keys), nameOf);
    batchesOf.set(app, batches);
    return new DataLoader<Key, Value, string>((keys) => batches.loadMany(keys), { cacheKeyFn: nameOf });
  });
}
