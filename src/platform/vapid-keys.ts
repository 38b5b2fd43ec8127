/** The keys with which this server identifies itself to push services (VAPID, RFC 8292). */
import { createECDH } from 'node:crypto';

/** A key pair of P-256, in base64url. */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

const curve = 'prime256v1';
const keyCharacters = 43;

/** The key pair of a private key in base64url; undefined if the text is not a private key. */
export function vapidKeysOf(privateKey: string): VapidKeys | undefined {
  const bytes = Buffer.from(privateKey, 'base64url');
  if (privateKey.length !== keyCharacters || bytes.toString('base64url') !== privateKey) return undefined;
  const pair = createECDH(curve);
  try {
    pair.setPrivateKey(bytes);
  } catch {
    return undefined;
  }
  return { publicKey: pair.getPublicKey('base64url'), privateKey };
}
