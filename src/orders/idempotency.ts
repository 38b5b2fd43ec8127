import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../platform/db.ts';
import { IdempotencyKeyReused } from '../platform/errors.ts';
import type { EntryType } from '../process/entries.ts';
import type { Fields } from '../process/fields.ts';
import type { Entry } from './timeline/timeline.ts';

/** A request that may have an idempotency key. */
export interface IdempotentRequest {
  /** Null for the holder of a setup link, who has no account. All holders of the links of an order share their keys. */
  readonly actorId: string | null;
  /** Undefined if the request has no key. */
  readonly idempotencyKey: string | undefined;
  readonly type: EntryType;
  /** Absent for the request that creates the order. */
  readonly orderId?: string;
  /** The input as its log entry would have it. */
  readonly input: Record<string, unknown>;
  /** The fields that effects add to the log entry; they are not part of the request. */
  readonly effectFields?: Fields;
}

/**
 * The entry of an earlier request with the same key, or null if the key is new. The caller holds the order's row, so that
 * the second of two requests with one key sees the entry of the first.
 * @throws IdempotencyKeyReused if the earlier request was a different one
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
