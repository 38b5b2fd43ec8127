import type { Viewer } from '../access/viewer.ts';

/** What each viewer has open at once, up to a bound. */
export interface ConnectionLimiter {
  /** Takes one more. Returns the function that gives it back, to be called once; undefined if the viewer has none left. */
  take(holder: string): (() => void) | undefined;
}

export function createConnectionLimiter(most: number): ConnectionLimiter {
  const taken = new Map<string, number>();
  return {
    take: (holder) => {
      const open = (taken.get(holder) ?? 0) + 1;
      if (open > most) return undefined;
      taken.set(holder, open);
      return () => {
        const left = (taken.get(holder) ?? 1) - 1;
        if (left > 0) taken.set(holder, left);
        else taken.delete(holder);
      };
    },
  };
}

/** For whom something is open; somebody unknown counts by address. */
export function limitKeyFor(viewer: Viewer, caller: string): string {
  if (viewer.kind === 'application') return viewer.applicationId;
  return viewer.kind === 'person' ? viewer.accountId : caller;
}
