/** Tokens of links that turn off one kind of e-mails of one person. They are derived, not stored, and work for ever. */
import { idSignedIn, signedId } from '../platform/secrets.ts';
import { isUuid } from '../platform/uuid.ts';
import type { Unsubscribable } from './change-preferences.ts';
import { allKinds, isRequired } from './kinds.ts';

const use = 'unsubscribe';

/** The subject of a token. */
export interface UnsubscribeRequest {
  readonly personId: string;
  readonly kind: Unsubscribable;
}

export const unsubscribePath = '/unsubscribe/';

/** The link that turns off the e-mails of a kind. */
export const unsubscribeUrl = (
  { publicUrl, secret }: { readonly publicUrl: string; readonly secret: string },
  { personId, kind }: UnsubscribeRequest,
): string => `${publicUrl}${unsubscribePath}${signedId(secret, use, `${personId}~${kind}`)}`;

/** The person and the kind of a token, which is compared in constant time; undefined if it is not ours. */
export function unsubscribeRequestIn(secret: string, token: string): UnsubscribeRequest | undefined {
  const [personId = '', word] = idSignedIn(secret, use, token)?.split('~') ?? [];
  const kind = (['DIGEST', ...allKinds] as const).find((one) => one === word);
  if (!isUuid(personId) || !kind || (kind !== 'DIGEST' && isRequired(kind))) return undefined;
  return { personId, kind };
}
