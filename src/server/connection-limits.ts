import type { Viewer } from '../access/viewer.ts';

/** Limits the number of open connections for each key. */
export interface ConnectionLimiter {
  /** Counts one more connection. Returns the function to call once when it closes; undefined if the limit is reached. */
  open(key: string): (() => void) | undefined;
}

export function createConnectionLimiter(maxOpen: number): ConnectionLimiter {
  const counts = new Map<string, number>();
  return {
    open: (key) => {
      const count = (counts.get(key) ?? 0) + 1;
      if (count > maxOpen) return undefined;
      counts.set(key, count);
      return () => {
        const remaining = (counts.get(key) ?? 1) - 1;
        if (remaining > 0) counts.set(key, remaining);
        else counts.delete(key);
      };
    },
  };
}

/** The key by which the connections of a viewer are counted: the application, the person, or else the address. */
export function limitKeyFor(viewer: Viewer, rateLimitKey: string): string {
  if (viewer.kind === 'application') return viewer.applicationId;
  return viewer.kind === 'person' ? viewer.personId : rateLimitKey;
}
