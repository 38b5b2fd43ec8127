/**
 * The one codec of cursors: opaque texts that clients store and send back. This file does not use the GraphQL library.
 */
import { limits } from '../limits.ts';

const separator = ':';

/**
 * Encodes a cursor. `kind` distinguishes the cursors of one list or log from all others. Neither `kind` nor a part may
 * contain a colon.
 */
export const encodeCursor = (kind: string, parts: readonly (string | number | bigint)[]): string =>
  Buffer.from([kind, ...parts].join(separator)).toString('base64url');

/** Decodes a cursor. Its parts may be any text; undefined if it is not a cursor of this kind. */
export function decodeCursor(kind: string, cursor: string): readonly string[] | undefined {
  if (cursor.length > limits.cursorCharacters) return undefined;
  const [foundKind, ...parts] = Buffer.from(cursor, 'base64url').toString().split(separator);
  return foundKind === kind ? parts : undefined;
}

/** A number of at most 15 decimal digits; undefined for any other text. */
export const cursorNumber = (part: string | undefined): number | undefined =>
  part !== undefined && /^\d{1,15}$/.test(part) ? Number(part) : undefined;
