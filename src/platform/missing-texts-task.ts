import { tuning } from '../tuning.ts';
import type { BackgroundTask } from './background-tasks.ts';

interface MissingTexts {
  readonly isAnyMissing: () => Promise<boolean>;
  /** Writes all missing texts, and returns their number. */
  readonly writeMissing: () => Promise<number>;
  /** The topic that announces missing texts. */
  readonly topic: string;
}

/**
 * The task that writes the search texts that are missing: those of rows that an earlier version has stored, and those
 * whose sources have changed.
 */
export const missingTextsTask = (
  name: string,
  { isAnyMissing, writeMissing, topic }: MissingTexts,
): BackgroundTask => ({
  name,
  kind: 'service',
  run: writeMissing,
  nextDueAt: async () => ((await isAnyMissing()) ? new Date(0) : undefined),
  maxPauseMs: tuning.search.missingTextsCheckMs,
  wakeTopics: [topic],
});
