import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../platform/db.ts';
import { IdempotencyKeyReused } from '../platform/errors.ts';
import type { EntryType } from '../process/entries.ts';
import type { Entry } from './timeline.ts';

/** What a call with an idempotency key is about to do. */
export interface KeyedDeed {
  readonly actorId: string;
  /** Absent: the call has none, and is no repetition. */
  readonly idempotencyKey: string | undefined;
  readonly type: EntryType;
  /** Absent for the deed that makes the order. */
  readonly orderId?: string;
  /** As it would be logged. */
  readonly input: Record<string, unknown>;
}

/**
 * The entry that this person's key made before; nothing if the key is new. The caller holds the order's row, so that
 * of two calls with one key the second sees what the first has done.
 * @throws IdempotencyKeyReused if that was another deed
 */
export async function entryOfKey(
  tx: Tx,
  { actorId, idempotencyKey, type, orderId, input }: KeyedDeed,
): Promise<Entry | null> {
  if (idempotencyKey === undefined) return null;
  const first = await tx.logEntry.findUnique({ where: { actorId_idempotencyKey: { actorId, idempotencyKey } } });
  const isSame = (entry: Entry) =>
    entry.type === type &&
    (orderId === undefined || entry.orderId === orderId) &&
    isDeepStrictEqual(entry.input, input);
  if (first && !isSame(first)) throw new IdempotencyKeyReused();
  return first;
}
