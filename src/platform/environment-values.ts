/** Schemas of the values of environment variables, all of them optional. */
import * as v from 'valibot';
import { vapidKeysOf } from './vapid-keys.ts';

// The messages never repeat a value, which may hold a password.
export const text = v.optional(v.string());
export const flag = v.optional(
  v.pipe(
    v.picklist(['true', 'false'], 'must be true or false'),
    v.transform((value) => value === 'true'),
  ),
);
export const oneOf = <const Words extends readonly string[]>(...words: Words) =>
  v.optional(v.picklist(words, `must be one of ${words.join(', ')}`));
export const wholeNumber = ({ min, max }: { min: number; max: number }) => {
  const message = `must be a whole number from ${min} to ${max}`;
  return v.optional(
    v.pipe(v.string(), v.transform(Number), v.integer(message), v.minValue(min, message), v.maxValue(max, message)),
  );
};
export const url = (...protocols: readonly string[]) =>
  v.optional(
    v.pipe(
      v.string(),
      v.check(
        (value) => protocols.includes(URL.parse(value)?.protocol ?? ''),
        `must be ${protocols[0] === 'http:' ? 'an' : 'a'} ${protocols.map((protocol) => `${protocol}//`).join(' or ')} URL`,
      ),
    ),
  );
export const webUrl = url('http:', 'https:');

export const vapidPrivateKey = v.optional(
  v.pipe(
    v.string(),
    v.check(
      (value) => vapidKeysOf(value) !== undefined,
      'must be a private key of P-256: 32 bytes in base64url, as `npx web-push generate-vapid-keys` prints it',
    ),
  ),
);
