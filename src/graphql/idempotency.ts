/** Idempotency keys, as clients send them and as they are stored. */
import type { Viewer } from '../access/viewer.ts';
import { limits } from '../limits.ts';
import { InputInvalid } from '../platform/errors.ts';

/** The field of an input that has the key. */
export const idempotencyKeyField = {
  description: `A key that the client chooses, of at most ${limits.idempotencyKeyCharacters} characters. The same request with the same key is done once and has the same result.`,
};

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
