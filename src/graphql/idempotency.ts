/** Idempotency keys, as clients send them and as they are stored. */
import { createHash } from 'node:crypto';
import type { Viewer } from '../access/viewer.ts';
import { limits } from '../limits.ts';
import { InputInvalid, Refusal, ResultUnavailable } from '../platform/errors.ts';
import { changeOnce, type KeyedRequest, type KeyedResult } from '../platform/idempotency-keys.ts';
import { uuidFromDigits } from '../platform/uuid.ts';
import { inTransaction } from '../services/in-transaction.ts';
import type { OrderServices } from '../services/order-services.ts';
import type { Context } from './context.ts';

/** The field of an input that has the key. */
export const idempotencyKeyField = {
  description: `A key that the client chooses, of at most ${limits.idempotencyKeyCharacters} characters. The same request with the same key is done once and has the same result.`,
};

/** The input of a mutation: its fields and the key. */
type KeyedInput = Readonly<Record<string, unknown>> & { readonly idempotencyKey?: string | null | undefined };

/**
 * Runs the change of a mutation once for its idempotency key, and returns the result: the id of the row that was created or
 * changed, or plain values. The change runs in the transaction that stores the key; it must use the services that it is
 * given. Without a key it runs as it is. A refusal that the change *returns* is thrown after the commit, for changes
 * that count failed attempts.
 *
 * A repeated request does not run the change, so the caller reads what it answers with an access condition afterwards.
 * @example
 * const id = await runOnce(context, 'createSpace', input, (inside) => createSpace(inside, viewer, space));
 * return requireResult(app.db.space.findFirst({ ...query, where: { AND: [{ id }, visibleSpaces(viewer)] } }));
 * @throws InputInvalid, IdempotencyKeyReused, and what `change` throws or returns
 */
export async function runOnce<Result extends KeyedResult>(
  context: Pick<Context, 'app' | 'viewer' | 'rateLimitKey'>,
  operation: string,
  input: KeyedInput,
  change: (app: OrderServices) => Promise<Result | Refusal>,
): Promise<Result> {
  const { app } = context;
  const request = keyedRequest(context, operation, input);
  const at = app.clock.now();
  const result =
    request.key === undefined
      ? await change(app)
      : await app.db.$transaction((tx) =>
          changeOnce<Result>(tx, { ...request, at }, () => change(inTransaction(app, tx))),
        );
  if (result instanceof Refusal) throw result;
  return result;
}

/** The row that a mutation answers. @throws ResultUnavailable if the viewer cannot read it, which only a repeated request can find */
export async function requireResult<Row>(reading: PromiseLike<Row | null>): Promise<Row> {
  const row = await reading;
  if (row === null) throw new ResultUnavailable();
  return row;
}

/** A mutation call with its actor. A request that names another account is another request. @throws InputInvalid */
export function keyedRequest(
  { app, viewer, rateLimitKey }: Pick<Context, 'app' | 'viewer' | 'rateLimitKey'>,
  operation: string,
  { idempotencyKey, ...input }: KeyedInput,
): KeyedRequest {
  const namedAccountId = viewer.kind === 'person' ? viewer.namedAccountId : undefined;
  return {
    actorId: actorIdOf(viewer) ?? callerIdOf(app, rateLimitKey),
    key: idempotencyKeyFrom(idempotencyKey, viewer),
    operation,
    input: namedAccountId === undefined ? input : { ...input, namedAccountId },
  };
}

/** The actor of a request with a token; undefined for an anonymous viewer. */
function actorIdOf(viewer: Viewer): string | undefined {
  if (viewer.kind === 'person') return viewer.personId;
  if (viewer.kind === 'application') return viewer.applicationId;
  return viewer.kind === 'setup-link' ? viewer.linkId : undefined;
}

/** The id of a caller without a token: a digest of the network address, which is not stored itself. */
const callerIdOf = ({ config }: Pick<OrderServices, 'config'>, rateLimitKey: string): string =>
  uuidFromDigits(createHash('sha256').update(`${config.secret} caller ${rateLimitKey}`).digest('hex').slice(0, 32));

/**
 * The key as it is stored. That of an application has the application's id as a prefix, so that it never equals a key
 * of the account or of another application of the account.
 * @throws InputInvalid
 */
export function idempotencyKeyFrom(idempotencyKey: string | null | undefined, viewer: Viewer): string | undefined {
  if (idempotencyKey === null || idempotencyKey === undefined) return undefined;
  if (idempotencyKey === '' || idempotencyKey.length > limits.idempotencyKeyCharacters)
    throw new InputInvalid([
      { field: 'idempotencyKey', message: `must have 1 to ${limits.idempotencyKeyCharacters} characters` },
    ]);
  return `${keyPrefix(viewer)}${idempotencyKey}`;
}

const keyPrefix = (viewer: Viewer): string => (viewer.kind === 'application' ? `${viewer.applicationId}/` : '');

/** A key of the viewer as the client sent it. */
export const clientKeyOf = (storedKey: string, viewer: Viewer): string => storedKey.slice(keyPrefix(viewer).length);
