/**
 * Idempotency keys of mutations that are not about an order: those of accounts, people and spaces. (The keys of an order
 * are on its timeline, see orders/idempotency.ts.) A request with a key is done once: the key is written in the
 * transaction of the change, together with the id of the row that the request created or changed.
 */

import { createHash } from 'node:crypto';
import { limits } from '../limits.ts';
import { tuning } from '../tuning.ts';
import type { BackgroundTask } from './background-tasks.ts';
import { type Clock, dayMs, later } from './clock.ts';
import type { Db, Tx } from './db.ts';
import { IdempotencyKeyReused } from './errors.ts';
import { lockName } from './lock-name.ts';

interface IdempotencyServices {
  readonly db: Db;
  readonly clock: Clock;
}

/** A mutation call that may have an idempotency key. */
export interface KeyedRequest {
  /** Id of the account or person that sends the request. Keys of different actors are independent. */
  readonly actorId: string;
  /** The key as `idempotencyKeyFrom` returns it; undefined if the request has none. */
  readonly key: string | undefined;
  /** Name of the mutation, such as `createSpace`. */
  readonly operation: string;
  /** Everything that distinguishes the request from others, without the key: plain values, bigints and dates. */
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * Runs `change` in a transaction and returns the id of the row that it created or changed. With a key that the actor has
 * used before, `change` does not run: the same request returns the same id. Of concurrent requests with one key, the first
 * runs and the others wait for it. A request that fails leaves no key, so that it can be corrected and sent again with
 * the same key. Keys are kept for `limits.idempotencyKeyDays` and some minutes.
 *
 * The caller validates what it can before, and reads the row after this with its access condition:
 * @example
 * const { personId } = requirePersonEditor(viewer);
 * const id = await withIdempotencyKey(app, { actorId: personId, key, operation: 'createSpace', input }, async (tx) =>
 *   (await tx.space.create({ data })).id,
 * );
 * @throws IdempotencyKeyReused if the key belongs to another mutation or another input; anything that `change` throws
 */
export function withIdempotencyKey(
  { db, clock }: IdempotencyServices,
  request: KeyedRequest,
  change: (tx: Tx) => Promise<string>,
): Promise<string> {
  return db.$transaction((tx) => changeOnce(tx, { ...request, at: clock.now() }, () => change(tx)));
}

/** `withIdempotencyKey` in a transaction of the caller. @throws IdempotencyKeyReused; anything that `change` throws */
export async function changeOnce(
  tx: Tx,
  { actorId, key, operation, input, at }: KeyedRequest & { readonly at: Date },
  change: () => Promise<string>,
): Promise<string> {
  if (key === undefined) return change();
  // Requests with the same key wait here for each other, since there may be no row yet that they could wait for.
  await lockName(tx, `idempotency:${actorId}:${key}`);
  const inputHash = hashInput(input);
  const earlier = await tx.idempotencyKey.findUnique({ where: { actorId_key: { actorId, key } } });
  if (earlier) {
    if (earlier.operation !== operation || earlier.inputHash !== inputHash) throw new IdempotencyKeyReused();
    return earlier.resultId;
  }
  const resultId = await change();
  await tx.idempotencyKey.create({ data: { actorId, key, operation, inputHash, resultId, createdAt: at } });
  return resultId;
}

/** SHA-256 of an input. The order of its fields has no effect; an omitted field differs from null. */
function hashInput(input: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(JSON.stringify(input, toSortedJson)).digest('hex');
}

function toSortedJson(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The task that deletes old idempotency keys. */
export const idempotencyKeyTasks = (app: IdempotencyServices): readonly BackgroundTask[] => [
  {
    name: 'idempotency-keys',
    kind: 'service',
    run: () => deleteOldKeys(app),
    maxPauseMs: tuning.idempotencyKeys.cleanupMs,
  },
];

/** Deletes the keys whose time has passed, in batches, and returns their number. */
export async function deleteOldKeys({ db, clock }: IdempotencyServices): Promise<number> {
  const before = later(clock.now(), -limits.idempotencyKeyDays * dayMs);
  const { cleanupBatchSize } = tuning.idempotencyKeys;
  let deleted = 0;
  for (;;) {
    const count = await db.$executeRaw`
      delete from idempotency_key where id in (
        select id from idempotency_key where created_at < ${before} order by created_at limit ${cleanupBatchSize})`;
    deleted += count;
    if (count < cleanupBatchSize) return deleted;
  }
}
