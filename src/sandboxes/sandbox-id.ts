/** Tokens of sandboxes, which contain the id of their sandbox. */

import { uuidFromDigits } from '../platform/uuid.ts';

/** Prefix of every token of a sandbox. */
const mark = 'placard_sandbox_';
const pattern = /^placard_sandbox_([0-9a-f]{32})_(.*)$/;

/** The prefix of the tokens that one sandbox issues. */
export const tokenPrefixOf = (id: string): string => `${mark}${id.replaceAll('-', '')}_`;

/** True if a token has the prefix of sandbox tokens. */
export const isForSandbox = (token: string): boolean => token.startsWith(mark);

/** The sandbox of a token, and the token without its prefix; undefined if the token names no valid id. */
export function sandboxIn(token: string): { readonly id: string; readonly token: string } | undefined {
  const [, digits, inner] = pattern.exec(token) ?? [];
  return digits === undefined || inner === undefined ? undefined : { id: uuidFromDigits(digits), token: inner };
}
