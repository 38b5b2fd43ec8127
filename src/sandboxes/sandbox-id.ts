/** How the world of a sandbox is told by what belongs to it. */

import { uuidFromDigits } from '../platform/uuid.ts';

/** What tokens begin with that belong into a sandbox. */
const mark = 'placard_sandbox_';
const pattern = /^placard_sandbox_([0-9a-f]{32})_(.*)$/;

/** What every token begins with that is given out in a sandbox. */
export const tokenPrefixOf = (id: string): string => `${mark}${id.replaceAll('-', '')}_`;

/** Whether a token belongs into a sandbox, or is meant to. */
export const isForSandbox = (token: string): boolean => token.startsWith(mark);

/** Into which sandbox a token belongs, and the token as it is known there; undefined if it names none. */
export function sandboxIn(token: string): { readonly id: string; readonly token: string } | undefined {
  const [, digits, inner] = pattern.exec(token) ?? [];
  return digits === undefined || inner === undefined ? undefined : { id: uuidFromDigits(digits), token: inner };
}
