import { initContextCache } from '@pothos/core';
import DataLoader from 'dataloader';
import type { Viewer } from '../access/viewer.ts';
import { createBatchLoader } from '../platform/batch-loader.ts';
import type { Charge } from '../platform/rate-limits/token-buckets.ts';
import type { OrderServices } from '../services/order-services.ts';
import type { Deprecation, Deprecations, Retirement } from './document-info.ts';

/** The lease of an operation's tenant. The code that starts or rejects the operation calls one of the functions. */
export interface OperationLease {
  /** Call it when the operation starts. Returns the function to call when it has ended. */
  start(): () => void;
  /** Releases the tenant unless the operation has started. Harmless if called twice. */
  cancel(): void;
}

/** The state from which a disconnected subscription resumes, on wires that have `Last-Event-ID`. */
export interface ResumeState {
  /** The cursor of the last event that the client has received. It takes precedence over the argument `after`. */
  readonly lastEventId: string | undefined;
  /** True if the client accepts a stream of events. */
  readonly acceptsEvents: boolean;
  /** The cursor of the event that is being sent; undefined if the event has none. */
  lastCursor: string | undefined;
}

/** The request context of an operation: known after authentication, before its document is parsed. */
export interface RequestContext {
  /** The services of its tenant. */
  readonly app: OrderServices;
  readonly lease: OperationLease;
  readonly viewer: Viewer;
  readonly rateLimitKey: string;
  /** Counts the request as refused, in the budget of the viewer, or of the address of an anonymous viewer. */
  countRefusal(): void;
  /** The User-Agent header of the caller. */
  readonly userAgent: string | undefined;
  /** The text of the document: as it was sent, or as it was registered. */
  readonly query: string;
  /** The origin of the document: our own clients, an application that has registered it, or the caller. */
  readonly source: 'trusted' | 'registered' | 'text';
  /** Set if the document will be retired. */
  readonly retirement: Retirement | undefined;
  /** The deprecations that the registered document uses. */
  readonly deprecated: readonly Deprecation[];
  /** The deprecations of the schema. */
  readonly deprecations: Deprecations;
  /** The cost, set once it has been charged to the application. */
  charge?: Charge;
  /** Set on wires that resume subscriptions by the id of the last event, which is its cursor. */
  resume?: ResumeState;
}

/** The context of every resolver. */
export interface Context {
  readonly app: OrderServices;
  readonly viewer: Viewer;
  /** The key of the limits for each caller: the address. */
  readonly rateLimitKey: string;
  readonly request: RequestContext;
  /** Loaders of this operation, or of the current event of a subscription. */
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
 * Clears what the context of a subscription has loaded, and sets its viewer, before an event. Pothos and the loaders keep
 * their values as long as the context exists, and the context of a subscription exists for hours.
 */
export function resetContext(context: Context, viewer: Viewer): void {
  context.loaders.clear();
  Object.assign(context, initContextCache(), { viewer });
}

/** Reads the rights of the viewer again after a mutation has changed them, so that its result is resolved with the new ones. */
export async function refreshRights(context: Context): Promise<void> {
  const current = await context.app.viewers.refresh(context.viewer);
  if (current) resetContext(context, current);
}

/** A loader that is stored in the context: `make` is called once for each operation or event. */
export function contextLoader<Loader>(make: (context: Context) => Loader): (context: Context) => Loader {
  const key = Symbol();
  return (context) => {
    // Only this function stores a value with this key.
    const existing = context.loaders.get(key) as Loader | undefined;
    if (existing !== undefined) return existing;
    const loader = make(context);
    context.loaders.set(key, loader);
    return loader;
  };
}

/**
 * A loader of values that are the same for all viewers with access; the caller checks the access. All operations and
 * subscriptions that load at the same time share one statement, so that an event with a thousand subscribers is read
 * once. The values are kept until the operation, or the event, has been answered.
 *
 * @example
 * const accountLoader = sharedLoader<string, Account | null>(async ({ db }, ids) => {
 *   const accounts = await db.account.findMany({ where: { id: { in: [...ids] } } });
 *   const byId = new Map(accounts.map((account) => [account.id, account]));
 *   return ids.map((id) => byId.get(id) ?? null);
 * });
 * const account = await accountLoader(context).load(order.sellerId);
 */
export function sharedLoader<Key, Value>(
  read: (app: OrderServices, keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
  cacheKeyOf: (key: Key) => string = String,
): (context: Context) => DataLoader<Key, Value, string> {
  const batchLoaders = new WeakMap<OrderServices, ReturnType<typeof createBatchLoader<Key, Value>>>();
  return contextLoader(({ app }) => {
    const batchLoader =
      batchLoaders.get(app) ?? createBatchLoader((keys: readonly Key[]) => read(app, keys), cacheKeyOf);
    batchLoaders.set(app, batchLoader);
    return new DataLoader<Key, Value, string>((keys) => batchLoader.loadMany(keys), { cacheKeyFn: cacheKeyOf });
  });
}

/** A shared loader of rows that are known to exist, by their ids. @throws Error for an id without a row */
export const rowLoader = <Row extends { readonly id: string }>(
  read: (app: OrderServices, ids: string[]) => Promise<readonly Row[]>,
) =>
  sharedLoader<string, Row>(async (app, ids) => {
    const rows = new Map((await read(app, [...ids])).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? new Error(`There is no row ${id}`));
  });
