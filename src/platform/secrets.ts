import { createHash, createHmac, randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** 256 random bits, in letters and digits that are safe in headers and links. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** 256 random bits as 64 hexadecimal digits, which a double click selects as one word. */
export const newHexToken = (): string => randomBytes(32).toString('hex');

/** An id that nothing has yet. */
export const randomId = (): string => randomUUID();

/** A whole number by chance, from 0 to below `limit`; each is as likely as the others. */
export const randomIntBelow = (limit: number): number => randomInt(limit);

/** A checksum of eight hexadecimal digits that detects typing errors. It is not a secret and proves nothing. */
export const checksumOf = (text: string): string => crc32(text).toString(16).padStart(8, '0');

/** The SHA-256 of a text in hexadecimal, as the persisted documents of GraphQL are named. */
export const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The hash of a secret, as it is stored. Meant for secrets of high entropy or short life; passwords would need more.
 */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Compares a secret with a stored hash in constant time. */
export function matchesHash(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(hash));
}

/**
 * 256 bits that follow from `key` and `name` and cannot be guessed without the key, in letters and digits that are
 * safe in headers and links. For the same reason as `derivedDigits`.
 */
export const derivedToken = (key: string, name: string): string =>
  createHmac('sha256', key).update(name).digest('base64url');

/** As `derivedToken`, in 64 hexadecimal digits, which a double click selects as one word. */
export const derivedHexToken = (key: string, name: string): string =>
  createHmac('sha256', key).update(name).digest('hex');

/** An id with a signature for this `use`: the capability in a link. */
export const signedId = (key: string, use: string, id: string): string => `${id}.${derivedToken(key, `${use}:${id}`)}`;

/** The id in a token of `signedId`; undefined if we did not give it out for this use. */
export function idSignedIn(key: string, use: string, token: string): string | undefined {
  const [id = '', proof = ''] = token.split('.');
  return matchesHash(proof, hashOf(derivedToken(key, `${use}:${id}`))) ? id : undefined;
}

/**
 * `length` decimal digits that follow from `key` and `name` and cannot be guessed without the key.
 * A mailed code is derived rather than drawn, so that the e-mail can be rendered again after a crash
 * although only the hash of the code is stored.
 */
export function derivedDigits(key: string, name: string, length: number): string {
  const number = createHmac('sha256', key).update(name).digest().readBigUInt64BE();
  return String(number % 10n ** BigInt(length)).padStart(length, '0');
}
