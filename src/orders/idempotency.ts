import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../platform/db.ts';
import { IdempotencyKeyReused } from '../platform/errors.ts';
import type { EntryType } from '../process/entries.ts';
import type { Fields } from '../process/fields.ts';
import type { Entry } from './timeline/timeline.ts';

/** What a call with an idempotency key is about to do. */
export interface IdempotentRequest {
  /** Null for the holder of a setup link, who has no account: the holders of an order's links share their keys in it. */
  readonly actorId: string | null;
  /** Absent: the call has none, and is no repetition. */
  readonly idempotencyKey: string | undefined;
  readonly type: EntryType;
  /** Absent for the deed that makes the order. */
  readonly orderId?: string;
  /** As it would be logged. */
  readonly input: Record<string, unknown>;
  /** What the work of the deed adds to its entry: no part of the call. */
  readonly effectFields?: Fields;
}

/**
 * The entry that this person's key made before; nothing if the key is new. The caller holds the order's row, so that
 * of two calls with one key the second sees what the first has done.
 * @throws IdempotencyKeyReused if that was another deed
 */
export async function findByIdempotencyKey(
  tx: Tx,
  { actorId, idempotencyKey, type, orderId, input, effectFields = {} }: IdempotentRequest,
): Promise<Entry | null> {
  if (idempotencyKey === undefined) return null;
  const entry = actorId
    ? await tx.logEntry.findUnique({ where: { actorId_idempotencyKey: { actorId, idempotencyKey } } })
    : orderId
      ? await tx.logEntry.findFirst({ where: { actorId, idempotencyKey, orderId } })
      : null;
  // The input of an entry is an object that toJson has made.
  const requestInputOf = (entry: Entry) =>
    Object.fromEntries(Object.entries(entry.input as object).filter(([name]) => !Object.hasOwn(effectFields, name)));
  const isSame = (entry: Entry) =>
    entry.type === type &&
    (orderId === undefined || entry.orderId === orderId) &&
    isDeepStrictEqual(requestInputOf(entry), input);
  if (entry && !isSame(entry)) throw new IdempotencyKeyReused();
  return entry;
}
