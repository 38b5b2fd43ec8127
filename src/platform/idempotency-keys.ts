/**
 * Idempotency keys of mutations that do not append the key to a timeline. (Those of steps and messages are on the timeline,
 * see orders/idempotency.ts.) A request with a key is done once: the key is written in the transaction of the change,
 * together with the result of the request.
 */

import { createHash } from 'node:crypto';
import { limits } from '../limits.ts';
import type { BackgroundTask } from './background-tasks.ts';
import type { Clock } from './clock.ts';
import type { Db, Tx } from './db.ts';
import { IdempotencyKeyReused, Refusal } from './errors.ts';
import { lockName } from './lock-name.ts';
import { pruneRows, pruningTask, type Retention } from './prune-rows.ts';
import { nilUuid } from './uuid.ts';

interface IdempotencyServices {
  readonly db: Db;
  readonly clock: Clock;
}

/** A mutation call that may have an idempotency key. */
export interface KeyedRequest {
  /** Id of the actor: a person, an application, a setup link, or a caller without a token. Their keys are independent. */
  readonly actorId: string;
  /** The key as `idempotencyKeyFrom` returns it; undefined if the request has none. */
  readonly key: string | undefined;
  /** Name of the mutation, such as `createSpace`. */
  readonly operation: string;
  /** Everything that distinguishes the request from others, without the key: plain values, bigints and dates. */
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * The result of a request, as it is stored: the id of the row that the request created or changed, or an object of plain
 * values, or nothing. It contains no secret, because it is not encrypted.
 */
export type KeyedResult =
  | string
  | { readonly [name: string]: string | number | boolean | null }
  // biome-ignore lint/suspicious/noConfusingVoidType: a change without a result returns it
  | void;

/**
 * Runs `change` and returns its result. With a key that the actor has used before, `change` does not run: the same request
 * returns the same result. Of concurrent requests with one key, the first runs and the others wait for it. A request that
 * fails, or whose change returns a refusal, leaves no key, so that it can be corrected and sent again with the same key.
 * Keys are kept for `limits.idempotencyKeyDays` and some minutes.
 *
 * The caller reads the row after this with its access condition.
 * @throws IdempotencyKeyReused if the key belongs to another mutation or another input; anything that `change` throws
 */
export async function changeOnce<Result extends KeyedResult>(
  tx: Tx,
  { actorId, key, operation, input, at }: KeyedRequest & { readonly at: Date },
  change: () => Promise<Result | Refusal>,
): Promise<Result | Refusal> {
  if (key === undefined) return change();
  // Requests with the same key wait here for each other, since there may be no row yet that they could wait for.
  await lockName(tx, `idempotency:${actorId}:${key}`);
  const inputHash = hashInput(input);
  const earlier = await tx.idempotencyKey.findUnique({ where: { actorId_key: { actorId, key } } });
  if (earlier) {
    if (earlier.operation !== operation || earlier.inputHash !== inputHash) throw new IdempotencyKeyReused();
    // The same operation has stored a result of this type.
    return (earlier.result ?? earlier.resultId) as Result;
  }
  const result = await change();
  if (result instanceof Refusal) return result;
  const stored = typeof result === 'string' ? { resultId: result } : { resultId: nilUuid, result: result ?? {} };
  await tx.idempotencyKey.create({ data: { actorId, key, operation, inputHash, ...stored, createdAt: at } });
  return result;
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

const retention: Retention = { table: 'idempotency_key', since: 'created_at', days: limits.idempotencyKeyDays };

/** The task that deletes old idempotency keys. */
export const idempotencyKeyTasks = (app: IdempotencyServices): readonly BackgroundTask[] => [
  pruningTask(app, 'idempotency-keys', retention),
];

/** Deletes the keys whose time has passed, and returns their number. */
export const deleteOldKeys = (app: IdempotencyServices): Promise<number> => pruneRows(app, retention);
