import { initContextCache } from '@pothos/core';
import type { Viewer } from '../access/viewer.ts';
import type { OrderWorld } from '../orders/world.ts';

/** What every resolver gets. */
export interface Context {
  readonly app: OrderWorld;
  readonly viewer: Viewer;
  /** Where the call comes from, for what is bounded per caller. */
  readonly caller: string;
  /** Loaders of this operation, or of this one event of a stream; made when first asked for. */
  readonly loaders: Map<symbol, unknown>;
}

/** The context of one operation. */
export function createContext(app: OrderWorld, { viewer, caller }: Pick<Context, 'viewer' | 'caller'>): Context {
  return { app, viewer, caller, loaders: new Map(), ...initContextCache() };
}

/**
 * Makes the context of a stream forget all that it has loaded, before an event: what Pothos and the loaders keep
 * lives as long as the context, and a stream's context lives for hours. Who looks on is set anew as well.
 */
export function renewContext(context: Context, viewer: Viewer): void {
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
